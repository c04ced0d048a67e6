/** For HR: which notifications of a cycle reached nobody, why and for whom, and what reminders did not help, as counts. */
import { findPeople, refOf } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { countOverdue } from '#api/talk/count-overdue.ts';
import { findSigning } from '../signing/find-signing.ts';
import { listMissed } from '../store.ts';
import { missedReasons, type Missed } from './contract.ts';

/** Most people named for one reason. */
const mostNamed = 20;

export async function readMissed(platform: Platform, { tenantId }: Person, cycleId: string): Promise<Result<Missed>> {
  const { missed, waiting } = await listMissed(platform.db, tenantId, cycleId);
  const groups = missedReasons.map((why) => {
    const ids = missed.filter((row) => row.missed === why).map(({ recipientId }) => recipientId);
    return { why, ids: [...new Set(ids)] };
  });
  const named = groups.flatMap(({ ids }) => ids.slice(0, mostNamed));
  const [people, overdue, signingOf] = await Promise.all([
    findPeople(platform, tenantId, named),
    countOverdue(platform, tenantId, cycleId),
    findSigning(platform, tenantId, [cycleId]),
  ]);
  return done({
    missed: groups
      .filter(({ ids }) => ids.length > 0)
      .map(({ why, ids }) => ({ why, inAll: ids.length, people: ids.slice(0, mostNamed).map((id) => refOf(people.get(id), id)) })),
    waiting,
    overdue,
    signing: signingOf(cycleId),
  });
}
