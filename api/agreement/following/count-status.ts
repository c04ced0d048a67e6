/** How many agreements a cycle has led to, and how they go, for HR: numbers of the whole cycle, of talks that both have signed. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { listSignedOfCycle } from '#api/talk/standing/list-signed.ts';
import type { AgreementStatus } from '../contract.ts';
import { countByTalk } from '../store.ts';
import { countsOf } from './rules.ts';
import { listStatuses } from './store.ts';

type Counts = { agreements: number; statuses: { status: AgreementStatus; agreements: number }[] };

export async function countStatus(platform: Platform, actor: Person, cycleId: string): Promise<Result<Counts>> {
  const { tenantId } = actor;
  const talkIds = await listSignedOfCycle(platform, actor, cycleId);
  const counts = await countByTalk(platform.db, tenantId, talkIds);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const said = await listStatuses(platform.db, tenantId, talkIds);
  return done({
    agreements: all,
    statuses: countsOf(
      talkIds.length,
      all,
      said.map(({ status }) => status),
    ),
  });
}
