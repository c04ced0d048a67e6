/**
 * A talk says itself that it has an access log, so that a log which somebody takes out of the store whole, with its chain, is missed. For privacy/access-log,
 * which asks when a chain begins or is missing and never else: reading a talk costs nothing more.
 */
import type { Platform } from '#api/platform/platform.ts';
import { findLoggedAt, putLoggedAt } from './store.ts';

type OfTalk = { tenantId: string; talkId: string };

/** Whether the talk is there, and whether it has had an access log. */
export async function findLogged({ db }: Pick<Platform, 'db'>, of: OfTalk): Promise<{ isThere: boolean; hasLog: boolean }> {
  const found = await findLoggedAt(db, of);
  return { isThere: found !== null, hasLog: found !== null && found.loggedAt !== null };
}

export async function keepLogged({ db, clock }: Pick<Platform, 'db' | 'clock'>, of: OfTalk): Promise<void> {
  await putLoggedAt(db, of, clock.now());
}
