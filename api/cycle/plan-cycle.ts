/** Plans a cycle: reads people and their free/busy through Graph, asks the planner for times, and keeps the plan. Sends nothing to anybody. */
import { directorySyncedAt, findPeople, listPeople, type KnownPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Cycle } from './contract.ts';
import { describeCycle } from './describe-cycle.ts';
import { joinReadings, slotMinutes, type Grid, type PersonCalendar, type Reading } from './rules/calendar-grid.ts';
import { planTalks, type Pair } from './rules/planner.ts';
import { checkSettings, windowOf } from './rules/settings.ts';
import { zoneOf } from './save-cycle.ts';
import { changeDraft, findCycle, type CycleRecord, type PlanRecord } from './store.ts';

/** getSchedule answers at most 62 days at once; 42 leaves room. Source: Microsoft Graph, calendar: getSchedule. */
const daysPerRead = 42;
const dayMs = 86_400_000;

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

/** Whole quarters of an hour from the first one in the window. */
function gridOf({ start, end }: { start: Date; end: Date }): Grid {
  const slotMs = slotMinutes * 60_000;
  const first = Math.ceil(start.getTime() / slotMs) * slotMs;
  return { start: new Date(first), slots: Math.max(0, Math.floor((end.getTime() - first) / slotMs)) };
}

async function readCalendars(
  platform: Platform,
  tenantId: string,
  people: KnownPerson[],
  window: { start: Date; end: Date },
): Promise<Map<string, PersonCalendar | null>> {
  const withMail = people.flatMap((person) => (person.mail && person.hasMailbox ? [{ person, mail: person.mail }] : []));
  const calendars = new Map<string, PersonCalendar | null>(people.map(({ personId }) => [personId, null]));
  const asId = withMail[0]?.person.personId;
  if (!asId) return calendars;
  const addresses = withMail.map(({ mail }) => mail);
  const stretches: Map<string, Reading | null>[] = [];
  for (let from = window.start.getTime(); from < window.end.getTime(); from += daysPerRead * dayMs) {
    const to = Math.min(from + daysPerRead * dayMs, window.end.getTime());
    stretches.push(await platform.graph.readSchedules(tenantId, asId, addresses, new Date(from), new Date(to)));
  }
  for (const { person, mail } of withMail) {
    const readings = stretches.map((stretch) => stretch.get(mail) ?? null);
    calendars.set(person.personId, joinReadings(readings, person.timeZone));
  }
  return calendars;
}
