/** Times that HR has chosen by hand: what a choice does to the plan, and which choices outlast a new one. Pure. */
import type { InstanceTalk, PlanInstance } from '../../rules/instance-of.ts';
import { firstStart, freeRoomAt, wishOf } from '../../rules/planner/open-starts.ts';
import { peopleOf } from '../../rules/planner/people.ts';
import { tableOf } from '../../rules/planner/table.ts';
import { inWindow, type Explained } from '../../rules/reasons.ts';
import type { RelaxInput, RelaxRecord } from '../../rules/relaxations.ts';
import { slotOf, type PlacedTalk } from './places.ts';

/** `instead`: where Samtal had put the talk; null where it had found no time. */
export type ChosenTime = { employeeId: string; managerId: string; start: Date; instead: Date | null; by: string; at: Date };

type UnplacedTalk = { employeeId: string; managerId: string | null; relax?: RelaxRecord | null };
export type PlanState<U extends UnplacedTalk> = { placed: PlacedTalk[]; unplaced: U[]; chosen: ChosenTime[] };
/** `start` null: it has no time any more. */
export type Move = { employeeId: string; managerId: string; start: Date | null; room?: PlacedTalk['room'] };

/** A room as it is kept with a talk. */
export function roomWith(rooms: { address: string; name: string }[], address: string | null): PlacedTalk['room'] {
  const found = rooms.find((room) => room.address === address);
  return found ? { address: found.address, name: found.name } : null;
}

/**
 * The plan with these talks at other times.
 * @param choice who chose and when; null when Samtal places them again, so that nothing holds them
 */
export function withMoves<U extends UnplacedTalk>(
  { placed, unplaced, chosen }: PlanState<U>,
  moves: Move[],
  lengthMinutes: number,
  choice: { by: string; at: Date } | null,
): PlanState<U> {
  const ids = new Set(moves.map(({ employeeId }) => employeeId));
  const stays = ({ employeeId }: { employeeId: string }): boolean => !ids.has(employeeId);
  const added = moves.flatMap(({ employeeId, managerId, start, room = null }): PlacedTalk[] =>
    start ? [{ employeeId, managerId, start, end: new Date(start.getTime() + lengthMinutes * 60_000), room }] : [],
  );
  const insteadOf = (id: string): Date | null => {
    const before = chosen.find(({ employeeId }) => employeeId === id);
    return before ? before.instead : (placed.find(({ employeeId }) => employeeId === id)?.start ?? null);
  };
  const held = moves.flatMap(({ employeeId, managerId, start }): ChosenTime[] =>
    choice && start ? [{ employeeId, managerId, start, instead: insteadOf(employeeId), ...choice }] : [],
  );
  return {
    placed: [...placed.filter(stays), ...added],
    unplaced: unplaced.filter(stays),
    chosen: [...chosen.filter(stays), ...held],
  };
}

/** Talks without a time whose reason the moves may have changed: those who share a person with one that moved. */
export function nearMoves<U extends UnplacedTalk>(unplaced: U[], moves: Move[], partnerId: string | null): U[] {
  const people = new Set(moves.flatMap(({ employeeId, managerId }) => [employeeId, managerId]));
  return unplaced.filter(
    ({ employeeId, managerId }) => managerId !== null && (partnerId !== null || people.has(employeeId) || people.has(managerId)),
  );
}

/** The same talks with what is true of them now. That somebody else could hold the talk is not asked again unless that person has moved. */
export function explained<U extends UnplacedTalk>(unplaced: U[], now: Map<string, Explained>, moves: Move[]): U[] {
  const moved = new Set(moves.flatMap(({ employeeId, managerId }) => [employeeId, managerId]));
  return unplaced.map((one) => {
    const found = now.get(one.employeeId);
    if (!found) return one;
    const other = one.relax?.kind === 'other-person' && !moved.has(one.relax.managerId) ? one.relax : null;
    return { ...one, ...found, relax: found.reason === 'time-free' ? null : (found.relax ?? other) };
  });
}

/**
 * The problem with the times that HR has chosen held fast, as far as they still suit: by the new rules, the newest calendars and each other, the
 * earliest choice first. `gone`: those that do not; theirs are planned like all others.
 */
export function holdChosen(
  instance: PlanInstance,
  chosen: ChosenTime[],
  judged: RelaxInput,
): { instance: PlanInstance; kept: ChosenTime[]; gone: ChosenTime[] } {
  if (chosen.length === 0) return { instance, kept: [], gone: [] };
  const talks = new Map<string, InstanceTalk>(instance.talks.map((talk) => [talk.id, talk]));
  const people = peopleOf(instance);
  const held = new Map<string, { start: number; room: string | null }>();
  const kept: ChosenTime[] = [];
  const gone: ChosenTime[] = [];
  for (const one of chosen.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const talk = talks.get(one.employeeId);
    // Who is no longer in the cycle, or has another manager now, has nothing to keep.
    if (talk?.manager !== one.managerId) continue;
    const table = tableOf(
      instance,
      [...held].map(([id, place]) => ({ id, ...place })),
      { people },
    );
    const start = slotOf(judged.grid, one.start);
    const open = inWindow(talk, judged);
    const { notBefore, notAfter } = open;
    const wish = { ...wishOf(table, open), notBefore: Math.max(start, notBefore), notAfter: Math.min(start + talk.dur, notAfter) };
    const fits = start >= 0 && firstStart(table, wish) === start;
    if (fits) held.set(talk.id, { start, room: talk.pool === null ? null : freeRoomAt(table, talk.pool, start, talk.dur) });
    (fits ? kept : gone).push(one);
  }
  const locked = instance.talks.map((talk) => {
    const place = held.get(talk.id);
    return place === undefined ? talk : { ...inWindow(talk, judged), booked: { ...place, locked: true } };
  });
  return { instance: { ...instance, talks: locked }, kept, gone };
}
