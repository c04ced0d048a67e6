/** People whose talks can be in each other's way: who manages, or is in more than one talk. Everyone else's one talk never meets another. */
import type { Instance } from '../../planner/contract.ts';
import type { People } from './people.ts';

export type Hubs = {
  count: number;
  /** Hub of each person of the instance, or -1. */
  hubOf: Int32Array;
  /** Index in the instance of each hub's person. */
  people: Int32Array;
  /** Hubs of talk t are those in `of` from `from[t]` to below `from[t + 1]`; the manager first. */
  from: Int32Array;
  of: Int32Array;
  /** Talks of hub h, the same way. */
  talksFrom: Int32Array;
  talks: Int32Array;
  /** Local day by slot, per hub. */
  day: Int32Array[];
  /** Most talks a day. */
  cap: Int32Array;
  /** Room for the talks of one day in the board's lists, and where the lists of hub h begin. */
  width: Int32Array;
  base: Int32Array;
  /** 1 where working hours let the talks of one day touch those of the next; `wide` also where a talk is locked at any time whatever. */
  touching: Uint8Array;
  wide: Uint8Array;
  /** Talks in the role of manager a week that cost nothing. */
  share: Float64Array;
  days: number;
  weeks: number;
};

export function findHubs(instance: Instance, order: Int32Array, people: People, locked: Uint8Array): Hubs {
  const { talks, rules, slots, slotMinutes } = instance;
  const indices = (talk: number): number[] => {
    const { manager, employee, extra } = talks[order[talk]!]!;
    return [...new Set([manager, employee, ...extra])].map((id) => people.indexOf.get(id)!);
  };
  const [inTalks, asManager, lockedTalks] = [0, 0, 0].map(() => new Int32Array(instance.people.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const persons = Array.from(order, (_, talk) => indices(talk));
  for (const [talk, list] of persons.entries()) {
    asManager[list[0]!]! += 1;
    for (const person of list) {
      inTalks[person]! += 1;
      lockedTalks[person]! += locked[talk]!;
    }
  }
  const hubOf = new Int32Array(instance.people.length).fill(-1);
  const hubPeople: number[] = [];
  for (const list of persons)
    for (const person of list)
      if (hubOf[person] === -1 && (asManager[person]! > 0 || inTalks[person]! > 1)) hubOf[person] = hubPeople.push(person) - 1;
  const [from, of] = flatten(persons.map((list) => list.map((person) => hubOf[person]!).filter((hub) => hub >= 0)));
  const talksOf: number[][] = hubPeople.map(() => []);
  for (let talk = 0; talk < order.length; talk += 1) for (let at = from[talk]!; at < from[talk + 1]!; at += 1) talksOf[of[at]!]!.push(talk);
  const [talksFrom, talksList] = flatten(talksOf);
  const day = hubPeople.map((person) => people.times[person]!.day);
  const days = Math.max(1, ...[...new Set(day)].map((list) => (list.length > 0 ? list.at(-1)! + 2 : 1)));
  const cap = Int32Array.from(hubPeople, (person) => instance.people[person]!.maxPerDay);
  const width = Int32Array.from(hubPeople, (person, hub) => Math.max(Math.min(cap[hub]!, inTalks[person]!), lockedTalks[person]!));
  const base = new Int32Array(hubPeople.length + 1);
  for (let hub = 0; hub < hubPeople.length; hub += 1) base[hub + 1] = base[hub]! + width[hub]! * days;
  const weeksInAll = Math.max(1, Math.round((slots * slotMinutes) / 10_080));
  return {
    ...{
      count: hubPeople.length,
      hubOf,
      people: Int32Array.from(hubPeople),
      from,
      of,
      talksFrom,
      talks: talksList,
      day,
      cap,
      width,
      base,
      days,
      weeks: Math.floor(days / 7) + 1,
    },
    touching: Uint8Array.from(hubPeople, (person) => (isWide(instance, person) ? 1 : 0)),
    wide: Uint8Array.from(hubPeople, (person) => (isWide(instance, person) || lockedTalks[person]! > 0 ? 1 : 0)),
    share: Float64Array.from(hubPeople, (person) => Math.ceil(asManager[person]! / weeksInAll) + rules.weekSlack),
  };
}

/** Whether the buffer reaches from one working day into the next; two hours are left for clock changes. */
function isWide({ people, rules, slotMinutes }: Instance, person: number): boolean {
  const { from, to } = people[person]!.work;
  return 1440 - to + from < rules.bufferTalk * slotMinutes + 120;
}

function flatten(lists: number[][]): [Int32Array, Int32Array] {
  const from = new Int32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) from[index + 1] = from[index]! + list.length;
  const all = new Int32Array(from[lists.length]!);
  for (const [index, list] of lists.entries()) all.set(list, from[index]);
  return [from, all];
}
