/** Rules of check-ins: which one can be answered, which day comes next, and what an answer may be. Days are local calendar days (2027-03-01). Pure. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import { checkInTextLimit, type How, type Need, type Weeks } from './contract.ts';

type Side = 'employee' | 'manager';
/** When another one is to be held, by whose word since when; `day` is null for none. */
export type Chosen = { weeks: Weeks; day: string | null; at: Date };
export type AnswerFacts = { day: string; side: Side; chosen: Chosen };

const dayMs = 24 * 60 * 60_000;
/** A check-in opens before its day, so that whoever is reminded two days ahead can answer at once; a day more for time zones. */
const openDaysBefore = 3;

/** The day of the newest check-in that somebody has answered; null of none. */
export function lastDay(answers: readonly AnswerFacts[]): string | null {
  return answers.reduce<string | null>((last, { day }) => (last === null || day > last ? day : last), null);
}

/** Whose choice of the next day counts: the newest of the newest check-in. */
function rulingOf<T extends AnswerFacts>(answers: readonly T[]): T | null {
  const last = lastDay(answers);
  const ofLast = answers.filter(({ day }) => day === last);
  return ofLast.reduce<T | null>((newest, one) => (newest === null || one.chosen.at >= newest.chosen.at ? one : newest), null);
}

/**
 * The check-in that is to come, or is due and nobody has answered it.
 * @param first the day that the two set in their talk
 */
export function nextDay(first: string | null, answers: readonly AnswerFacts[]): string | null {
  const ruling = rulingOf(answers);
  return ruling ? ruling.chosen.day : first;
}

/** In how many weeks the next one is, by whose answer to this check-in counts; null while nobody has answered it. */
export function weeksSaid(answers: readonly AnswerFacts[], day: string | null): Weeks | null {
  return rulingOf(answers.filter((one) => one.day === day))?.chosen.weeks ?? null;
}

/** The check-in that can be answered: the next one once it is near, and until then the last one, to be changed or answered by the other as well. */
export function openDay(first: string | null, answers: readonly AnswerFacts[], now: Date): string | null {
  const next = nextDay(first, answers);
  return next !== null && isNear(next, now) ? next : lastDay(answers);
}

/** However late: nobody is told any more that it is due, but it can be answered. */
const isNear = (day: string, now: Date): boolean => (Date.parse(`${day}T12:00:00Z`) - now.getTime()) / dayMs < openDaysBefore;

/** So many weeks from a day, on the Monday after when that is a weekend; null for none. */
export function dayAfter(today: string, weeks: Weeks): string | null {
  if (weeks === 0) return null;
  const day = new Date(Date.parse(`${today}T12:00:00Z`) + weeks * 7 * dayMs);
  const off = { 6: 2, 0: 1 }[day.getUTCDay()] ?? 0;
  return new Date(day.getTime() + off * dayMs).toISOString().slice(0, 10);
}

/**
 * What an answer says about the next one. Who says what holds already moves nothing: the day stays, whenever they say it.
 * @param today of whoever answers
 */
export function choose(
  answers: readonly AnswerFacts[],
  { day, side }: { day: string; side: Side },
  weeks: Weeks,
  today: string,
  now: Date,
): Chosen {
  const ofDay = answers.filter((one) => one.day === day);
  const own = ofDay.find((one) => one.side === side);
  if (own?.chosen.weeks === weeks) return own.chosen;
  const ruling = rulingOf(ofDay);
  return { weeks, day: ruling?.chosen.weeks === weeks ? ruling.chosen.day : dayAfter(today, weeks), at: now };
}

/** Whether this check-in may be answered, changed or taken back. @returns null, check-in-closed, or check-in-text-too-long with the limit (UTF-16 code units) */
export function mayAnswer(open: string | null, day: string, text: string | null): Refused | null {
  if (day !== open) return refuse('check-in-closed');
  if (text === null || text.length <= checkInTextLimit) return null;
  return refuse('check-in-text-too-long', { limit: checkInTextLimit, detail: `At most ${checkInTextLimit} characters.` });
}

type Told = AnswerFacts & { how: How; need: Need };

/** What an overview says of the last check-in: the employee's own word, else the manager's. @returns null when there never was one */
export function toldOf<T extends Told>(answers: readonly T[]): T | null {
  const last = lastDay(answers);
  const ofLast = answers.filter(({ day }) => day === last);
  return ofLast.find(({ side }) => side === 'employee') ?? ofLast[0] ?? null;
}
