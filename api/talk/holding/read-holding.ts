/** How far a talk has come in its agenda, for its two. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '../read-access.ts';
import type { Holding } from './contract.ts';
import { describeHolding } from './describe-holding.ts';
import { listHoldings } from './store.ts';

export async function readHolding(platform: Platform, actor: Person, talkId: string): Promise<Result<Holding>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const [record] = await listHoldings(platform.db, actor.tenantId, [talkId]);
  return done(describeHolding(access.talk, record));
}
