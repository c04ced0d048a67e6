/** Where else a single talk of a plan could be: while everything else stays, or when one other talk makes way for it. Pure. */
import { DateTime } from 'luxon';
import { instantOf, slotMinutes, type Grid } from '../../rules/calendar-grid.ts';
import { timesToOffer } from '../../rules/free-times.ts';
import type { UnplacedReason } from '../../outcome/contract.ts';
import type { InstanceTalk, PlanInstance } from '../../rules/instance-of.ts';
import { firstOf, freeRoomAt, isOpenAt, listOf, openStarts, wishOf } from '../../rules/planner/open-starts.ts';
import { peopleOf, type People } from '../../rules/planner/people.ts';
import { everybodyIn, tableOf, type Other, type Table } from '../../rules/planner/table.ts';
import { explainTalk, inWindow, type Explained } from '../../rules/reasons.ts';
import type { RelaxInput } from '../../rules/relaxations.ts';

export type PlacedTalk = { employeeId: string; managerId: string; start: Date; end: Date; room?: { address: string; name: string } | null };
/** A part of a plan: some of its talks with all their people, and when everything else of these people stands. */
export type Part = {
  instance: PlanInstance;
  judged: RelaxInput;
  placed: PlacedTalk[];
  partnerId: string | null;
  /** Talks asked about for which no calendar can be read. */
  alone: { employeeId: string; reason: UnplacedReason }[];
};
/** A start for a talk; `aside`: another talk that makes way, and where it goes. */
export type Place = { start: Date; aside: { employeeId: string; start: Date } | null };

const slotMs = slotMinutes * 60_000;
/** As many as are offered at once. */
export const offeredAtOnce = 3;

/** The slot in which an instant lies. */
export const slotOf = ({ start }: Grid, at: Date): number => Math.floor((at.getTime() - start.getTime()) / slotMs);

/** `room`: address. */
type Moved = { id: string; start: Date | null; room?: string | null };

/** The part as a table, with some talks elsewhere than the plan has them. */
function laid({ instance, judged, placed, partnerId }: Part, moved: Moved[], people: People): Table {
  const { grid } = judged;
  const inside = new Set(instance.talks.map(({ id }) => id));
  const places = new Map<string, Moved>(
    placed.map(({ employeeId, start, room }) => [employeeId, { id: employeeId, start, room: room?.address ?? null }]),
  );
  for (const one of moved) places.set(one.id, one);
  const planned = instance.talks.map(({ id }) => {
    const { start = null, room = null } = places.get(id) ?? {};
    return { id, start: start && slotOf(grid, start), room };
  });
  const poolOf = new Map(instance.pools.flatMap(({ id, rooms }) => rooms.map((room) => [room.id, id])));
  const others = placed
    .filter(({ employeeId }) => !inside.has(employeeId))
    .map(({ employeeId, managerId, start, end, room }): Other => {
      const partner = partnerId === null || partnerId === employeeId || partnerId === managerId ? [] : [partnerId];
      const from = slotOf(grid, start);
      const address = room?.address ?? null;
      const where = { pool: address === null ? null : (poolOf.get(address) ?? null), room: address };
      return { persons: [managerId, employeeId, ...partner], start: from, dur: slotOf(grid, end) - from, ...where };
    });
  return tableOf(instance, planned, { people, others });
}

const talkIn = ({ instance }: Part, id: string): InstanceTalk | null => instance.talks.find((talk) => talk.id === id) ?? null;

/** Every start at which the talk suits, the others staying. */
export function startsFor(part: Part, id: string, moved: Moved[] = [], people = peopleOf(part.instance)): Date[] {
  const talk = talkIn(part, id);
  if (!talk) return [];
  const table = laid(part, [...moved, { id, start: null }], people);
  return listOf(openStarts(table, wishOf(table, inWindow(talk, part.judged)))).map((slot) => instantOf(part.judged.grid, slot));
}

/**
 * The next starts to offer, in their order: never the present one, from a moment on.
 * @param dense as many on one day as there are, for whoever looks at a day; few on each otherwise
 */
export function placesFor(part: Part, id: string, from: Date | null, dense = false): Place[] {
  const talk = talkIn(part, id);
  const now = part.placed.find(({ employeeId }) => employeeId === id)?.start.getTime();
  const starts = startsFor(part, id).filter((start) => start.getTime() !== now && (from === null || start >= from));
  return timesToOffer(starts, (talk?.dur ?? 1) * slotMinutes, zoneOf(part, talk), dense ? Number.POSITIVE_INFINITY : undefined)
    .slice(0, offeredAtOnce)
    .map((start) => ({ start, aside: null }));
}

const zoneOf = ({ instance }: Part, talk: InstanceTalk | null): string =>
  instance.people.find(({ id }) => id === talk?.manager)?.tz ?? 'Etc/UTC';

/**
 * Starts for a talk without a time for which one other talk makes way, which then has a time of its own: the earliest of each such talk.
 * @param held talks whose time HR has chosen: they stay
 */
export function placesAside(part: Part, id: string, held: Set<string>, from: Date | null): Place[] {
  const talk = talkIn(part, id);
  if (!talk) return [];
  const { grid } = part.judged;
  const people = peopleOf(part.instance);
  const persons = new Set(everybodyIn(talk));
  const places: Place[] = [];
  for (const other of part.instance.talks) {
    const stands = part.placed.find(({ employeeId }) => employeeId === other.id);
    if (!stands || other.id === id || held.has(other.id) || !everybodyIn(other).some((person) => persons.has(person))) continue;
    const without = laid(
      part,
      [
        { id, start: null },
        { id: other.id, start: null },
      ],
      people,
    );
    const open = openStarts(without, wishOf(without, inWindow(talk, part.judged)));
    const slot = firstOf(open, from ? slotOf(grid, from) : 0);
    if (slot < 0) continue;
    const start = instantOf(grid, slot);
    const room = talk.pool === null ? null : freeRoomAt(without, talk.pool, slot, talk.dur);
    const [to] = startsFor(part, other.id, [{ id, start, room }], people);
    if (to) places.push({ start, aside: { employeeId: other.id, start: to } });
  }
  return places.sort((a, b) => a.start.getTime() - b.start.getTime()).slice(0, offeredAtOnce);
}

/** The talks at their new times one after the other, each with a free room where it needs one; null when one of them does not suit. */
export function settled(
  part: Part,
  moves: { employeeId: string; start: Date }[],
): { employeeId: string; start: Date; room: string | null }[] | null {
  const people = peopleOf(part.instance);
  const moved = new Map<string, Moved>(moves.map(({ employeeId }) => [employeeId, { id: employeeId, start: null }]));
  const places: { employeeId: string; start: Date; room: string | null }[] = [];
  for (const { employeeId, start } of moves) {
    const talk = talkIn(part, employeeId);
    const table = laid(part, [...moved.values()], people);
    const slot = slotOf(part.judged.grid, start);
    const isWhole = instantOf(part.judged.grid, slot).getTime() === start.getTime();
    if (!talk || !isWhole || !isOpenAt(table, wishOf(table, inWindow(talk, part.judged)), slot)) return null;
    const room = talk.pool === null ? null : freeRoomAt(table, talk.pool, slot, talk.dur);
    moved.set(employeeId, { id: employeeId, start, room });
    places.push({ employeeId, start, room });
  }
  return places;
}

/** The start that suits the two best, as the planner counts it; the earliest of several. Null when there is none. */
export function bestStart(part: Part, id: string): Date | null {
  const talk = talkIn(part, id);
  if (!talk) return null;
  const people = peopleOf(part.instance);
  const costOf = (slot: number): number =>
    [talk.manager, talk.employee].reduce((sum, person) => sum + (people.cost[people.indexOf.get(person) ?? -1]?.[slot] ?? 0), 0);
  const { grid } = part.judged;
  const slots = startsFor(part, id, [], people).map((start) => slotOf(grid, start));
  const best = slots.reduce<number | null>((least, slot) => (least === null || costOf(slot) < costOf(least) ? slot : least), null);
  return best === null ? null : instantOf(grid, best);
}

/** Why talks of the part have no time, as the plan is now; those that it does not know are left out. */
export function explainAgain(part: Part, ids: string[]): Map<string, Explained> {
  const table = laid(part, [], peopleOf(part.instance));
  const unread = new Map(part.alone.map(({ employeeId, reason }) => [employeeId, { reason, counts: null, relax: null, others: [] }]));
  return new Map(
    ids.flatMap((id): [string, Explained][] => {
      const talk = talkIn(part, id);
      const why = unread.get(id);
      if (why) return [[id, why]];
      return talk ? [[id, explainTalk(table, talk, part.judged)]] : [];
    }),
  );
}

/** The first moment of a day, in a zone. */
export const beginOf = (day: string, timeZone: string): Date => DateTime.fromISO(day, { zone: timeZone }).startOf('day').toJSDate();
