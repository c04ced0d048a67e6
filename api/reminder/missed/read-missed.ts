/**
 * For HR: which notifications reached nobody, why and for whom; in one cycle, with what reminders did not help, as counts, or of all. What a
 * notification was about is not said: of one cycle or none, a person's talk or goal.
 */
import { findPeople, refOf } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { countOverdue } from '#api/talk/count-overdue.ts';
import { findSigning } from '../signing/find-signing.ts';
import { countWaiting, listMissed, type MissedWhere } from '../store.ts';
import { missedReasons, type Missed, type MissedGroup, type MissedOfAll } from './contract.ts';

/** Most people named for one reason. */
const mostNamed = 20;

export async function readMissed(platform: Platform, { tenantId }: Person, cycleId: string): Promise<Result<Missed>> {
  const [missed, waiting, overdue, signingOf] = await Promise.all([
    groupsOf(platform, { tenantId, cycleId }),
    countWaiting(platform.db, tenantId, cycleId),
    countOverdue(platform, tenantId, cycleId),
    findSigning(platform, tenantId, [cycleId]),
  ]);
  return done({ missed, waiting, overdue, signing: signingOf(cycleId) });
}

export async function readMissedOfAll(platform: Platform, { tenantId }: Person): Promise<Result<MissedOfAll>> {
  return done({ missed: await groupsOf(platform, { tenantId }) });
}

async function groupsOf(platform: Platform, where: MissedWhere): Promise<MissedGroup[]> {
  const missed = await listMissed(platform.db, where);
  const groups = missedReasons.map((why) => {
    const ids = missed.filter((row) => row.missed === why).map(({ recipientId }) => recipientId);
    return { why, ids: [...new Set(ids)] };
  });
  const named = groups.flatMap(({ ids }) => ids.slice(0, mostNamed));
  const people = await findPeople(platform, where.tenantId, named);
  return groups
    .filter(({ ids }) => ids.length > 0)
    .map(({ why, ids }) => ({ why, inAll: ids.length, people: ids.slice(0, mostNamed).map((id) => refOf(people.get(id), id)) }));
}
