/** Goes to a part of the agenda, for both: a guarded write, so that two who press "next" at the same moment go one part on, not two. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readAccess } from '../read-access.ts';
import type { Holding } from './contract.ts';
import { describeHolding, partIdsOf, turnsOf } from './describe-holding.ts';
import { mayMovePart, turnTo } from './rules.ts';
import { changeHolding, listHoldings } from './store.ts';

export async function movePart(
  platform: Platform,
  actor: Person,
  talkId: string,
  partId: string,
  version: number,
): Promise<Result<Holding>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const { talk, facts } = access;
  const refused = mayMovePart(facts, partIdsOf(talk), partId);
  if (refused) return refused;
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const { tenantId } = actor;
  const [record] = await listHoldings(platform.db, tenantId, [talkId]);
  const turns = turnsOf(talk, record);
  if (!turns) return refuse('wrong-input', { field: 'partId' });
  const changed = await changeHolding(platform.db, { tenantId, talkId, version }, { turns: turnTo(turns, partId, platform.clock.now()) });
  return changed ? done(describeHolding(talk, changed)) : refuse('stale');
}
