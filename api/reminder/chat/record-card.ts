/**
 * Writes down each try of a card before it is sent: Teams cannot be asked whether a message arrived. A card that may have arrived is sent again, as the
 * same card; what Teams tells of it afterwards says that it has arrived, which message it is, and which one is a copy that has to go.
 */
import { createHash } from 'node:crypto';
import type { Platform } from '#api/platform/platform.ts';
import { afterTold, type Told } from './rules.ts';
import { addCard, addTry, dropTry, findCard, markArrived, saveTold, type CardPlace } from './store.ts';

/** A card's id, from a key of any length. It tells nothing of what the card is about. */
export const cardIdOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** `first`, `again`: the card may be sent now, and for so many times nobody knows yet. `arrived`: it is there. `over`: it was tried often enough. */
export type Try = 'first' | 'again' | 'arrived' | 'over';

/** Each round that comes to nothing is one in which somebody else has written: there are never so many. */
const mostRounds = 50;

/** Writes down that a card is about to be sent, unless it need not be. */
export async function beginTry({ db, clock }: Platform, place: CardPlace, most: number): Promise<Try> {
  for (let round = 0; round < mostRounds; round += 1) {
    if (await addCard(db, place, clock.now())) return 'first';
    const card = await findCard(db, place);
    if (card?.arrived) return 'arrived';
    if (card && card.tries >= most) return 'over';
    if (card && (await addTry(db, place, card.tries))) return 'again';
    // Somebody else has tried it meanwhile, or it was heard of: once more from how it is now.
  }
  throw new Error('A card is tried by too many at once');
}

/** Teams has taken the card for certain. */
export function recordArrived({ db }: Platform, place: CardPlace): Promise<void> {
  return markArrived(db, place);
}

/** For a try that certainly came to nothing. */
export function takeBackTry({ db }: Platform, place: CardPlace): Promise<void> {
  return dropTry(db, place);
}

/**
 * The person's Teams shows a message with the card, or they have pressed it: it has arrived. Changes nothing for a card that was never theirs.
 * @returns the message that is a copy, and has to leave the chat; null when none is
 */
export async function recordTold({ db }: Platform, place: CardPlace, told: Told): Promise<string | null> {
  for (let round = 0; round < mostRounds; round += 1) {
    const card = await findCard(db, place);
    if (!card) return null;
    const { gone, ...after } = afterTold(card, told);
    const isSame = after.messageId === card.messageId && after.copies.length === card.copies.length;
    if (isSame || (await saveTold(db, place, card, after))) return gone;
  }
  throw new Error('Too much is told of a card at once');
}
