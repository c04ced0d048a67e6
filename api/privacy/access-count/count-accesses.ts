/** Counts the access logs of a cycle for HR, when they ask for it. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { listLoggedOfCycle } from '#api/talk/logged/list-logged.ts';
import { listChecked } from '../access-chain/store.ts';
import { listRefusedSince } from '../refused-access/store.ts';
import { listTimes } from '../access-log/store.ts';
import type { AccessCounts } from './contract.ts';
import { besideEachOther, byMonth } from './rules.ts';

export async function countAccesses(platform: Platform, actor: Person, cycleId: string): Promise<Result<AccessCounts>> {
  const { db, clock } = platform;
  const now = clock.now();
  const since = new Date(Date.UTC(now.getUTCFullYear() - 1, now.getUTCMonth(), 1));
  const talks = await listLoggedOfCycle(platform, actor, cycleId);
  const talkIds = talks.map(({ talkId }) => talkId);
  const [accesses, refused, checked] = await Promise.all([
    listTimes(db, actor.tenantId, talkIds, since),
    listRefusedSince(db, actor.tenantId, since),
    listChecked(db, actor.tenantId, talkIds),
  ]);
  const known = new Map(checked.map((chain) => [chain._id, chain]));
  const logs = talks.filter(({ talkId, hasLog }) => hasLog || known.has(talkId));
  const times = logs.map(({ talkId }) => known.get(talkId)?.checkedAt?.getTime() ?? 0);
  const oldest = Math.min(...times);
  return done({
    months: besideEachOther(
      byMonth(
        accesses.map(({ at, personId, talkId }) => ({ at, ids: [personId, talkId], count: 1 })),
        now,
      ),
      byMonth(
        refused.map(({ lastAt, personId, count }) => ({ at: lastAt, ids: [personId], count })),
        now,
      ),
    ),
    checkedAt: times.length === 0 || oldest === 0 ? null : new Date(oldest).toISOString(),
    // A log whose chain is gone was taken out as a whole.
    whole: logs.every(({ talkId }) => known.has(talkId) && known.get(talkId)?.whole !== false),
  });
}
