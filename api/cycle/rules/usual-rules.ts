/** The rules of a cycle when HR sets none, and what can be wrong with those that are set. Without dates, so that the tab can use it too. */
import { countries, type Hours, type PlanRules } from '../settings/contract.ts';

/** Public holidays are free, nothing else is asked for. */
export const usualRules: PlanRules = {
  preferWeekdays: [],
  avoidWeekdays: [],
  preferHours: [],
  avoidHours: [],
  holidays: [...countries],
  daysOff: [],
  partnerId: null,
  invitePartner: false,
  rooms: null,
  managersFirst: false,
  leftOut: [],
  heldBy: [],
  secondWindow: null,
};

/** What is wrong with a rule: a weekday is both wished and avoided, hours or days end before they begin, hours meet, somebody holds the own talk, no room is chosen. */
export type WrongRule = 'both-weekday' | 'hours-order' | 'hours-overlap' | 'own-talk' | 'no-rooms' | 'second-order' | 'second-early';

const words: Record<WrongRule, string> = {
  'both-weekday': 'A weekday is either preferred or avoided.',
  'hours-order': 'Hours must end after they begin.',
  'hours-overlap': 'Hours may not overlap other hours.',
  'own-talk': 'Nobody holds the talk with themselves.',
  'no-rooms': 'A room in every talk needs at least one room to choose from.',
  'second-order': 'The last day of the second window lies before its first day.',
  'second-early': 'The second window begins after the first day and ends no earlier than the last day of the first.',
};

/**
 * The first thing that is wrong, with the field it is in; null when all can be used.
 * @returns `detail` in English, for callers of the API; the tab has its own words
 */
export function wrongRule(
  rules: PlanRules,
  first: { windowFrom: string; windowTo: string },
): { field: keyof PlanRules; wrong: WrongRule; detail: string } | null {
  const say = (field: keyof PlanRules, wrong: WrongRule) => ({ field, wrong, detail: words[wrong] });
  if (rules.avoidWeekdays.some((day) => rules.preferWeekdays.includes(day))) return say('avoidWeekdays', 'both-weekday');
  for (const field of ['preferHours', 'avoidHours'] as const)
    if (rules[field].some(({ from, to }) => from >= to)) return say(field, 'hours-order');
  if (overlap([...rules.preferHours, ...rules.avoidHours])) return say('avoidHours', 'hours-overlap');
  if (rules.heldBy.some(({ employeeId, managerId }) => employeeId === managerId)) return say('heldBy', 'own-talk');
  if (rules.rooms && rules.rooms.chosen.length === 0) return say('rooms', 'no-rooms');
  const second = rules.secondWindow?.people.length ? rules.secondWindow : null;
  if (second && second.to < second.from) return say('secondWindow', 'second-order');
  if (second && (second.from <= first.windowFrom || second.to < first.windowTo)) return say('secondWindow', 'second-early');
  return null;
}

function overlap(hours: Hours[]): boolean {
  const sorted = hours.toSorted((a, b) => a.from - b.from);
  return sorted.some(({ from }, at) => from < (sorted[at - 1]?.to ?? 0));
}
