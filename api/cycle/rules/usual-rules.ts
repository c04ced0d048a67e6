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
};

/** What is wrong with a rule: a weekday is both wished and avoided, hours end before they begin or meet, somebody holds the own talk, no room is chosen. */
export type WrongRule = 'both-weekday' | 'hours-order' | 'hours-overlap' | 'own-talk' | 'no-rooms';

const words: Record<WrongRule, string> = {
  'both-weekday': 'A weekday is either preferred or avoided.',
  'hours-order': 'Hours must end after they begin.',
  'hours-overlap': 'Hours may not overlap other hours.',
  'own-talk': 'Nobody holds the talk with themselves.',
  'no-rooms': 'A room in every talk needs at least one room to choose from.',
};

/**
 * The first thing that is wrong, with the field it is in; null when all can be used.
 * @returns `detail` in English, for callers of the API; the tab has its own words
 */
export function wrongRule(rules: PlanRules): { field: keyof PlanRules; wrong: WrongRule; detail: string } | null {
  const say = (field: keyof PlanRules, wrong: WrongRule) => ({ field, wrong, detail: words[wrong] });
  if (rules.avoidWeekdays.some((day) => rules.preferWeekdays.includes(day))) return say('avoidWeekdays', 'both-weekday');
  for (const field of ['preferHours', 'avoidHours'] as const)
    if (rules[field].some(({ from, to }) => from >= to)) return say(field, 'hours-order');
  if (overlap([...rules.preferHours, ...rules.avoidHours])) return say('avoidHours', 'hours-overlap');
  if (rules.heldBy.some(({ employeeId, managerId }) => employeeId === managerId)) return say('heldBy', 'own-talk');
  if (rules.rooms && rules.rooms.chosen.length === 0) return say('rooms', 'no-rooms');
  return null;
}

function overlap(hours: Hours[]): boolean {
  const sorted = hours.toSorted((a, b) => a.from - b.from);
  return sorted.some(({ from }, at) => from < (sorted[at - 1]?.to ?? 0));
}
