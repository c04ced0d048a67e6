/**
 * A reminder as a card in the person's chat with the bot. Sent at most once: what may have arrived is never repeated. Whether it has is known once the
 * person's Teams shows it; until then the reminder waits a little, and goes out another way after that. What it is about can be done in place, and
 * the card brings itself up to date.
 */
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { CardAbout, CardChannel, Platform } from '#api/platform/platform.ts';
import { dropChat, findChat, type Chat } from '#api/reminder/chat/keep-chat.ts';
import { cardIdOf, dropCardRecord, recordCard, wasShown } from '#api/reminder/chat/record-card.ts';
import { showAgreement } from '#bot/agreement/keep-agreement.ts';
import { showCheckIn } from '#bot/checkin/answer-check-in.ts';
import { findListener } from '#bot/people/find-speaker.ts';
import type { Card } from '#bot/talk/card.ts';
import { showTalk } from '#bot/talk/show-talk.ts';
import { TeamsRefused, TeamsUnreached, type Deliver } from './deliver-card.ts';
import { preparationDueCard } from './preparation-due-card.ts';

type To = { tenantId: string; personId: string };

/** Whoever is in Teams has seen a new card by then, and their Teams has asked for it anew. */
const settledSeconds = 120;

export function createCardChannel(platform: Platform, deliver: Deliver): CardChannel {
  const send = async (to: To, key: string, card: Card, about: CardAbout | undefined): Promise<boolean> => {
    const made = named(await withActions(platform, to, card, about), cardIdOf(key));
    const put = await sendCard(platform, deliver, to, { key, card: made });
    if (put === 'open') throw new MicrosoftUnavailable('A card may have arrived', true, settledSeconds);
    return put === 'sent' || (put === 'known' && (await wasShown(platform, to, cardIdOf(key))));
  };
  return {
    sendPreparationDue: (to, { key, about, ...facts }) => send(to, key, preparationDueCard(facts), about),
    sendReminder: (to, { key, title, line, button, about }) => send(to, key, { title, lines: [{ text: line }], button }, about),
  };
}

/** Whatever the person's Teams asks of the card says which one it was: that it has arrived. */
function named({ actions = [], refresh, ...card }: Card, cardId: string): Card {
  const naming = <T extends { data: object }>(one: T): T => ({ ...one, data: { ...one.data, cardId } });
  return { ...card, actions: actions.map(naming), ...(refresh ? { refresh: naming(refresh) } : {}) };
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

/** `known`: it was or may have been sent before. `open`: nobody can say whether it was sent now. `none`: there is no chat, or Teams does not take it. */
export type Put = 'sent' | 'known' | 'open' | 'none';

/**
 * Puts a card into a chat at most once for this key.
 * @param known where, when it is not the person's own chat
 * @throws MicrosoftUnavailable when Teams asks to wait; nothing was sent then
 */
export async function sendCard(
  platform: Platform,
  deliver: Deliver,
  to: To,
  { key, card, known }: { key: string; card: Card; known?: Chat },
): Promise<Put> {
  const chat = known ?? (await findChat(platform, to.tenantId, to.personId));
  if (!chat) return 'none';
  const cardId = cardIdOf(key);
  if (!(await recordCard(platform, to, cardId))) return 'known';
  try {
    await deliver.card(chat, card);
    return 'sent';
  } catch (error) {
    const refused = error instanceof TeamsRefused ? error : null;
    const status = refused?.status;
    platform.log.warn({ personId: to.personId, status, err: refused ? undefined : error }, 'a card could not be put into a chat');
    // The person has removed Samtal or blocked it: there is no chat any more.
    if (!known && (status === 403 || status === 404)) await dropChat(platform, to.tenantId, to.personId);
    const isCertain = error instanceof TeamsUnreached || (status !== undefined && status < 500 && status !== 408);
    if (!isCertain) return 'open';
    // Nothing was sent: the same card may be tried again.
    await dropCardRecord(platform, to, cardId);
    if (refused && mayWait.has(refused.status)) throw new MicrosoftUnavailable('Teams asks to wait', false, refused.retryAfterSeconds);
    return 'none';
  }
}

/** Too much was asked of Teams, or several things of one chat at once (Microsoft, "Optimize your bot with rate limiting"). */
const mayWait = new Set([412, 429]);
