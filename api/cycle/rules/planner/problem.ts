/**
 * An instance as the search works on it: numbers in flat arrays, and for every talk the starts its people's calendars allow. People and talks
 * are put in the order of their ids, so that the order of the input changes nothing.
 */
import type { Instance } from '../../planner/contract.ts';
import { candidatesOf, type Candidates } from './candidates.ts';
import { findHubs, type Hubs } from './hubs.ts';
import { findRooms, type Rooms } from './rooms.ts';
import { peopleOf, type People } from './people.ts';

export type Problem = {
  instance: Instance;
  /** Talks in the order of their ids: index in the instance. */
  order: Int32Array;
  talks: number;
  /** Length in slots. */
  dur: Int32Array;
  /** Where the talk is in an earlier plan, or -1. */
  bookedStart: Int32Array;
  bookedRoom: Int32Array;
  locked: Uint8Array;
  people: People;
  /** The manager of each person who is the employee in a talk, by ids. */
  managerOf: Map<string, string>;
  /** What a start costs by the preferences of the talk's manager and employee. */
  preference(talk: number, slot: number): number;
  candidates: Candidates;
  hubs: Hubs;
  rooms: Rooms;
  /** Slots between two talks of one person. */
  bufferTalk: number;
};

/** Reads an instance that its schema has passed. Does not change it. */
export function problemOf(instance: Instance): Problem {
  const count = instance.talks.length;
  const order = Int32Array.from(orderOf(instance.talks));
  const people = peopleOf(instance);
  const rooms = findRooms(instance, order);
  const [dur, bookedStart, bookedRoom] = [new Int32Array(count), new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)];
  const locked = new Uint8Array(count);
  for (let talk = 0; talk < count; talk += 1) {
    const { dur: length, booked } = instance.talks[order[talk]!]!;
    dur[talk] = length;
    if (!booked) continue;
    locked[talk] = booked.locked ? 1 : 0;
    if (booked.start === null) continue;
    bookedStart[talk] = booked.start;
    bookedRoom[talk] = (booked.room === null ? undefined : rooms.indexOf.get(`${instance.talks[order[talk]!]!.pool} ${booked.room}`)) ?? -1;
  }
  const candidates = candidatesOf(instance, order, people, rooms);
  const hubs = findHubs(instance, order, people, locked);
  const costsOf = (role: 'manager' | 'employee'): Float64Array[] =>
    Array.from(order, (index) => people.cost[people.indexOf.get(instance.talks[index]![role])!]!);
  const [managers, employees] = [costsOf('manager'), costsOf('employee')];
  const preference = (talk: number, slot: number): number => managers[talk]![slot]! + employees[talk]![slot]!;
  const managerOf = new Map(instance.talks.map(({ employee, manager }) => [employee, manager]));
  const { bufferTalk } = instance.rules;
  return {
    instance,
    bufferTalk,
    preference,
    managerOf,
    order,
    talks: count,
    dur,
    bookedStart,
    bookedRoom,
    locked,
    people,
    candidates,
    hubs,
    rooms,
  };
}

/** Indices in the order of the ids. */
export function orderOf(things: { id: string }[]): number[] {
  const ids = things.map(({ id }) => id);
  return ids.map((_, index) => index).sort((a, b) => (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0));
}
