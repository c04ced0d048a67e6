/** Who could be asked to hold a talk instead of its manager: the manager above, and those who hold talks in the plan anyway, the nearest in the line first. */
import type { Instance } from '../../planner/contract.ts';
import type { InstanceTalk, Table } from './table.ts';

/** At most so many are asked. */
const asked = 13;

type Line = {
  managerOf: Map<string, string>;
  /** Indices of people, those who hold the fewest first; and of those, by their own manager. */ byLoad: number[];
  under: Map<string, number[]>;
};
const known = new WeakMap<Instance, Line>();

function lineOf({ instance, held }: Table): Line {
  const before = known.get(instance);
  if (before) return before;
  const managerOf = new Map(instance.talks.map(({ employee, manager }) => [employee, manager]));
  const ids = instance.people.map(({ id }) => id);
  const holding = ids.map((_, index) => index).filter((index) => held[index]! > 0);
  const byLoad = holding.sort((a, b) => held[a]! - held[b]! || (ids[a]! < ids[b]! ? -1 : 1));
  const under = new Map<string, number[]>();
  for (const person of byLoad) {
    const above = managerOf.get(ids[person]!);
    if (above === undefined) continue;
    const peers = under.get(above);
    if (peers) peers.push(person);
    else under.set(above, [person]);
  }
  const line = { managerOf, byLoad, under };
  known.set(instance, line);
  return line;
}

/**
 * The manager's own manager, then those with that same manager, then those who hold the fewest talks.
 * @param line whose manager somebody is, where their own talk is not in the instance
 */
export function* otherManagers(table: Table, { manager }: InstanceTalk, line: ReadonlyMap<string, string>): Generator<number> {
  const { managerOf, byLoad, under } = lineOf(table);
  const above = managerOf.get(manager) ?? line.get(manager);
  const seen = new Set([table.people.indexOf.get(manager)]);
  const first = above === undefined ? -1 : (table.people.indexOf.get(above) ?? -1);
  const peers = above === undefined ? [] : (under.get(above) ?? []);
  for (const person of [first, ...peers.slice(0, asked), ...byLoad.slice(0, 2 * asked)]) {
    if (person < 0 || seen.has(person)) continue;
    if (seen.size > asked) return;
    seen.add(person);
    yield person;
  }
}
