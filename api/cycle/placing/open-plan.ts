/** What a single talk of a plan is asked or changed with: the cycle, its plan, and the part of the planning problem that the talk's time depends on. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { busyElsewhere, collectProblem } from '../collect-problem.ts';
import { readKeptCalendars } from '../keep-calendars.ts';
import { rulesOf } from '../rules/settings.ts';
import { zoneOf } from '../save-cycle.ts';
import { findCycle, listCyclesAround, type CycleRecord, type PlanRecord } from '../store.ts';
import type { Part } from './rules/places.ts';

export type OpenPlan = {
  cycle: CycleRecord;
  plan: PlanRecord;
  /** HR's own zone. */
  zone: string;
  /** Where the talk is; null: it has no time. */
  start: Date | null;
  managerId: string;
};

/** Refuses when there is no such plan or talk, or the cycle is launched. Who has no manager has no talk. */
export async function openPlan(platform: Platform, actor: Person, cycleId: string, employeeId: string): Promise<Result<OpenPlan>> {
  const cycle = await findCycle(platform.db, actor.tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  if (cycle.launchedAt) return refuse('already-launched');
  const { plan } = cycle;
  if (!plan) return refuse('not-planned');
  const placed = plan.placed.find((talk) => talk.employeeId === employeeId);
  const managerId = placed?.managerId ?? plan.unplaced.find((talk) => talk.employeeId === employeeId)?.managerId;
  if (!managerId) return refuse('not-found');
  const zone = await zoneOf(platform, actor);
  return done({ cycle, plan, zone, start: placed?.start ?? null, managerId });
}

/**
 * These talks with all their people, and what else these people have in the plan.
 * @param employeeIds the first one names what is kept of calendars
 */
export async function collectPart(
  platform: Platform,
  { cycle, plan, zone }: OpenPlan,
  employeeIds: string[],
): Promise<{ part: Part; readAt: Date }> {
  const { tenantId, _id: cycleId, settings } = cycle;
  const rules = rulesOf(settings);
  const asked = new Set(employeeIds);
  // Whoever holds the talk in the plan, also when the directory says something else by now.
  const heldBy = [...plan.placed, ...plan.unplaced].flatMap(({ employeeId, managerId }) =>
    managerId && asked.has(employeeId) ? [{ employeeId, managerId }] : [],
  );
  let readAt = platform.clock.now();
  const { instance, judged, alone } = await collectProblem(
    platform,
    { tenantId, settings: { ...settings, rules: { ...rules, heldBy, leftOut: [] } }, zone },
    async (people, window) => {
      const kept = await readKeptCalendars(platform, { tenantId, cycleId }, people, window, [...asked].sort().join());
      readAt = kept.readAt;
      return kept.calendars;
    },
    busyElsewhere(await listCyclesAround(platform.db, tenantId, cycle)),
    asked,
  );
  return { part: { instance, judged, placed: plan.placed, partnerId: rules.partnerId, alone }, readAt };
}
