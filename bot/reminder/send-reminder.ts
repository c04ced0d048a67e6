/**
 * A reminder as a card in the person's chat with the bot. Sent at most once: what may have arrived is never repeated, and answering false lets
 * the reminder go out another way. What it is about can be done in place, and the card brings itself up to date.
 */
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { CardAbout, CardChannel, Platform } from '#api/platform/platform.ts';
import { dropChat, findChat, type Chat } from '#api/reminder/chat/keep-chat.ts';
import { dropCardRecord, recordCard } from '#api/reminder/chat/record-card.ts';
import { showAgreement } from '#bot/agreement/keep-agreement.ts';
import { showCheckIn } from '#bot/checkin/answer-check-in.ts';
import { findListener } from '#bot/people/find-speaker.ts';
import type { Card } from '#bot/talk/card.ts';
import { showTalk } from '#bot/talk/show-talk.ts';
import { TeamsRefused, type Deliver } from './deliver-card.ts';
import { preparationDueCard } from './preparation-due-card.ts';

type To = { tenantId: string; personId: string };

export function createCardChannel(platform: Platform, deliver: Deliver): CardChannel {
  return {
    sendPreparationDue: async (to, { about, ...facts }) =>
      sendCard(platform, deliver, to, {
        key: `preparation-due ${facts.link} ${facts.when}`,
        card: await withActions(platform, to, preparationDueCard(facts), about),
      }),
    sendReminder: async (to, { key, title, line, button, about }) =>
      sendCard(platform, deliver, to, { key, card: await withActions(platform, to, { title, lines: [{ text: line }], button }, about) }),
  };
}

/** The reminder says why it comes; the rest is the card of what it is about, as this person may see it now. */
async function withActions(platform: Platform, { tenantId, personId }: To, card: Card, about: CardAbout | undefined): Promise<Card> {
  const listener = about && (await findListener(platform, tenantId, personId));
  if (!listener) return card;
  const { talkId, agreementId, checkIn } = about;
  if (checkIn) {
    const [lead] = card.lines;
    return { ...(await showCheckIn(platform, listener, talkId, lead ? { lead: lead.text } : {})), title: card.title };
  }
  if (agreementId === undefined) {
    const { actions = [], refresh } = await showTalk(platform, listener, talkId);
    return { ...card, actions, ...(refresh ? { refresh } : {}) };
  }
  const { lines, actions = [], refresh } = await showAgreement(platform, listener, { talkId, agreementId });
  return { ...card, lines: [...card.lines, ...lines], actions, ...(refresh ? { refresh } : {}) };
}

/**
 * Puts a card into a chat at most once for this key.
 * @param known where, when it is not the person's own chat
 * @returns false when there is no chat, or the card was or may have been sent before, or could not be
 * @throws MicrosoftUnavailable when Teams asks to wait
 */
export async function sendCard(
  platform: Platform,
  deliver: Deliver,
  to: To,
  { key, card, known }: { key: string; card: Card; known?: Chat },
): Promise<boolean> {
  const chat = known ?? (await findChat(platform, to.tenantId, to.personId));
  if (!chat) return false;
  if (!(await recordCard(platform, to, key))) return false;
  try {
    await deliver.card(chat, card);
    return true;
  } catch (error) {
    const status = error instanceof TeamsRefused ? error.status : undefined;
    platform.log.warn(
      { personId: to.personId, status, err: status === undefined ? error : undefined },
      'a card could not be put into a chat',
    );
    // The person has removed Samtal or blocked it: there is no chat any more.
    if (!known && (status === 403 || status === 404)) await dropChat(platform, to.tenantId, to.personId);
    // Refused before any effect: the same card may be tried again.
    if (status !== undefined && status < 500) await dropCardRecord(platform, to, key);
    if (status === 429) throw new MicrosoftUnavailable('Teams asks to wait', false);
    return false;
  }
}
