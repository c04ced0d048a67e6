/**
 * How many talks fit before anything is sent: a quick plan for the number, a bound that no plan passes, and the managers who have too much with what
 * would help each. Pure; made to be asked at every change of a field.
 */
import { slotMinutes } from './calendar-grid.ts';
import { deskOf, type Desk, type Job } from './desk.ts';
import type { PlacedSlots, PlanInstance } from './instance-of.ts';
import { timesOf, type Bounds } from './reasons.ts';
import { dayOf, type RelaxInput, type RelaxRecord } from './relaxations.ts';
import { isRoomMissing } from './room-missing.ts';

export type Help = { change: RelaxRecord; times: number };
export type ManagerEstimate = { managerId: string; talks: number; fit: number; times: number; helps: Help[]; waiting: string[] };
/** `roomless`: employees whose talk lacks nothing but a room. */
export type Feasibility = { talks: number; fit: number; atMost: number; managers: ManagerEstimate[]; roomless: string[] };

/** Managers with too much come first, by how many talks they lack. `instance` and `placed` as the plan has them. */
export function feasibilityOf(instance: PlanInstance, placed: PlacedSlots, input: RelaxInput): Feasibility {
  const desk = deskOf(instance, placed, input.windowSlots);
  const byManager = new Map<string, Job[]>();
  for (const job of desk.jobs) {
    const theirs = byManager.get(job.talk.manager);
    if (theirs) theirs.push(job);
    else byManager.set(job.talk.manager, [job]);
  }
  const roomless = desk.jobs.filter((job) => job.slot === null && isRoomMissing(desk, job)).map(({ talk }) => talk.employee);
  const lackRoom = new Set(roomless);
  let [fit, atMost] = [0, 0];
  const managers: ManagerEstimate[] = [];
  for (const [managerId, jobs] of byManager) {
    const without = jobs.filter(({ slot }) => slot === null).map(({ talk }) => talk.employee);
    const waiting = without.filter((employee) => !lackRoom.has(employee));
    const who = desk.people.get(managerId);
    const bounds = { ...boundsOf(desk, jobs, input), maxPerDay: who?.maxPerDay ?? input.maxPerDay };
    const times = who ? timesOf(who, bounds) : 0;
    fit += jobs.length - without.length;
    atMost += Math.min(times, jobs.filter(({ slot, starts }) => slot !== null || starts.length > 0).length);
    if (waiting.length === 0) continue;
    const helps = helpsFor(desk, managerId, bounds, times, input);
    managers.push({ managerId, talks: jobs.length, fit: jobs.length - waiting.length, times, helps, waiting });
  }
  managers.sort((a, b) => b.waiting.length - a.waiting.length || b.talks - a.talks || (a.managerId < b.managerId ? -1 : 1));
  return { talks: desk.jobs.length, fit, atMost, managers, roomless };
}

const boundsOf = ({ gap }: Desk, jobs: Job[], { windowSlots, maxPerDay }: RelaxInput): Bounds => ({
  dur: jobs[0]?.talk.dur ?? 1,
  gap,
  maxPerDay,
  until: windowSlots,
});

const weekSlots = (7 * 1440) / slotMinutes;
const shortest = 2;

/** What gives the manager more possible times, the smallest change first. A change that gives none is no help. */
function helpsFor(desk: Desk, managerId: string, bounds: Bounds, now: number, input: RelaxInput): Help[] {
  const who = desk.people.get(managerId);
  if (!who) return [];
  const times = (part: Partial<Bounds>, withoutBuffer = false): number => timesOf(who, { ...bounds, ...part }, withoutBuffer);
  const helps: Help[] = [];
  for (const weeks of [1, 2]) {
    const until = Math.min(desk.slots, bounds.until + weeks * weekSlots);
    helps.push({ change: { kind: 'longer-window', windowTo: dayOf(input, until - 1) }, times: times({ until }) });
  }
  for (const dur of [bounds.dur - 1, shortest])
    if (dur >= shortest) helps.push({ change: { kind: 'shorter-talk', lengthMinutes: dur * slotMinutes }, times: times({ dur }) });
  const maxPerDay = bounds.maxPerDay + 1;
  helps.push({ change: { kind: 'more-per-day', maxPerDay }, times: times({ maxPerDay }) });
  helps.push({ change: { kind: 'without-buffer' }, times: times({ gap: 0 }, true) });
  const other = input.managerOf.get(managerId);
  const otherWho = other === undefined ? undefined : desk.people.get(other);
  if (other !== undefined && otherWho && other !== managerId) {
    const room = timesOf(otherWho, bounds) - otherWho.taken.length;
    helps.push({ change: { kind: 'other-person', managerId: other }, times: now + Math.max(0, room) });
  }
  const seen = new Set<string>();
  return helps.filter(({ change, times }) => times > now && !seen.has(keyOf(change)) && seen.add(keyOf(change)));
}

const keyOf = (change: RelaxRecord): string => JSON.stringify(change);
