/** Why a talk has no time, and the smallest change that would give it one while all others stay. Both are tried out before they are said. */
import type { Relaxation, Why } from '../../planner/contract.ts';
import type { Board } from './board.ts';
import { keepCommon } from './candidates.ts';
import { emptyBits, hasBit, keepRuns, type SlotBits } from './slot-bits.ts';
import { standFrom, wishOf, type Wish } from './stand.ts';

/** Managers asked whether they could hold the talk instead, beside the one above. */
const othersAsked = 12;

export function explain(board: Board, talk: number): { why: Why; relax?: Relaxation } {
  const wish = wishOf(board.problem, talk);
  const relax = relaxationFor(board, talk, wish);
  return { why: whyNot(board, talk, wish), ...(relax ? { relax } : {}) };
}

/** How many starts within the window lie in all these sets of slots. */
function countStarts({ problem }: Board, { notBefore, notAfter, dur }: Wish, sets: SlotBits[]): number {
  const bits = emptyBits(problem.instance.slots).fill(-1);
  for (const set of sets) keepCommon(bits, set);
  keepRuns(bits, dur);
  let count = 0;
  for (let slot = Math.max(0, notBefore); slot <= Math.min(notAfter, problem.instance.slots) - dur; slot += 1)
    if (hasBit(bits, slot)) count += 1;
  return count;
}

function whyNot(board: Board, talk: number, wish: Wish): Why {
  const { problem } = board;
  const { instance, candidates, hubs } = problem;
  const idOf = (person: number): string => instance.people[person]!.id;
  if (new Set(wish.persons).size < wish.persons.length) return { code: 'same-person' };
  if (Math.min(wish.notAfter, instance.slots) - Math.max(0, wish.notBefore) < wish.dur) return { code: 'window-too-short' };
  const starts = candidates.from[talk + 1]! - candidates.from[talk]!;
  const barred = wish.persons.find((person) => instance.people[person]!.maxPerDay === 0);
  if (barred !== undefined) return { code: 'too-many-talks', person: idOf(barred), talks: 0, starts: 0 };
  if (starts === 0) return whyNoStart(board, wish, idOf);
  // Whose other talks alone leave no time.
  for (const person of wish.persons) {
    const hub = hubs.hubOf[person]!;
    if (hub === -1 || standFrom(board, { ...wish, only: person }, wish.notBefore) >= 0) continue;
    return { code: 'too-many-talks', person: idOf(person), talks: hubs.talksFrom[hub + 1]! - hubs.talksFrom[hub]!, starts };
  }
  if (wish.pool >= 0 && standFrom(board, { ...wish, pool: -1 }, wish.notBefore) >= 0) return { code: 'no-room', starts };
  return { code: 'times-taken', starts };
}

function whyNoStart(board: Board, wish: Wish, idOf: (person: number) => string): Why {
  const { people } = board.problem;
  const freeOf = (person: number, index: number): SlotBits => (index === 0 ? people.asManager(person) : people.free[person]!);
  const away = wish.persons.findIndex((person, index) => countStarts(board, wish, [freeOf(person, index)]) === 0);
  if (away >= 0)
    return { code: away === 0 ? 'manager-away' : away === 1 ? 'employee-away' : 'extra-away', person: idOf(wish.persons[away]!) };
  if (countStarts(board, wish, wish.persons.map(freeOf)) > 0) return { code: 'no-room' };
  const works = wish.persons.map((person) => people.works[person]!);
  return { code: countStarts(board, wish, works) > 0 ? 'no-common-time' : 'no-common-hours' };
}

/** The first that helps, from the smallest change to the largest. */
function relaxationFor(board: Board, talk: number, wish: Wish): Relaxation | null {
  const { problem } = board;
  const { people } = problem.instance;
  if (new Set(wish.persons).size < wish.persons.length) return null;
  const helps = (changed: Partial<Wish>): boolean => {
    const other = { ...wish, ...changed };
    return standFrom(board, other, other.notBefore) >= 0;
  };
  for (let dur = wish.dur - 1; dur >= Math.ceil(wish.dur / 2); dur -= 1) if (helps({ dur })) return { kind: 'shorter-talk', dur };
  if (wish.pool >= 0 && helps({ pool: -1 })) return { kind: 'without-room' };
  if (wish.persons.length > 2 && helps({ persons: wish.persons.slice(0, 2) })) return { kind: 'without-extra' };
  for (const person of wish.persons) {
    const most = people[person]!.maxPerDay + 1;
    if (helps({ cap: { person, most } })) return { kind: 'more-per-day', person: people[person]!.id, maxPerDay: most };
  }
  const longer = longerWindow(board, wish);
  if (longer) return longer;
  const manager = otherManager(board, talk, wish);
  return manager === null ? null : { kind: 'other-person', manager };
}

/** Later first: starting earlier takes time from preparation. */
function longerWindow(board: Board, wish: Wish): Relaxation | null {
  const { slots } = board.problem.instance;
  const later = standFrom(board, { ...wish, notAfter: slots }, wish.notBefore);
  if (later >= 0) return { kind: 'longer-window', notBefore: wish.notBefore, notAfter: Math.max(wish.notAfter, later + wish.dur) };
  let earlier = -1;
  for (let at = standFrom(board, wish, 0); at >= 0 && at < wish.notBefore; at = standFrom(board, wish, at + 1)) earlier = at;
  return earlier >= 0 ? { kind: 'longer-window', notBefore: earlier, notAfter: wish.notAfter } : null;
}

/** Somebody who holds talks already: the manager's own manager first, then those with the fewest. */
function otherManager(board: Board, talk: number, wish: Wish): string | null {
  const { problem } = board;
  const { instance, hubs, order, people } = problem;
  const { manager } = instance.talks[order[talk]!]!;
  const ask = (id: string): boolean => {
    const persons = [people.indexOf.get(id)!, ...wish.persons.slice(1)];
    return new Set(persons).size === persons.length && standFrom(board, { ...wish, persons }, wish.notBefore) >= 0;
  };
  const above = problem.managerOf.get(manager);
  if (above !== undefined && ask(above)) return above;
  const others = [...hubs.byLoad.subarray(0, othersAsked + 1)].filter((hub) => hub !== hubs.hubOf[wish.persons[0]!]);
  for (const hub of others.slice(0, othersAsked)) {
    const { id } = instance.people[hubs.people[hub]!]!;
    if (ask(id)) return id;
  }
  return null;
}
