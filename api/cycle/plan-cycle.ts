/** Plans a cycle: reads people and their free/busy through Graph, asks the planner for times, and keeps the plan. Sends nothing to anybody. */
import { directorySyncedAt, findPeople, listPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Cycle } from './contract.ts';
import { describeCycle } from './describe-cycle.ts';
import { readCalendars } from './read-calendars.ts';
import { gridOf } from './rules/calendar-grid.ts';
import { planTalks, type Pair } from './rules/planner.ts';
import { checkSettings, windowOf } from './rules/settings.ts';
import { zoneOf } from './save-cycle.ts';
import { changeDraft, findCycle, type CycleRecord, type PlanRecord } from './store.ts';

export async function planCycle(platform: Platform, actor: Person, cycleId: string, version: number): Promise<Result<Cycle>> {
  const { db, clock } = platform;
  const cycle = await findCycle(db, actor.tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  if (cycle.launchedAt) return refuse('already-launched');
  if (cycle.version !== version) return refuse('stale');
  if (!(await directorySyncedAt(platform, actor.tenantId))) return refuse('directory-not-ready');
  const zone = await zoneOf(platform, actor);
  const refused = checkSettings(cycle.settings, zone, clock.now());
  if (refused) return refused;
  const plan = await makePlan(platform, cycle, windowOf(cycle.settings, zone, clock.now()));
  const changed = await changeDraft(db, actor.tenantId, cycleId, version, { plan });
  return changed ? done(await describeCycle(platform, changed)) : refuse('stale');
}

async function makePlan(platform: Platform, cycle: CycleRecord, window: { start: Date; end: Date }): Promise<PlanRecord> {
  const { tenantId, settings } = cycle;
  const employees = await listPeople(platform, tenantId, settings.departments);
  const managers = await findPeople(
    platform,
    tenantId,
    employees.flatMap(({ managerId }) => (managerId ? [managerId] : [])),
  );
  const pairs: Pair[] = [];
  const alone: PlanRecord['unplaced'] = [];
  for (const { personId, managerId } of employees) {
    const manager = managerId ? managers.get(managerId) : undefined;
    // The directory lets somebody be their own manager; nobody talks with themselves.
    if (manager?.enabled && manager.personId !== personId) pairs.push({ employeeId: personId, managerId: manager.personId });
    else alone.push({ employeeId: personId, managerId: null, reason: 'no-manager' });
  }
  const people = new Map([...employees, ...managers.values()].map((person) => [person.personId, person]));
  const calendars = await readCalendars(platform, tenantId, [...people.values()], window);
  const { placed, unplaced } = planTalks({ ...settings, grid: gridOf(window), pairs, calendars });
  return { plannedAt: platform.clock.now(), placed, unplaced: [...unplaced, ...alone] };
}
