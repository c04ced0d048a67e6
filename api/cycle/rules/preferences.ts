/**
 * What makes one time better than another, as the planner counts it: cost by weekday and by minute of the local day at which a talk begins. The usual
 * preferences, HR's, and what a person prefers. A preference never makes a time impossible.
 */
import type { WeeklyWish } from '#api/wish/contract.ts';
import type { Hours, PlanRules } from '../settings/contract.ts';

/** `dayCost` by local weekday, 0 Sunday; each band that holds the minute at which a talk begins adds its cost. */
export type Profile = { dayCost: number[]; bands: [from: number, to: number, cost: number][] };

const day = 1440;
const quarter = 15;
const cost = { uneven: 3, lunch: 8, edge: 4, fridays: 2, hr: 12, own: 6 };

/**
 * @param wishes what the person prefers; hours and weekdays count each for itself, since a band knows no weekday
 * @param lengthMinutes of a talk: one that begins late in the morning reaches into lunch
 */
export function profileOf(rules: PlanRules, wishes: WeeklyWish[], lengthMinutes: number): Profile {
  const dayCost = [0, 0, 0, 0, 0, cost.fridays, 0];
  const bands: Profile['bands'] = [
    [0, 9 * 60, cost.edge],
    [16 * 60 + 30 - lengthMinutes + quarter, day, cost.edge],
    [12 * 60 - lengthMinutes + quarter, 13 * 60, cost.lunch],
    ...uneven(),
  ];
  for (const weekday of rules.avoidWeekdays) add(dayCost, weekday, cost.hr);
  if (rules.preferWeekdays.length > 0) for (const weekday of othersThan(rules.preferWeekdays)) add(dayCost, weekday, cost.hr);
  for (const { from, to } of rules.avoidHours) bands.push([from - lengthMinutes + quarter, to, cost.hr]);
  bands.push(...outside(rules.preferHours, lengthMinutes, cost.hr));
  const preferred = wishes.filter(({ kind }) => kind === 'preferred');
  if (preferred.length > 0) {
    for (const weekday of othersThan(preferred.map((wish) => wish.weekday))) add(dayCost, weekday, cost.own);
    bands.push(...outside(preferred, lengthMinutes, cost.own));
  }
  return {
    dayCost,
    bands: bands.map(([from, to, cost]): Profile['bands'][number] => [Math.max(0, from), to, cost]).filter(([from, to]) => from < to),
  };
}

/** 1 Monday to 7 Sunday, in a list that begins with Sunday. */
const add = (dayCost: number[], weekday: number, more: number): void => void (dayCost[weekday % 7] = (dayCost[weekday % 7] ?? 0) + more);
const othersThan = (weekdays: number[]): number[] => [1, 2, 3, 4, 5, 6, 7].filter((weekday) => !weekdays.includes(weekday));

/** Quarters that are neither the full hour nor the half. */
const uneven = (): Profile['bands'] =>
  Array.from({ length: 12 }, (_, at) => (7 + at) * 60).flatMap((hour): Profile['bands'] => [
    [hour + 15, hour + 30, cost.uneven],
    [hour + 45, hour + 60, cost.uneven],
  ]);

/** Where a talk would not lie within any of these hours. */
function outside(hours: Hours[], lengthMinutes: number, cost: number): Profile['bands'] {
  const bands: Profile['bands'] = [];
  let at = 0;
  for (const { from, to } of hours.toSorted((a, b) => a.from - b.from)) {
    if (from > at) bands.push([at, from, cost]);
    at = Math.max(at, to - lengthMinutes + quarter);
  }
  return hours.length === 0 ? [] : [...bands, [at, day, cost]];
}
