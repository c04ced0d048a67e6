/** An accepted re-plan as HR sees it: how many talks are where they should be, and which were left alone. Never contents. */
import { findPeople, refOf } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listSteps } from '#api/talk/replan/list-steps.ts';
import type { CycleRecord } from '../store.ts';
import type { ReplanStatus } from './contract.ts';
import { stepsOf } from './record-steps.ts';
import { findReplan } from './store.ts';

export async function describeReplan(
  platform: Platform,
  { tenantId, _id: cycleId, replanDue }: CycleRecord,
  accepted: NonNullable<CycleRecord['replan']>,
): Promise<ReplanStatus> {
  const { id: replanId, by, at } = accepted;
  const found = await findReplan(platform.db, tenantId, cycleId, replanId);
  const isBegun = replanDue != null;
  const { kept, left: leftSteps, because } = found ? stepsOf(found, accepted) : { kept: [], left: [], because: new Map() };
  const whose = { tenantId, replanId };
  const [steps, untouched] = await Promise.all([
    listSteps(platform, whose, kept, !isBegun),
    listSteps(platform, whose, leftSteps, !isBegun),
  ]);
  const left = [
    ...untouched.map((one) => ({ ...one, because: because.get(one.step.talkId) === null ? 'left-out' : 'in-the-way' }) as const),
    ...steps.flatMap(({ state, ...one }) => (state === 'changed' || state === 'taken' ? [{ ...one, because: state }] : [])),
  ];
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
    leftAlone: left.map(({ employeeId, managerId, because: why }) => ({
      employee: ref(employeeId),
      manager: ref(managerId),
      because: why,
    })),
  };
}
