/**
 * A reminder as a card in the person's chat with the bot. Sent at most once: what may have arrived is never repeated, and answering false lets
 * the reminder go out another way.
 */
import { MicrosoftUnavailable } from '#api/platform/graph/http.ts';
import type { CardChannel, Platform } from '#api/platform/platform.ts';
import { dropChat, findChat } from '#api/reminder/chat/keep-chat.ts';
import { dropCardRecord, recordCard } from '#api/reminder/chat/record-card.ts';
import type { Card } from '#bot/talk/card.ts';
import { TeamsRefused, type DeliverCard } from './deliver-card.ts';
import { preparationDueCard } from './preparation-due-card.ts';

export function createCardChannel(platform: Platform, deliver: DeliverCard): CardChannel {
  return {
    sendPreparationDue: (to, facts) =>
      send(platform, deliver, to, { key: `preparation-due ${facts.link} ${facts.when}`, card: preparationDueCard(facts) }),
    sendReminder: (to, { key, title, line, button }) =>
      send(platform, deliver, to, { key, card: { title, lines: [{ text: line }], button } }),
  };
}

async function send(
  platform: Platform,
  deliver: DeliverCard,
  to: { tenantId: string; personId: string },
  { key, card }: { key: string; card: Card },
): Promise<boolean> {
  const chat = await findChat(platform, to.tenantId, to.personId);
  if (!chat) return false;
  if (!(await recordCard(platform, to, key))) return false;
  try {
    await deliver(chat, card);
    return true;
  } catch (error) {
    const status = error instanceof TeamsRefused ? error.status : undefined;
    platform.log.warn(
      { personId: to.personId, status, err: status === undefined ? error : undefined },
      'a card could not be put into a chat',
    );
    // The person has removed Samtal or blocked it: there is no chat any more.
    if (status === 403 || status === 404) await dropChat(platform, to.tenantId, to.personId);
    // Refused before any effect: the same card may be tried again.
    if (status !== undefined && status < 500) await dropCardRecord(platform, to, key);
    if (status === 429) throw new MicrosoftUnavailable('Teams asks to wait', false);
    return false;
  }
}
