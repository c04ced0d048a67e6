/** A plan laid out: who has which talks when, and which rooms are taken. Nothing on it moves; open-starts.ts asks where one more talk could stand. */
import type { Instance } from '../../planner/contract.ts';
import { peopleOf, type People } from './people.ts';
import { emptyBits, type SlotBits } from './slot-bits.ts';

export type InstanceTalk = Instance['talks'][number];
/** Something that stands beside the talks of the instance: other talks of the same people, the manager of each first. */
export type Other = { persons: string[]; start: number; dur: number; pool: string | null; room: string | null };

export type Table = {
  instance: Instance;
  people: People;
  /** Begin and end of what stands, two numbers each, by person: those of person p from `from[p]` to below `from[p + 1]`. */
  from: Int32Array;
  spans: Int32Array;
  /** Talks that each person is in, placed or not; and those in the role of manager. */
  inTalks: Int32Array;
  held: Int32Array;
  /** What stands in rooms, the same way: by pool, a space, room. */
  rooms: Map<string, number[]>;
  /** What open-starts.ts has worked out: free time, and full days as begin and end, by numbers it makes; starts of pools. */
  freeKnown: Map<number, SlotBits>;
  fullKnown: Map<number, number[]>;
  poolKnown: Map<string, SlotBits>;
  scratch: SlotBits;
};

type Planned = { id: string; start: number | null; room?: string | null };

/** @param planned where the talks of the instance are; one that is not named stands nowhere */
export function tableOf(
  instance: Instance,
  planned: Planned[],
  { people = peopleOf(instance), others = [] }: { people?: People; others?: Other[] } = {},
): Table {
  const placeOf = placesIn(instance, planned);
  const count = instance.people.length;
  const [inTalks, held, from] = [new Int32Array(count), new Int32Array(count), new Int32Array(count + 1)];
  const rooms = new Map<string, number[]>();
  const standing: Other[] = [...others];
  const tally = (persons: string[]): void => {
    for (const [role, id] of persons.entries()) {
      const person = people.indexOf.get(id);
      if (person === undefined) continue;
      inTalks[person]! += 1;
      if (role === 0) held[person]! += 1;
    }
  };
  for (const { persons } of others) tally(persons);
  for (const [index, talk] of instance.talks.entries()) {
    const persons = everybodyIn(talk).filter((id, at, all) => all.indexOf(id) === at);
    tally(persons);
    const { start = null, room = null } = placeOf(index) ?? {};
    if (start !== null) standing.push({ persons, start, dur: talk.dur, pool: talk.pool, room });
  }
  for (const { persons, pool, room, start, dur } of standing) {
    for (const id of persons) if (people.indexOf.has(id)) from[people.indexOf.get(id)! + 1]! += 2;
    if (pool === null || room === null) continue;
    const key = `${pool} ${room}`;
    const taken = rooms.get(key);
    if (taken) taken.push(start, start + dur);
    else rooms.set(key, [start, start + dur]);
  }
  for (let person = 0; person < count; person += 1) from[person + 1]! += from[person]!;
  const spans = new Int32Array(from[count]!);
  const next = from.slice();
  for (const { persons, start, dur } of standing)
    for (const id of persons) {
      const person = people.indexOf.get(id);
      if (person === undefined) continue;
      spans.set([start, start + dur], next[person]);
      next[person]! += 2;
    }
  const scratch = emptyBits(instance.slots);
  return { instance, people, from, spans, inTalks, held, rooms, freeKnown: new Map(), fullKnown: new Map(), poolKnown: new Map(), scratch };
}

/** A plan mostly names the talks in the order of the instance. */
function placesIn({ talks }: Instance, planned: Planned[]): (index: number) => Planned | undefined {
  if (planned.length === talks.length && planned.every(({ id }, index) => talks[index]!.id === id)) return (index) => planned[index];
  const places = new Map(planned.map((talk) => [talk.id, talk]));
  return (index) => places.get(talks[index]!.id);
}

/** The manager first. */
export const everybodyIn = ({ manager, employee, extra }: InstanceTalk): string[] => [manager, employee, ...extra];
