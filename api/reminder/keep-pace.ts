/**
 * Makes a call in its turn, over all instances of Samtal: to the activity feed five a second for one person each, two a second for many (Microsoft
 * Graph, throttling limits, Teams); mails, thirty a minute from one mailbox (Exchange). What the service asks everybody to wait is kept by everybody.
 */
import { timerOf } from '#api/platform/clock/clock.ts';
import { closeTurns, takeTurn } from '#api/platform/db/turns.ts';
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';

/** A little longer than what Microsoft counts in: calls do not arrive as evenly as they are sent. */
const paces = {
  'activity-one': { most: 5, perMs: 1_050 },
  'activity-many': { most: 2, perMs: 1_050 },
  mail: { most: 29, perMs: 61_000 },
} as const;
/** Longer waits are left to the due mark, well within its lease. */
const withinMs = 15_000;

export async function inTurn<T>(platform: Platform, tenantId: string, service: keyof typeof paces, call: () => Promise<T>): Promise<T> {
  const name = `${tenantId}/${service}`;
  const now = platform.clock.now();
  const turn = await takeTurn(platform.db, { name, ...paces[service], withinMs, now });
  if ('closedMs' in turn) throw new MicrosoftUnavailable('The service has had its share', false, turn.closedMs / 1000);
  const waitMs = turn.at.getTime() - now.getTime();
  if (waitMs > 0) await timerOf(platform.clock).wait(waitMs);
  try {
    return await call();
  } catch (error) {
    if (error instanceof MicrosoftUnavailable && error.retryAfterSeconds !== undefined)
      await closeTurns(platform.db, name, new Date(platform.clock.now().getTime() + error.retryAfterSeconds * 1000));
    throw error;
  }
}
