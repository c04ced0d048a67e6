/**
 * Which talks have to leave before each may go, by the hard rules that the planner keeps: time, time around talks, talks per person and day. Rooms are not
 * among them: every talk that moves looks for a free one then. Pure.
 */
import type { Span } from '#api/talk/replan/contract.ts';
import { slotMinutes, type Grid } from '../../rules/calendar-grid.ts';
import type { PlacedSlots, PlanInstance } from '../../rules/instance-of.ts';
import { peopleOf } from '../../rules/planner/people.ts';
import { everybodyIn } from '../../rules/planner/table.ts';

type Place = { at: Span; people: string[] };
/** One talk that a re-plan changes: whose calendars it leaves, whose it goes into, and when. */
export type Change = { id: string; leaves: Place | null; goes: Place | null };

/** The hard rules, and how full days are once everything has been carried out. */
export type Limits = {
  /** Time that is kept free between two talks of a person. */
  gapMs: number;
  /** The local day of an instant, as the planner counts days; null: it is not among those that are planned, or nothing is known of the person. */
  dayOf(personId: string, at: Date): number | null;
  mostOn(personId: string): number;
  plannedOn(personId: string, day: number): number;
};

const slotMs = slotMinutes * 60_000;
const keyOf = (personId: string, day: number): string => `${day} ${personId}`;

export function limitsOf(instance: PlanInstance, placed: PlacedSlots['talks'], { start: begin }: Grid): Limits {
  const people = peopleOf(instance);
  const dayAt = (personId: string, slot: number): number | null => people.times[people.indexOf.get(personId) ?? -1]?.day[slot] ?? null;
  const starts = new Map(placed.map(({ id, start }) => [id, start]));
  const counts = new Map<string, number>();
  for (const talk of instance.talks) {
    const start = starts.get(talk.id) ?? null;
    for (const person of start === null ? [] : everybodyIn(talk)) {
      const day = dayAt(person, start ?? 0);
      if (day !== null) counts.set(keyOf(person, day), (counts.get(keyOf(person, day)) ?? 0) + 1);
    }
  }
  const most = new Map(instance.people.map(({ id, maxPerDay }) => [id, maxPerDay]));
  return {
    gapMs: instance.rules.bufferTalk * slotMs,
    dayOf: (personId, at) => dayAt(personId, Math.floor((at.getTime() - begin.getTime()) / slotMs)),
    mostOn: (personId) => most.get(personId) ?? Number.POSITIVE_INFINITY,
    plannedOn: (personId, day) => counts.get(keyOf(personId, day)) ?? 0,
  };
}

/** By talk: those of the same people that are where it goes, or too near, or have the place in a day that it takes. */
export function whoLeavesFirst(changes: Change[], limits: Limits): Map<string, string[]> {
  const firsts = new Map(changes.map(({ id }) => [id, new Set<string>()]));
  const byPerson = new Map<string, { id: string; at: Span }[]>();
  for (const { id, leaves } of changes)
    for (const person of leaves?.people ?? []) if (leaves) byPerson.set(person, [...(byPerson.get(person) ?? []), { id, at: leaves.at }]);
  const isNear = (a: Span, b: Span): boolean =>
    a.start.getTime() < b.end.getTime() + limits.gapMs && b.start.getTime() < a.end.getTime() + limits.gapMs;
  for (const { id, goes } of changes)
    for (const there of (goes?.people ?? []).flatMap((person) => byPerson.get(person) ?? []))
      if (goes && there.id !== id && isNear(there.at, goes.at)) firsts.get(id)?.add(there.id);
  for (const day of daysOf(changes, limits).values()) shareOut(day, firsts);
  return new Map([...firsts].map(([id, first]) => [id, [...first]]));
}

/** `room`: so many of those who leave and those who come can be there together. */
type Day = { leave: string[]; come: string[]; room: number };

function daysOf(changes: Change[], { dayOf, mostOn, plannedOn }: Limits): Map<string, Day> {
  const days = new Map<string, Day>();
  const note = (kind: 'leave' | 'come', id: string, place: Place | null): void => {
    for (const person of new Set(place?.people)) {
      const day = place && dayOf(person, place.at.start);
      if (day === null) continue;
      const known = days.get(keyOf(person, day)) ?? { leave: [], come: [], room: mostOn(person) - plannedOn(person, day) };
      known[kind].push(id);
      days.set(keyOf(person, day), known);
    }
  };
  for (const { id, leaves, goes } of changes) {
    note('leave', id, leaves);
    note('come', id, goes);
  }
  for (const day of days.values()) {
    // Whoever only changes the hour is there in any case.
    const [leave, come] = [new Set(day.leave), new Set(day.come)];
    day.leave = day.leave.filter((id) => !come.has(id));
    day.come = day.come.filter((id) => !leave.has(id));
    day.room += day.come.length;
  }
  return days;
}

/**
 * Whoever comes to a full day takes the place of one who leaves it: each another's, and most of all that of one it waits for anyhow. So there are never too
 * many, whoever stays.
 */
function shareOut({ leave, come, room }: Day, firsts: Map<string, Set<string>>): void {
  const free = room - leave.length;
  if (free >= come.length) return;
  // More are there than the rules allow by now: all of these have to go before anybody comes.
  const [excess, rest] = [leave.slice(0, Math.max(0, -free)), new Set(leave.slice(Math.max(0, -free)))];
  const waiting: string[] = [];
  for (const id of come) {
    const first = firsts.get(id);
    for (const one of excess) first?.add(one);
    const own = [...rest].find((one) => first?.has(one));
    if (own === undefined) waiting.push(id);
    else rest.delete(own);
  }
  for (const id of waiting.slice(Math.max(0, free))) {
    const [next] = rest;
    if (next === undefined) return;
    firsts.get(id)?.add(next);
    rest.delete(next);
  }
}
