/** Rules of what an employee passes on to a new manager: to whom it counts, how it is given and taken back, and when it may be. Pure. */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { HandOver } from '../hand-over/rules.ts';
import type { Parting } from '../parting/rules.ts';
import type { Passable } from './contract.ts';

/** One thing of a talk that its employee let somebody read: whom, since when, and until when; `backAt` is null while it was not taken back. */
export type Passed = { what: Passable; to: string; at: Date; backAt: Date | null };

type Held = {
  managerId: string;
  createdAt?: Date | null;
  handOvers?: HandOver[];
  parting?: Parting | null;
  partedAt?: Date | null;
};

/** Who came to manage the employee by a talk, and when. */
const comingsBy = ({ managerId, createdAt, handOvers = [], parting, partedAt }: Held): { to: string; at: Date }[] => [
  ...(createdAt ? [{ to: handOvers[0]?.from ?? managerId, at: createdAt }] : []),
  ...handOvers,
  ...(parting && partedAt ? [{ to: parting.to, at: partedAt }] : []),
];

/**
 * What somebody may read because the employee passed it on to them. It was meant for them, and for the time that followed: once anybody else has come to
 * manage the employee it counts no more, also when they come back.
 * @param ofEmployee all talks of the employee
 */
export function passedTo({ passed = [] }: { passed?: Passed[] }, personId: string, ofEmployee: readonly Held[]): Passed[] {
  const comings = ofEmployee.flatMap(comingsBy);
  const isOver = (one: Passed): boolean => comings.some(({ to, at }) => to !== one.to && at > one.at);
  return passed.filter((one) => one.to === personId && one.backAt === null && !isOver(one));
}

/** With one thing more, passed on now. What was passed on to the same person before gives way. */
export function withPassed(passed: readonly Passed[], what: Passable, to: string, at: Date): Passed[] {
  return [...passed.filter((one) => one.what !== what || one.to !== to), { what, to, at, backAt: null }];
}

/** With one thing taken back, whomever it had been passed on to. */
export function withTakenBack(passed: readonly Passed[], what: Passable, at: Date): Passed[] {
  return passed.map((one) => (one.what === what && one.backAt === null ? { ...one, backAt: at } : one));
}

/**
 * Whether an employee may pass one thing on.
 * @param managerId who has taken the talk over, null for nobody
 * @param named whom the page said it is passed on to
 * @returns null, or not-handed-over; stale when somebody else has taken over; nothing-to-pass-on when it is empty
 */
export function mayPassOn(managerId: string | null, named: string, there: boolean): Refused | null {
  if (managerId === null) return refuse('not-handed-over');
  if (managerId !== named) return refuse('stale');
  return there ? null : refuse('nothing-to-pass-on');
}
