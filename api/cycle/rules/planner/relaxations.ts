/** The changes that give a talk a time while all others stay, the smallest first. Each is tried on the plan before it is said. */
import type { Relaxation, RuleChange } from '../../planner/contract.ts';
import { firstStart, isPossible, lastOf, openStarts, wishOf, type Wish } from './open-starts.ts';
import { otherManagers } from './other-managers.ts';
import type { InstanceTalk, Table } from './table.ts';

const weekMinutes = 7 * 1440;

/**
 * Worked out one by one: who needs only the first asks for no more.
 * @param forAll tries changes of a rule for everybody too
 * @param line whose manager somebody is, where their own talk is not in the instance
 */
export function* relaxations(
  table: Table,
  talk: InstanceTalk,
  forAll: boolean,
  line: ReadonlyMap<string, string> = new Map(),
): Generator<Relaxation | RuleChange> {
  const { people, slots, slotMinutes } = table.instance;
  const wish = wishOf(table, talk);
  if (!isPossible(wish)) return;
  const helps = (changed: Partial<Wish>): boolean => firstStart(table, { ...wish, ...changed }) >= 0;
  const shorter = (dur: number): boolean => dur >= Math.ceil(wish.dur / 2) && dur < wish.dur && helps({ dur });
  // A cap for everybody is the wider change, and the one that HR can make.
  for (const person of forAll ? [] : wish.persons) {
    const most = people[person]!.maxPerDay + 1;
    if (helps({ cap: { person, most } })) yield { kind: 'more-per-day', person: people[person]!.id, maxPerDay: most };
  }
  if (forAll && helps({ more: 1 })) yield { kind: 'more-per-day-for-all', more: 1 };
  if (shorter(wish.dur - 1)) yield { kind: 'shorter-talk', dur: wish.dur - 1 };
  const week = wish.notAfter + Math.round(weekMinutes / slotMinutes);
  const soon = later(table, wish, week);
  if (soon) yield soon;
  if (wish.pool !== null && helps({ pool: null })) yield { kind: 'without-room' };
  if (forAll && helps({ unbuffered: true })) yield { kind: 'without-buffer' };
  for (let dur = wish.dur - 2; dur >= Math.ceil(wish.dur / 2); dur -= 1) if (shorter(dur)) yield { kind: 'shorter-talk', dur };
  const late = (soon ? null : later(table, wish, slots)) ?? earlier(table, wish);
  if (late) yield late;
  if (wish.persons.length > 2 && helps({ persons: wish.persons.slice(0, 2) })) yield { kind: 'without-extra' };
  if (forAll && helps({ more: 2 })) yield { kind: 'more-per-day-for-all', more: 2 };
  for (const manager of otherManagers(table, talk, line)) {
    const persons = [manager, ...wish.persons.slice(1)];
    if (isPossible({ ...wish, persons }) && helps({ persons })) yield { kind: 'other-person', manager: people[manager]!.id };
  }
}

function later(table: Table, wish: Wish, until: number): Relaxation | null {
  const notAfter = Math.min(until, table.instance.slots);
  const start = notAfter > wish.notAfter ? firstStart(table, { ...wish, notAfter }) : -1;
  return start < 0 ? null : { kind: 'longer-window', notBefore: wish.notBefore, notAfter: Math.max(wish.notAfter, start + wish.dur) };
}

/** Takes time from preparation: as little as it goes. */
function earlier(table: Table, wish: Wish): Relaxation | null {
  if (wish.notBefore <= 0) return null;
  const start = lastOf(openStarts(table, { ...wish, notBefore: 0, notAfter: Math.min(wish.notAfter, wish.notBefore + wish.dur) }));
  return start < 0 ? null : { kind: 'longer-window', notBefore: start, notAfter: wish.notAfter };
}
