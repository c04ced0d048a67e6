/** Writes down when the two look at their agreements next. Open as long as agreements are; books nothing. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { readAccess } from '../read-access.ts';
import type { Holding } from './contract.ts';
import { describeHolding } from './describe-holding.ts';
import { mayCheckIn } from './rules.ts';
import { changeHolding } from './store.ts';

export async function proposeCheckIn(
  platform: Platform,
  actor: Person,
  talkId: string,
  day: string | null,
  version: number,
): Promise<Result<Holding>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const refused = mayCheckIn(access.facts, day, platform.clock.now());
  if (refused) return refused;
  if (!mayAccess('agreements', 'write', access.relation, access.policy)) return refuse('agreements-closed');
  const changed = await changeHolding(platform.db, { tenantId: actor.tenantId, talkId, version }, { checkIn: day });
  return changed ? done(describeHolding(access.talk, changed)) : refuse('stale');
}
