/** The two lists of talks: one's own as an employee, and one's team's as their manager. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { Talk } from './contract.ts';
import { describeTalks } from './describe-talk.ts';
import { findHandedOver } from './standing/find-handed-over.ts';
import { listTalksOf } from './store.ts';
import { urgency } from './team/rules.ts';

export async function listMyTalks(platform: Platform, actor: Person): Promise<Result<{ talks: Talk[] }>> {
  return done({ talks: await describeTalks(platform, actor, await listTalksOf(platform.db, actor, 'employee')) });
}

export async function listTeamTalks(platform: Platform, actor: Person): Promise<Result<{ talks: Talk[] }>> {
  const held = await listTalksOf(platform.db, actor, 'manager');
  const handedOver = await findHandedOver(platform, actor.tenantId, held);
  const talks = await describeTalks(
    platform,
    actor,
    held.filter(({ _id }) => !handedOver.has(_id)),
  );
  const rank = ({ next }: Talk): number => urgency.indexOf(next);
  const time = ({ start }: Talk): string => start ?? '9';
  return done({
    talks: talks.sort(
      (a, b) => rank(a) - rank(b) || time(a).localeCompare(time(b)) || a.employee.name.localeCompare(b.employee.name, 'sv'),
    ),
  });
}
