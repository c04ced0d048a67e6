/** An accepted re-plan as HR sees it: how many talks are where they should be, and which were left alone. Never contents. */
import { findPeople, refOf } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { MoveWhy } from '#api/talk/contract.ts';
import type { ReplanStep } from '#api/talk/replan/contract.ts';
import { listSteps } from '#api/talk/replan/list-steps.ts';
import type { CycleRecord } from '../store.ts';
import type { ReplanStatus } from './contract.ts';
import { findReplan, type ReplanRecord } from './store.ts';

export async function describeReplan(
  platform: Platform,
  { tenantId, _id: cycleId, replanDue }: CycleRecord,
  { id: replanId, by, at }: NonNullable<CycleRecord['replan']>,
): Promise<ReplanStatus> {
  const found = await findReplan(platform.db, tenantId, cycleId, replanId);
  const isBegun = replanDue != null;
  const steps = await listSteps(platform, { tenantId, replanId }, found ? stepsOf(found) : [], !isBegun);
  const left = steps.flatMap(({ state, ...two }) => (state === 'changed' || state === 'taken' ? [{ ...two, because: state }] : []));
  const ids = left.flatMap(({ employeeId, managerId }) => [employeeId, managerId]);
  const people = await findPeople(platform, tenantId, [by, ...ids]);
  const ref = (id: string) => refOf(people.get(id), id);
  return {
    replanId,
    at: at.toISOString(),
    by: ref(by),
    steps: steps.length,
    done: steps.filter(({ state }) => state === 'done').length,
    isUnderWay: isBegun || steps.some(({ state }) => state === 'under-way'),
    leftAlone: left.map(({ employeeId, managerId, because }) => ({ employee: ref(employeeId), manager: ref(managerId), because })),
  };
}

/** As the talks take them. */
export function stepsOf({ steps }: ReplanRecord): ReplanStep[] {
  return steps.map(({ talkId, from, to, why, handOver = null, parts }) => {
    return { talkId, from, to: to ?? (parts ? 'parts' : handOver ? 'no-time' : 'withdrawn'), why: why as MoveWhy | null, handOver };
  });
}
