/** What of a plan can stay after it has waited, and the planning problem in which that stands fast. Pure. */
import { DateTime } from 'luxon';
import type { ChosenTime } from '../placing/rules/choices.ts';
import { slotOf, type PlacedTalk } from '../placing/rules/places.ts';
import type { InstanceTalk, PlanInstance } from '../rules/instance-of.ts';
import { isOpenAt, wishOf } from '../rules/planner/open-starts.ts';
import { tableOf, type Table } from '../rules/planner/table.ts';
import { inWindow } from '../rules/reasons.ts';
import type { RelaxInput } from '../rules/relaxations.ts';
import type { OutdatedReason } from './contract.ts';

type Planned = { employeeId: string; managerId: string | null };

/**
 * Talks that would come too soon, were the cycle launched now: before the days for preparation have passed, today being none of them. Counted in days of
 * HR's own zone, so that a plan may be launched all the next day: a plan itself begins on the day after (`windowOf`).
 */
export function soonIn<T extends { start: Date }>(placed: T[], prepareDays: number, timeZone: string, now: Date): T[] {
  const first = DateTime.fromJSDate(now, { zone: timeZone }).startOf('day').plus({ days: prepareDays }).toJSDate();
  return placed.filter(({ start }) => start < first || start <= now);
}

export type Waited = {
  instance: PlanInstance;
  judged: RelaxInput;
  plan: { placed: PlacedTalk[]; unplaced: Planned[] };
  /** Who should have a talk now, and with whom; null: with nobody. */
  people: Planned[];
  soon: PlacedTalk[];
};
export type Outdating = { employeeId: string; managerId: string | null; start: Date | null; because: OutdatedReason };

/** Each talk of the plan once: it stays, or why it cannot. Who has no talk in it yet is named too. */
export function outdatedIn({ instance, judged, plan, people, soon }: Waited): { stay: PlacedTalk[]; outdated: Outdating[] } {
  const talks = new Map(instance.talks.map((talk) => [talk.id, talk]));
  const managerNow = new Map(people.map(({ employeeId, managerId }) => [employeeId, managerId]));
  const table = tableOf(instance, []);
  const tooSoon = new Set(soon.map(({ employeeId }) => employeeId));
  const why = (one: PlacedTalk): OutdatedReason | null => {
    if (managerNow.get(one.employeeId) !== one.managerId) return 'changed';
    if (tooSoon.has(one.employeeId)) return 'soon';
    const talk = talks.get(one.employeeId);
    return talk && suits(table, talk, one, judged) ? null : 'taken';
  };
  const stay: PlacedTalk[] = [];
  const outdated: Outdating[] = [];
  for (const one of plan.placed) {
    const because = why(one);
    if (because) outdated.push({ employeeId: one.employeeId, managerId: one.managerId, start: one.start, because });
    else stay.push(one);
  }
  for (const { employeeId, managerId } of plan.unplaced)
    if (managerNow.get(employeeId) !== managerId) outdated.push({ employeeId, managerId, start: null, because: 'changed' });
  const known = new Set([...plan.placed, ...plan.unplaced].map(({ employeeId }) => employeeId));
  for (const { employeeId, managerId } of people)
    if (!known.has(employeeId)) outdated.push({ employeeId, managerId, start: null, because: 'changed' });
  return { stay, outdated };
}

/**
 * By calendars, hours and window: the talks of the plan stand to one another as they did. On the day before the first that can be planned nothing is known
 * of calendars; a talk there is looked at when it is booked.
 */
function suits(table: Table, talk: InstanceTalk, one: PlacedTalk, judged: RelaxInput): boolean {
  const slot = slotOf(judged.grid, one.start);
  if (slot < 0) return true;
  const isOpen = isOpenAt(table, { ...wishOf(table, inWindow(talk, judged)), pool: null, whose: 'nobody' }, slot);
  return isOpen && (talk.pool === null || isRoomFree(table.instance, talk, one, slot));
}

function isRoomFree({ pools }: PlanInstance, { pool, dur }: InstanceTalk, { room }: PlacedTalk, slot: number): boolean {
  const busy = pools.find(({ id }) => id === pool)?.rooms.find(({ id }) => id === room?.address)?.busy;
  return busy !== undefined && !busy.some((from, at) => at % 2 === 0 && from < slot + dur && slot < (busy[at + 1] ?? from));
}

/** The problem in which these talks stand fast; `apart`: those before its first slot, which are in nobody's way. */
export function holdStaying(
  instance: PlanInstance,
  stay: PlacedTalk[],
  judged: RelaxInput,
): { instance: PlanInstance; apart: PlacedTalk[] } {
  const places = new Map(stay.map((one) => [one.employeeId, one]));
  const apart = stay.filter(({ start }) => slotOf(judged.grid, start) < 0);
  const isApart = new Set(apart.map(({ employeeId }) => employeeId));
  const talks = instance.talks
    .filter(({ id }) => !isApart.has(id))
    .map((talk): InstanceTalk => {
      const place = places.get(talk.id);
      if (!place) return talk;
      const room = talk.pool === null ? null : (place.room?.address ?? null);
      return { ...inWindow(talk, judged), booked: { start: slotOf(judged.grid, place.start), room, locked: true } };
    });
  return { instance: { ...instance, talks }, apart };
}

/** Which of the times that HR has chosen stay, and which are gone although their people are the same. */
export function chosenAfter(chosen: ChosenTime[], stay: PlacedTalk[], outdated: Outdating[]): { kept: ChosenTime[]; gone: ChosenTime[] } {
  const stays = new Set(stay.map(({ employeeId }) => employeeId));
  const lost = new Set(outdated.flatMap(({ employeeId, because }) => (because === 'changed' ? [] : [employeeId])));
  return { kept: chosen.filter(({ employeeId }) => stays.has(employeeId)), gone: chosen.filter(({ employeeId }) => lost.has(employeeId)) };
}
