/** Why a talk cannot stay where it is: the plainest true reason, and what its people are told of it. Pure. */
import type { MoveWhy } from '#api/talk/contract.ts';
import type { Span } from '#api/talk/replan/contract.ts';
import type { Away } from '../contract.ts';

/** As it is kept: with the person's id. */
export type WhyRecord =
  | { kind: 'away'; personId: string; from: string; to: string }
  | { kind: 'day-off'; day: string; name: string }
  | { kind: 'window' | 'calendars' | 'makes-room' };

export type TalkToJudge = {
  time: Span;
  employeeId: string;
  /** The manager, the employee, and whoever takes part in every talk. */
  people: string[];
  /** Its people have moved it to where it is, and HR lets that count. */
  isTheirs: boolean;
};
export type Day = Span & { day: string; name: string };

export type Judging = {
  /** What the talk of an employee may use by the new settings, and by those before. */
  window(employeeId: string): Span;
  before(employeeId: string): Span;
  away: (Away & Span)[];
  /** Days without talks for a person, by the new rules and by those before. */
  daysOff(personId: string): Day[];
  daysOffBefore(personId: string): Day[];
  /** What is in the calendar beside the talks that are planned. */
  busy(personId: string): Span[];
};

const touches = (a: Span, b: Span): boolean => a.start < b.end && a.end > b.start;
const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/**
 * The first of: out of the window, somebody away, a day without talks, something else in a calendar. Working hours and time around a talk are no
 * reason: they are rules for finding a time. Whoever has moved a talk out of the window or to a day off has known it then.
 */
export function whyNot({ time, employeeId, people, isTheirs }: TalkToJudge, judging: Judging): WhyRecord | null {
  const { away } = judging;
  const isOut = !isWithin(time, judging.window(employeeId));
  if (isOut && !(isTheirs && !isWithin(time, judging.before(employeeId)))) return { kind: 'window' };
  const gone = away.find((one) => people.includes(one.personId) && touches(one, time));
  if (gone) return { kind: 'away', personId: gone.personId, from: gone.from, to: gone.to };
  for (const id of people) {
    const off = judging.daysOff(id).find((day) => touches(day, time));
    const wasOff = isTheirs && judging.daysOffBefore(id).some((day) => touches(day, time));
    if (off && !wasOff) return { kind: 'day-off', day: off.day, name: off.name };
  }
  // Whoever takes part in every talk has it in the calendar by a hand of their own.
  return people.slice(0, 2).some((id) => judging.busy(id).some((span) => touches(span, time))) ? { kind: 'calendars' } : null;
}

/** What the two are told: that somebody else is away is for nobody but HR to know. */
export function whyFor({ kind }: WhyRecord): MoveWhy {
  return kind === 'away' ? 'calendars' : kind;
}
