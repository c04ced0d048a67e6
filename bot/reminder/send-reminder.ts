/**
 * A reminder as a card in the person's chat with the bot. One that may have arrived, and was not shown since, is sent again as the same card until one
 * try is certain; copies leave the chat when they are shown (keep-one-card.ts). What it is about can be done in place, and every card brings itself
 * up to date.
 */
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { CardAbout, CardChannel, Platform } from '#api/platform/platform.ts';
import { dropChat, findChat, type Chat } from '#api/reminder/chat/keep-chat.ts';
import { beginTry, cardIdOf, recordArrived, takeBackTry } from '#api/reminder/chat/record-card.ts';
import { showAgreement } from '#bot/agreement/keep-agreement.ts';
import { showCheckIn } from '#bot/checkin/answer-check-in.ts';
import { findListener } from '#bot/people/find-speaker.ts';
import { namedCard, type Card } from '#bot/talk/card.ts';
import { showTalk } from '#bot/talk/show-talk.ts';
import { TeamsRefused, TeamsUnreached, type Deliver } from './deliver-card.ts';
import { preparationDueCard } from './preparation-due-card.ts';
import { askReminder } from './show-reminder.ts';

type To = { tenantId: string; personId: string };

/** Whoever is in Teams has seen a new card by then, and their Teams has asked for it anew. */
const settledSeconds = 60;
/** After so many tries of which nobody knows anything the reminder goes another way, so that nobody is told nothing: about eight minutes. */
const mostTries = 8;

export function createCardChannel(platform: Platform, deliver: Deliver): CardChannel {
  const send = async (to: To, key: string, card: Card, about: CardAbout | undefined): Promise<boolean> => {
    const made = { refresh: askReminder(key), ...(await withActions(platform, to, card, about)) };
    const put = await sendCard(platform, deliver, to, { key, card: namedCard(made, cardIdOf(key)), most: mostTries });
    if (put === 'open') throw new MicrosoftUnavailable('A card may have arrived', true, settledSeconds);
    return put === 'sent';
  };
  return {
    sendPreparationDue: (to, { key, about, ...facts }) => send(to, key, preparationDueCard(facts), about),
    sendReminder: (to, { key, title, line, button, about }) => send(to, key, { title, lines: [{ text: line }], button }, about),
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
 * `sent`: it is there, by this try or an earlier one. `open`: nobody can say whether it was sent now. `over`: nor after the last try. `none`: there is
 * no chat, or Teams does not take it.
 */
export type Put = 'sent' | 'open' | 'over' | 'none';
export type Putting = { key: string; card: Card; known?: Chat; most?: number };

/**
 * Puts a card into a chat, unless it is there.
 * @param known where, when it is not the person's own chat
 * @param most how many messages there may be of it while nobody knows of any: more than one only for a card with `refresh`, which tells of itself, and
 *   for nobody whose Teams would not ask it
 * @throws MicrosoftUnavailable when Teams asks to wait; nothing was sent then
 */
export async function sendCard(platform: Platform, deliver: Deliver, to: To, { key, card, known, most = 1 }: Putting): Promise<Put> {
  const chat = known ?? (await findChat(platform, to.tenantId, to.personId));
  if (!chat) return 'none';
  const place = { ...to, cardId: cardIdOf(key) };
  const begun = await beginTry(platform, place, chat.userId === undefined ? 1 : most);
  if (begun === 'arrived') return 'sent';
  if (begun === 'over') return 'over';
  try {
    await deliver.card(chat, card);
  } catch (error) {
    const refused = error instanceof TeamsRefused ? error : null;
    const status = refused?.status;
    platform.log.warn({ personId: to.personId, status, err: refused ? undefined : error }, 'a card could not be put into a chat');
    // The person has removed Samtal or blocked it: there is no chat any more.
    if (!known && (status === 403 || status === 404)) await dropChat(platform, to.tenantId, to.personId);
    // Where an earlier try may have arrived, a way that is closed for the moment is no reason to tell it elsewhere as well.
    const isCertain = status === undefined ? error instanceof TeamsUnreached && begun === 'first' : status < 500 && status !== 408;
    if (!isCertain) return 'open';
    // Nothing was sent: the same card may be tried again.
    await takeBackTry(platform, place);
    if (refused && mayWait.has(refused.status)) throw new MicrosoftUnavailable('Teams asks to wait', false, refused.retryAfterSeconds);
    return 'none';
  }
  await recordArrived(platform, place);
  return 'sent';
}

/** Too much was asked of Teams, or several things of one chat at once (Microsoft, "Optimize your bot with rate limiting"). */
const mayWait = new Set([412, 429]);
