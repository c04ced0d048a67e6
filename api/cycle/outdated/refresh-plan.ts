/** Finds new times for what of a plan cannot stay after it has waited, and for what has none; everything else keeps its time. Sends nothing to anybody. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Problem } from '../collect-problem.ts';
import type { Cycle } from '../contract.ts';
import { planDraft, type Held } from '../plan-cycle.ts';
import { findCycle, type CycleRecord, type PlanRecord } from '../store.ts';
import { chosenAfter, holdStaying, outdatedIn, soonIn, type Waited } from './rules.ts';

export async function refreshPlan(platform: Platform, actor: Person, cycleId: string, version: number): Promise<Result<Cycle>> {
  const cycle = await findCycle(platform.db, actor.tenantId, cycleId);
  if (cycle && !cycle.launchedAt && !cycle.plan) return refuse('not-planned');
  const now = platform.clock.now();
  return planDraft(platform, actor, { cycleId, version }, (problem, { plan, settings, chosen }, zone): Held => {
    const { stay, outdated } = outdatedIn(waitedOf(problem, plan ?? nothing, settings.prepareDays, zone, now));
    return { ...holdStaying(problem.instance, stay, problem.judged), ...chosenAfter(chosen ?? [], stay, outdated), isPart: true };
  });
}

const nothing: Pick<PlanRecord, 'placed' | 'unplaced'> = { placed: [], unplaced: [] };

/** A plan beside the problem as it is now. */
export function waitedOf(
  { instance, judged, pairs, alone }: Problem,
  plan: Pick<PlanRecord, 'placed' | 'unplaced'>,
  prepareDays: CycleRecord['settings']['prepareDays'],
  zone: string,
  now: Date,
): Waited {
  const withNobody = alone.filter(({ managerId }) => managerId === null);
  return { instance, judged, plan, people: [...pairs, ...withNobody], soon: soonIn(plan.placed, prepareDays, zone, now) };
}
