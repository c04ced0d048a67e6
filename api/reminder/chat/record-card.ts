/**
 * Writes down a card before it is sent, so that a lost answer or a crash never leads to a second one: Teams cannot be asked whether a message
 * arrived, so a card that may have been sent is not sent again. That it has arrived is known once Teams shows it to the person.
 */
import { createHash } from 'node:crypto';
import type { Platform } from '#api/platform/platform.ts';
import { addCard, dropCard, isCardShown, markShown } from './store.ts';

type To = { tenantId: string; personId: string };

/** A card's id, from a key of any length. It tells nothing of what the card is about. */
export const cardIdOf = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Answers false when this card was written down before. */
export function recordCard(platform: Platform, to: To, cardId: string): Promise<boolean> {
  return addCard(platform.db, to.tenantId, to.personId, cardId, platform.clock.now());
}

/** For a card that certainly was not sent: it may be tried again. */
export function dropCardRecord(platform: Platform, to: To, cardId: string): Promise<void> {
  return dropCard(platform.db, to.tenantId, to.personId, cardId);
}

/** The person's Teams has asked for the card anew, or they have pressed it: it has arrived. Changes nothing for a card that was never theirs. */
export function recordShown(platform: Platform, to: To, cardId: string): Promise<void> {
  return markShown(platform.db, to.tenantId, to.personId, cardId);
}

export function wasShown(platform: Platform, to: To, cardId: string): Promise<boolean> {
  return isCardShown(platform.db, to.tenantId, to.personId, cardId);
}
