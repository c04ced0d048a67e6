/**
 * HR accepts a proposal, but for the talks they leave out, in one guarded write of the cycle. Then the clock carries it out talk by talk
 * (carry-out-replan.ts).
 */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { listSteps } from '#api/talk/replan/list-steps.ts';
import { findCycle, type CycleRecord } from '../store.ts';
import type { ReplanStatus } from './contract.ts';
import { describeReplan } from './describe-replan.ts';
import { stepsOf } from './record-steps.ts';
import { findReplan, takeReplan, type ReplanRecord } from './store.ts';

export async function acceptReplan(
  platform: Platform,
  actor: Person,
  { cycleId, replanId }: { cycleId: string; replanId: string },
  { leaveOut }: { leaveOut: string[] },
  version: number,
): Promise<Result<ReplanStatus>> {
  const { db, clock } = platform;
  const cycle = await findCycle(db, actor.tenantId, cycleId);
  const replan = await findReplan(db, actor.tenantId, cycleId, replanId);
  if (!cycle || !replan) return refuse('not-found');
  const leftOut = await talksOf(platform, replan, leaveOut);
  if (typeof leftOut === 'number')
    return refuse('wrong-input', { field: `leaveOut.${leftOut}`, detail: 'The proposal changes no talk of theirs.' });
  if (cycle.replan?.id === replanId) return again(platform, cycle, cycle.replan, leftOut);
  if (replan.version !== version) return refuse('stale');
  const changed = await takeReplan(db, replan, { by: actor.personId, leftOut }, clock.now());
  if (!changed?.replan) return refuse('stale');
  platform.wake('replan-cycles');
  return done(await describeReplan(platform, changed, changed.replan));
}

/** Pressing twice changes nothing. Who has chosen otherwise meanwhile is told, since that is not what is being done. */
async function again(
  platform: Platform,
  cycle: CycleRecord,
  accepted: NonNullable<CycleRecord['replan']>,
  leftOut: string[],
): Promise<Result<ReplanStatus>> {
  const said = accepted.leftOut ?? [];
  const isSame = said.length === leftOut.length && said.every((id) => leftOut.includes(id));
  return isSame ? done(await describeReplan(platform, cycle, accepted)) : refuse('stale');
}

/** Talks of these employees that the proposal changes; or the place of the first of them of whom it changes none. */
async function talksOf(platform: Platform, replan: ReplanRecord, employeeIds: string[]): Promise<string[] | number> {
  if (employeeIds.length === 0) return [];
  const { kept } = stepsOf(replan, {});
  const steps = await listSteps(platform, { tenantId: replan.tenantId, replanId: replan._id }, kept, false);
  const talkOf = new Map(steps.map(({ employeeId, step }) => [employeeId, step.talkId]));
  const unknown = employeeIds.findIndex((id) => !talkOf.has(id));
  return unknown >= 0 ? unknown : [...new Set(employeeIds.flatMap((id) => talkOf.get(id) ?? []))];
}
