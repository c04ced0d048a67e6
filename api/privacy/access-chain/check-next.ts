/**
 * Looks once a week whether each access log is whole, also when nobody reads it, and notes what was found beside its chain. Reads a log as a whole; costs
 * whoever opens a talk nothing.
 */
import type { Platform } from '#api/platform/platform.ts';
import { keepLogged } from '#api/talk/logged/keep-logged.ts';
import { isChainWhole } from './check-chain.ts';
import { listUnchecked, putChecked } from './store.ts';

const weekMs = 7 * 24 * 60 * 60_000;
const atOnce = 50;

/** One step of the clock; answers true while there are more. */
export async function checkNextChains(platform: Platform): Promise<boolean> {
  const now = platform.clock.now();
  const due = await listUnchecked(platform.db, new Date(now.getTime() - weekMs), atOnce);
  for (const { _id: talkId, tenantId } of due) {
    const of = { tenantId, talkId };
    const whole = await isChainWhole(platform, of);
    if (!whole) platform.log.error({ talkId }, 'an access log is not whole');
    // Logs of earlier releases are known to their talks from now on.
    await keepLogged(platform, of);
    await putChecked(platform.db, talkId, now, whole);
  }
  return due.length === atOnce;
}
