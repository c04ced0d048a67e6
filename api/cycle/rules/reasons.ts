/** Why a talk has no time: the first reason that is true, from the plainest to the most general, and the figures that show it. Pure. */
import type { UnplacedReason } from '../outcome/contract.ts';
import { isOpen, sides, type Desk, type Job, type Who } from './desk.ts';

/** True of the table as it lies: with the other talks where the plan has put them. */
export function reasonOf(desk: Desk, { talk, starts }: Job): UnplacedReason {
  const [manager, employee, partner] = sides(talk).map((id) => desk.people.get(id));
  if (!manager) return 'manager-has-no-calendar';
  if (!employee) return 'employee-has-no-calendar';
  if (starts.length > 0) {
    const openFor = (who: Who, slots: number[]): number[] => slots.filter((slot) => isOpen(desk, who, slot, talk.dur));
    const open = openFor(manager, starts);
    if (open.length === 0) return 'manager-full';
    // The employee may be somebody's manager too, with talks of their own in the way.
    if (openFor(employee, open).length === 0) return 'employee-full';
    return partner ? 'partner-full' : 'no-common-time';
  }
  const has = (runs: Uint16Array): boolean => runs.subarray(talk.notBefore, talk.notAfter).some((run, at) => reaches(run, at, talk));
  if (!has(manager.spaced)) return 'manager-away';
  if (!has(employee.free)) return 'employee-away';
  if (partner && !has(partner.free)) return 'partner-away';
  return hasCommonHours(manager, employee, talk.notAfter, talk.dur) ? 'no-common-time' : 'no-common-hours';
}

/** A run that begins within the bounds must also end there. */
const reaches = (run: number, at: number, { dur, notBefore, notAfter }: Job['talk']): boolean =>
  run >= dur && notBefore + at + dur <= notAfter;

function hasCommonHours(manager: Who, employee: Who, until: number, dur: number): boolean {
  let run = 0;
  for (let slot = 0; slot < until; slot += 1) {
    run = manager.working[slot] === 1 && employee.working[slot] === 1 ? run + 1 : 0;
    if (run >= dur) return true;
  }
  return false;
}

/** How many talks a manager has and how many there is time for, as the reasons say it. */
export function countsOf(desk: Desk, managerId: string, until: number): { talks: number; times: number } | null {
  const who = desk.people.get(managerId);
  const jobs = desk.jobs.filter(({ talk }) => talk.manager === managerId);
  const dur = jobs[0]?.talk.dur;
  if (!who || dur === undefined) return null;
  return { talks: jobs.length, times: timesOf(who, { dur, gap: desk.gap, maxPerDay: who.maxPerDay, until }) };
}

export type Bounds = { dur: number; gap: number; maxPerDay: number; until: number };

/**
 * Most talks of this length that a manager's own calendar has room for, whoever comes: day by day, each as early as it goes. No plan has more.
 * @param withoutBuffer counts time right beside what is in the calendar too
 */
export function timesOf(who: Who, { dur, gap, maxPerDay, until }: Bounds, withoutBuffer = false): number {
  const runs = withoutBuffer ? who.free : who.spaced;
  const perDay = new Map<number, number>();
  let times = 0;
  for (let slot = 0; slot + dur <= until;) {
    const day = who.local.day[slot] ?? 0;
    const taken = perDay.get(day) ?? 0;
    if ((runs[slot] ?? 0) < dur || taken >= maxPerDay) {
      slot += 1;
      continue;
    }
    perDay.set(day, taken + 1);
    times += 1;
    slot += dur + gap;
  }
  return times;
}
