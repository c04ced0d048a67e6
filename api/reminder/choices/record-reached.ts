/**
 * Remembers for whom Samtal is installed. The call that tells many at once leaves out in silence whoever does not have the app, so only those
 * who were reached one by one not long ago are told that way.
 */
import type { Platform } from '#api/platform/platform.ts';
import { hasRefused, listReached, writeReached } from './store.ts';

const trustedMs = 120 * 86_400_000;

/** Who of these was reached in the feed within the last months. */
export function findReached(platform: Platform, tenantId: string, personIds: string[]): Promise<Set<string>> {
  return listReached(platform.db, tenantId, personIds, new Date(platform.clock.now().getTime() - trustedMs));
}

/** `isReached` false: the feed has refused, the app is not there any more. */
export function recordReached(platform: Platform, of: { tenantId: string; personId: string }, isReached: boolean): Promise<void> {
  return writeReached(platform.db, of, isReached ? platform.clock.now() : null);
}

/** Whether the last try found that the person has no Samtal in Teams: no licence, or not installed. False also for whom nobody has tried yet. */
export const isWithoutTeams = ({ db }: Platform, of: { tenantId: string; personId: string }): Promise<boolean> => hasRefused(db, of);
