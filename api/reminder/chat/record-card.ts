/**
 * Writes down a card before it is sent, so that a lost answer or a crash never leads to a second one: Teams cannot be asked whether a message
 * arrived, so a card that may have been sent counts as sent.
 */
import { createHash } from 'node:crypto';
import type { Platform } from '#api/platform/platform.ts';
import { addCard, dropCard } from './store.ts';

type To = { tenantId: string; personId: string };
const short = (key: string): string => createHash('sha256').update(key).digest('hex');

/** Answers false when this card was written down before. `key` may be of any length. */
export function recordCard(platform: Platform, to: To, key: string): Promise<boolean> {
  return addCard(platform.db, to.tenantId, to.personId, short(key), platform.clock.now());
}

/** For a card that certainly was not sent: it may be tried again. */
export function dropCardRecord(platform: Platform, to: To, key: string): Promise<void> {
  return dropCard(platform.db, to.tenantId, to.personId, short(key));
}
