/**
 * Leaves one card in the chat where a reminder may have been sent several times. Teams tells of each message that it shows or that is pressed; which of
 * them is the card is decided in one place (api/reminder/chat/rules.ts), and the other is deleted, as only the bot can with what it has sent.
 */
import { z } from 'zod';
import type { Platform } from '#api/platform/platform.ts';
import type { Chat } from '#api/reminder/chat/keep-chat.ts';
import { recordTold } from '#api/reminder/chat/record-card.ts';
import type { BotActivity } from '#bot/people/check-activity.ts';
import { TeamsRefused, type Deliver } from './deliver-card.ts';

/** A reminder's card says which one it is. */
const namedSchema = z.object({ cardId: z.string().regex(/^[0-9a-f]{64}$/) });
/** An id of a message becomes part of an address: nothing that could lead elsewhere. */
const toldSchema = z.object({
  replyToId: z.string().regex(/^\w[\w:|=-]{0,199}$/),
  value: z.object({ action: z.object({ data: namedSchema }), trigger: z.string().nullish() }),
});

/** Which card a press, or a card's being shown, is about; null when it is no reminder's. */
export function cardIdIn(data: unknown): string | null {
  return namedSchema.safeParse(data).data?.cardId ?? null;
}

/**
 * Writes down what Teams has told of a reminder's card.
 * @returns the message to remove from the chat; null when there is none
 */
export async function noteCard(platform: Platform, { tenantId, personId }: Chat, activity: BotActivity): Promise<string | null> {
  const { data: told } = toldSchema.safeParse(activity);
  if (!told) return null;
  const { action, trigger } = told.value;
  const place = { tenantId, personId, cardId: action.data.cardId };
  return recordTold(platform, place, { messageId: told.replyToId, isPress: trigger !== 'automatic' });
}

/** Takes a copy out of the chat. One that stays, for whatever reason, is told of again when it is shown again: it is tried then. */
export async function removeCopy({ log }: Platform, deliver: Deliver, chat: Chat, messageId: string): Promise<void> {
  try {
    await deliver.remove(chat, messageId);
  } catch (error) {
    const status = error instanceof TeamsRefused ? error.status : undefined;
    // It is gone already.
    if (status === 404) return;
    log.warn({ personId: chat.personId, status, err: status ? undefined : error }, 'a copy of a card stays until it is shown again');
  }
}
