/**
 * The cycle planner, first version: a time for as many talks as possible, and a true reason for each that has none. Hardest talks first, then
 * one talk is moved aside where that makes room for another, until no talk can be added so. Pure: the same input gives the same plan.
 */
import type { UnplacedReason } from '../contract.ts';
import {
  instantOf,
  lessBusy,
  localTimes,
  slotMinutes,
  workingSlots,
  type Grid,
  type LocalTimes,
  type PersonCalendar,
} from './calendar-grid.ts';

export type Pair = { employeeId: string; managerId: string };
export type PlanInput = {
  grid: Grid;
  pairs: Pair[];
  /** Null: the calendar cannot be read. */
  calendars: Map<string, PersonCalendar | null>;
  lengthMinutes: number;
  bufferMinutes: number;
  maxPerDay: number;
};
export type Placed = Pair & { start: Date; end: Date };
export type Unplaced = Pair & { reason: UnplacedReason };

type Who = {
  local: LocalTimes;
  working: Uint8Array;
  free: Uint8Array;
  /** Free as a manager: with the buffer around what is in the calendar. */
  spaced: Uint8Array;
  taken: number[];
  perDay: Map<number, number>;
};
type Job = Pair & { candidates: number[]; slot: number | null };
type Desk = { people: Map<string, Who>; length: number; gap: number; maxPerDay: number };

/** Plans all pairs; every pair comes back once, placed or with its reason. */
export function planTalks(input: PlanInput): { placed: Placed[]; unplaced: Unplaced[] } {
  const desk: Desk = {
    people: preparePeople(input),
    length: Math.ceil(input.lengthMinutes / slotMinutes),
    gap: Math.ceil(input.bufferMinutes / slotMinutes),
    maxPerDay: input.maxPerDay,
  };
  const jobs: Job[] = input.pairs.map((pair) => ({ ...pair, candidates: candidatesOf(desk, pair), slot: null }));
  const order = [...jobs].sort((a, b) => a.candidates.length - b.candidates.length || a.employeeId.localeCompare(b.employeeId));
  for (const job of order) place(desk, job);
  fillByMoving(desk, order);
  const placed: Placed[] = [];
  const unplaced: Unplaced[] = [];
  for (const { employeeId, managerId, slot, candidates } of jobs) {
    if (slot === null) unplaced.push({ employeeId, managerId, reason: reasonFor(desk, { employeeId, managerId }, candidates) });
    else placed.push({ employeeId, managerId, start: instantOf(input.grid, slot), end: instantOf(input.grid, slot + desk.length) });
  }
  return { placed, unplaced };
}

function preparePeople({ grid, calendars, bufferMinutes, pairs }: PlanInput): Map<string, Who> {
  const zones = new Map<string, LocalTimes>();
  const managers = new Set(pairs.map(({ managerId }) => managerId));
  const people = new Map<string, Who>();
  for (const [id, calendar] of calendars) {
    if (!calendar) continue;
    const local = zones.get(calendar.timeZone) ?? localTimes(grid, calendar.timeZone);
    zones.set(calendar.timeZone, local);
    const working = workingSlots(grid, local, calendar.work);
    const free = lessBusy(grid, working, calendar.busy, 0);
    // The manager goes from one thing to the next all week, so only in that role is time kept free around what is in the calendar.
    const spaced = managers.has(id) ? lessBusy(grid, working, calendar.busy, bufferMinutes) : free;
    people.set(id, { local, working, free, spaced, taken: [], perDay: new Map() });
  }
  return people;
}

/** Starts that suit both, best first: on the hour or half hour, not over lunch, not first or last in the day, and rather early in the window. */
function candidatesOf(desk: Desk, { managerId, employeeId }: Pair): number[] {
  const manager = desk.people.get(managerId);
  const employee = desk.people.get(employeeId);
  if (!manager || !employee || managerId === employeeId) return [];
  const found: { slot: number; cost: number }[] = [];
  for (let slot = 0; slot + desk.length <= manager.spaced.length; slot += 1) {
    if (!isFree(manager.spaced, slot, desk.length) || !isFree(employee.free, slot, desk.length)) continue;
    found.push({ slot, cost: costOf(manager.local, slot, desk.length) + costOf(employee.local, slot, desk.length) });
  }
  return found.sort((a, b) => a.cost - b.cost || a.slot - b.slot).map(({ slot }) => slot);
}

function costOf(local: LocalTimes, slot: number, length: number): number {
  const minute = local.minute[slot] ?? 0;
  const end = minute + length * slotMinutes;
  const uneven = minute % 30 === 0 ? 0 : 3;
  const lunch = minute < 13 * 60 && end > 12 * 60 ? 8 : 0;
  const edge = minute < 9 * 60 || end > 16 * 60 + 30 ? 4 : 0;
  const fridayAfternoon = local.weekday[slot] === 5 && end > 14 * 60 ? 2 : 0;
  return uneven + lunch + edge + fridayAfternoon + (local.day[slot] ?? 0) * 0.2;
}

const isFree = (free: Uint8Array, slot: number, length: number): boolean => {
  for (let at = slot; at < slot + length; at += 1) if (free[at] !== 1) return false;
  return true;
};

const fits = (desk: Desk, { managerId, employeeId }: Pair, slot: number): boolean =>
  isOpen(desk, desk.people.get(managerId), slot) && isOpen(desk, desk.people.get(employeeId), slot);

/** Whether the person's other talks leave room for one that starts here. */
function isOpen(desk: Desk, who: Who | undefined, slot: number): boolean {
  if (!who || (who.perDay.get(who.local.day[slot] ?? 0) ?? 0) >= desk.maxPerDay) return false;
  return who.taken.every((other) => Math.abs(other - slot) >= desk.length + desk.gap);
}

function put(desk: Desk, job: Job, slot: number): void {
  job.slot = slot;
  for (const id of [job.managerId, job.employeeId]) {
    const who = desk.people.get(id);
    const day = who?.local.day[slot] ?? 0;
    who?.taken.push(slot);
    who?.perDay.set(day, (who.perDay.get(day) ?? 0) + 1);
  }
}

function lift(desk: Desk, job: Job): number {
  const slot = job.slot ?? 0;
  for (const id of [job.managerId, job.employeeId]) {
    const who = desk.people.get(id);
    const day = who?.local.day[slot] ?? 0;
    who?.taken.splice(who.taken.indexOf(slot), 1);
    who?.perDay.set(day, (who.perDay.get(day) ?? 1) - 1);
  }
  job.slot = null;
  return slot;
}

/** The cheapest start that is still open, with a small cost for each talk the manager already has that day so that days are shared out. */
function place(desk: Desk, job: Job): boolean {
  const manager = desk.people.get(job.managerId);
  let best: { slot: number; rank: number } | null = null;
  for (const [index, slot] of job.candidates.entries()) {
    if (best && index >= best.rank) break;
    if (!fits(desk, job, slot)) continue;
    const load = manager?.perDay.get(manager.local.day[slot] ?? 0) ?? 0;
    const rank = index + load * 12;
    if (!best || rank < best.rank) best = { slot, rank };
  }
  if (best) put(desk, job, best.slot);
  return best !== null;
}

/** Moves talks aside for those that are left. A talk that was moved may leave room behind, so those it concerns are tried again. */
function fillByMoving(desk: Desk, order: Job[]): void {
  const jobsOf = new Map<string, Job[]>();
  for (const job of order)
    for (const id of new Set([job.managerId, job.employeeId])) {
      const theirs = jobsOf.get(id);
      if (theirs) theirs.push(job);
      else jobsOf.set(id, [job]);
    }
  let left = order.filter(({ slot, candidates }) => slot === null && candidates.length > 0);
  while (left.length > 0) {
    const moved = new Set<string>();
    for (const job of left) {
      const other = place(desk, job) ? null : placeByMoving(desk, job, jobsOf);
      if (other) moved.add(other.managerId).add(other.employeeId);
    }
    left = left.filter(({ slot, managerId, employeeId }) => slot === null && (moved.has(managerId) || moved.has(employeeId)));
  }
}

/** Lifts one placed talk of the same manager or employee, if both then find a place; else everything stays as it was. Answers which was moved. */
function placeByMoving(desk: Desk, job: Job, jobsOf: Map<string, Job[]>): Job | null {
  const near = [job.managerId, job.employeeId].flatMap((id) => jobsOf.get(id) ?? []).filter(({ slot }) => slot !== null);
  for (const other of near) {
    const was = lift(desk, other);
    if (place(desk, job)) {
      if (place(desk, other)) return other;
      lift(desk, job);
    }
    put(desk, other, was);
  }
  return null;
}

/** Why a pair has no time: the first that is true, from the plainest to the most general. */
function reasonFor(desk: Desk, { managerId, employeeId }: Pair, candidates: number[]): UnplacedReason {
  if (managerId === employeeId) return 'no-manager';
  const manager = desk.people.get(managerId);
  const employee = desk.people.get(employeeId);
  if (!manager) return 'manager-has-no-calendar';
  if (!employee) return 'employee-has-no-calendar';
  // The employee may be the one whose talks are in the way, being somebody's manager too.
  if (candidates.length > 0) return candidates.some((slot) => isOpen(desk, manager, slot)) ? 'no-common-time' : 'manager-full';
  if (!hasRun(manager.spaced, desk.length)) return 'manager-away';
  if (!hasRun(employee.free, desk.length)) return 'employee-away';
  return hasRun(overlap(manager.working, employee.working), desk.length) ? 'no-common-time' : 'no-common-hours';
}

const overlap = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((free, slot) => (free === 1 && b[slot] === 1 ? 1 : 0));

function hasRun(free: Uint8Array, length: number): boolean {
  let run = 0;
  for (const one of free) {
    run = one === 1 ? run + 1 : 0;
    if (run >= length) return true;
  }
  return false;
}
