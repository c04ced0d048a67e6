/** What people see of the reminders of a run: in the feed, in the chat and in the mailbox, each by the name it went out under. */
import { cardIdOf } from '#api/reminder/chat/record-card.ts';
import type { World } from '#infra/local/m365/core/world.ts';
import { cardsIn } from './remind-chats.ts';
import type { Sent, What } from './remind-rows.ts';

export type Seen = {
  /** How many reminders are seen nowhere, and how many more than once in one place. */
  lost: number;
  doubled: number;
  /** What is seen beside these: told under another name as well. */
  stray: number;
  /** How many are seen on a card; and how many of these in the feed as well. */
  cards: number;
  both: number;
  /** How many were told with others of their person as one. */
  together: number;
};

/** A mail does not say which reminder it is, and nobody gets two; an entry's number is the beginning of what a card is called. */
const signOf = (what: What, name: string): string => (what === 'mail' ? '' : entrySign(cardIdOf(name)));
const entrySign = (cardId: string): string => String(Number.parseInt(cardId.slice(0, 13), 16));

export function countSeen(world: World, what: What, reminders: Sent[]): Seen {
  const inbox = world.mails.all().filter(({ folder }) => folder === 'inbox');
  const entries = countOf(
    what === 'mail'
      ? inbox.map(({ userId }) => `${userId}/`)
      : world.activities.all().map(({ recipientId, chainId }) => `${recipientId}/${String(chainId)}`),
  );
  const cards = countOf(cardsIn(world).map(({ personId, cardId }) => `${personId}/${entrySign(cardId)}`));
  const known = new Set<string>();
  const seen = reminders.map(({ recipientId, name }) => {
    const sign = `${recipientId}/${signOf(what, name)}`;
    known.add(sign);
    return { entries: entries.get(sign) ?? 0, cards: cards.get(sign) ?? 0 };
  });
  return {
    lost: seen.filter((one) => one.entries + one.cards === 0).length,
    doubled: seen.filter((one) => one.entries > 1 || one.cards > 1).length,
    stray: [...new Set([...entries.keys(), ...cards.keys()])].filter((sign) => !known.has(sign)).length,
    cards: seen.filter((one) => one.cards > 0).length,
    both: seen.filter((one) => one.entries > 0 && one.cards > 0).length,
    together: reminders.filter(({ isTogether }) => isTogether).length,
  };
}

/** How many cards are in a chat more than once. */
export const countCopied = (world: World): number =>
  [...countOf(cardsIn(world).map(({ personId, cardId }) => `${personId}/${cardId}`)).values()].filter((count) => count > 1).length;

function countOf(signs: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  return counts;
}
