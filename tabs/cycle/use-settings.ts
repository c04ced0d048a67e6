/** What HR fills in: good defaults, and what is wrong with it before it is sent. Pure; the server decides again with rules/settings.ts. */
import type { CycleSettings } from '#api/cycle/contract.ts';
import { secondOf } from '#api/cycle/rules/second-days.ts';
import { usualRules, wrongRule, type WrongRule } from '#api/cycle/rules/usual-rules.ts';
import type { PlanRules } from '#api/cycle/settings/contract.ts';
import { addDays, dayInstant } from '#tabs/platform/texts/dates.ts';
import type { PlanStep } from '#tabs/platform/routes/routes.ts';

/** A field of the settings, or of the rules in them. */
export type Field = keyof CycleSettings | `rules.${keyof PlanRules}`;
/** What is wrong, as a key of the texts `cycle.wrong`. */
export type Wrong = 'name' | 'nameLong' | 'choose' | 'day' | 'past' | 'order' | 'short' | 'near' | 'long' | 'field' | WrongRule;
export type Wrongs = Partial<Record<Field, Wrong>>;

/** The longest period the server plans at once (api/cycle/rules/settings.ts). */
export const longestWindowDays = 180;
const longestName = 120;

/** Leaves ten days to get ready and five weeks for the talks. `template` gives length and rule. */
export function defaultSettings(
  today: string,
  template: { templateId: string; lengthMinutes: number; releaseRule: CycleSettings['releaseRule'] },
  name: string,
): CycleSettings {
  const windowFrom = nextWeekday(addDays(today, 10));
  return {
    name,
    templateId: template.templateId,
    departments: [],
    windowFrom,
    windowTo: addDays(windowFrom, 5 * 7 - 1),
    prepareDays: 7,
    lengthMinutes: template.lengthMinutes,
    bufferMinutes: 15,
    maxPerDay: 3,
    releaseRule: template.releaseRule,
    rules: usualRules,
  };
}

/** What every part of the screen "More rules" is given. */
export type RulesProps = { rules: PlanRules; set: (part: Partial<PlanRules>) => void };

/** The rules as they are filled in; a cycle made without them has the usual ones. */
export const rulesIn = (settings: CycleSettings): PlanRules => settings.rules ?? usualRules;

const weekday = (day: string): number => dayInstant(day).getUTCDay();
const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6;
const nextWeekday = (day: string): string => (isWeekend(day) ? nextWeekday(addDays(day, 1)) : day);

/** Calendar days from one to the other; negative when backwards. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((dayInstant(to).getTime() - dayInstant(from).getTime()) / 86_400_000);

/** The first day a talk may be: the window's first day, but not before the days for preparation have passed. */
export function earliestDay({ windowFrom, prepareDays }: Pick<CycleSettings, 'windowFrom' | 'prepareDays'>, today: string): string {
  // The server counts whole days from the launch, so the day it happens on is not one of them.
  const prepared = prepareDays === 0 ? today : addDays(today, prepareDays + 1);
  return windowFrom > prepared ? windowFrom : prepared;
}

/** Mondays to Fridays from the first to the last day, both included. */
export function weekdaysIn(from: string, to: string): number {
  const days = daysBetween(from, to);
  return Array.from({ length: Math.max(0, days + 1) }, (_, at) => addDays(from, at)).filter((day) => !isWeekend(day)).length;
}

/** What is wrong, by field; empty when all can be sent. `some`: departments were to be chosen. */
export function wrongsOf(settings: CycleSettings, today: string, some: boolean): Wrongs {
  const wrongs: Wrongs = {};
  const { name, windowFrom, windowTo } = settings;
  if (name.trim() === '') wrongs.name = 'name';
  else if (name.trim().length > longestName) wrongs.name = 'nameLong';
  if (some && settings.departments.length === 0) wrongs.departments = 'choose';
  const rule = wrongRule(rulesIn(settings), settings);
  if (rule) wrongs[`rules.${rule.field}`] = rule.wrong;
  const second = secondOf(settings);
  if (second && (second.from === '' || second.to === '')) wrongs['rules.secondWindow'] = 'day';
  else if (second && windowFrom !== '' && daysBetween(windowFrom, second.to) > longestWindowDays) wrongs['rules.secondWindow'] = 'long';
  if (windowFrom === '') wrongs.windowFrom = 'day';
  if (windowTo === '') wrongs.windowTo = 'day';
  if (windowFrom === '' || windowTo === '') return wrongs;
  if (windowTo < windowFrom) wrongs.windowTo = 'order';
  else if (windowTo < today) wrongs.windowTo = 'past';
  else if (daysBetween(windowFrom, windowTo) > longestWindowDays) wrongs.windowTo = 'long';
  else if (earliestDay(settings, today) > windowTo) wrongs.windowTo = 'short';
  return wrongs;
}

/** The screen on which a field stands. */
export function stepOf(field: Field): PlanStep {
  if (field === 'name' || field === 'templateId' || field === 'releaseRule') return 'which';
  return field === 'departments' ? 'who' : 'when';
}

/** What the server found wrong, as it is shown beside the field; nothing when it named none of ours. */
export function wrongsFrom(problem: { reason: string; field?: string | undefined }, settings: CycleSettings): Wrongs {
  if (problem.reason === 'window-in-past') return { windowTo: 'past' };
  if (problem.reason === 'window-too-short') return { windowTo: 'short' };
  if (problem.reason === 'window-too-near') return { windowTo: 'near' };
  const [field, inRules] = problem.field?.split('.') ?? [];
  if (field === 'rules' && inRules !== undefined && inRules in usualRules) return { [`rules.${inRules}`]: 'field' };
  return field !== undefined && field in settings ? { [field]: 'field' } : {};
}
