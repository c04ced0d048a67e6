/** Rules of who stands how to what a talk leaves behind, when the employee has a manager after the one who held it. Grants nothing: the table does. */
import type { Relation, TalkState } from '#api/privacy/contract.ts';
import { keeperOf, type Parting } from '../parting/rules.ts';
import { isUnplanned } from '../unplanned/rules.ts';

type TalkTimes = { _id: string; createdAt?: Date | null; startedAt: Date | null; start: Date | null };
type Kept = TalkTimes & { managerId: string; parting?: Parting | null; partedAt?: Date | null };

/** Whether a talk was held before the other, or before the other has been: what was agreed in it is where the other begins. */
export function isEarlier(one: TalkTimes, other: TalkTimes): boolean {
  return one.startedAt !== null && one._id !== other._id && (other.startedAt === null || one.startedAt < other.startedAt);
}

/** The talk that was set up last: who holds it manages the employee now. Of talks set up at once, or long ago, the one that comes last. @returns null of none */
export function newestOf<T extends TalkTimes>(talks: readonly T[]): T | null {
  return talks.reduce<T | null>((newest, talk) => (newest === null || isNewer(talk, newest) ? talk : newest), null);
}

type Signed = { _id: string; cycleId: string; signatures: readonly { at: Date }[] };

/** When the second of the two signed; null before. */
export const signedAt = ({ signatures }: Pick<Signed, 'signatures'>): Date | null =>
  signatures.length < 2 ? null : signatures.reduce((last, { at }) => (at > last ? at : last), new Date(0));

/** In the order in which both had signed: who signs later comes later. For signed ones. */
export const inSigningOrder = (one: Signed, other: Signed): number =>
  (signedAt(one)?.getTime() ?? 0) - (signedAt(other)?.getTime() ?? 0) || one._id.localeCompare(other._id);

/** The talk of a cycle that both signed last; null for whoever has none. @param ofEmployee all talks of one employee */
export function newestSigned<T extends Signed>(ofEmployee: readonly T[]): T | null {
  const signed = ofEmployee.filter((talk) => signedAt(talk) && !isUnplanned(talk.cycleId));
  return signed.sort(inSigningOrder).at(-1) ?? null;
}

/**
 * Since when a signed talk is its manager's no more: since somebody else holds the employee's newest talk, or since the two have parted in it.
 * @param ofEmployee all talks of its employee
 * @param managerNow as the directory says
 * @returns null while the employee's newest talk is still its manager's, or the directory says that they manage the employee
 */
export function handedOverSince(talk: { managerId: string }, ofEmployee: readonly Kept[], managerNow: string | null): Date | null {
  const newest = newestOf(ofEmployee);
  if (!newest || keeperOf(newest) === talk.managerId || managerNow === talk.managerId) return null;
  if (newest.managerId === talk.managerId) return newest.partedAt ?? null;
  return newest.createdAt ?? newest.startedAt ?? newest.start ?? new Date(0);
}

/**
 * Who holds the talk that is under way with an employee, and so manages them whatever the directory says. A talk that two people left unsigned counts
 * no more once somebody else has been given a newer one: nobody comes back through it when that one is signed.
 * @param ofEmployee all talks of the employee
 * @returns null when none is under way
 */
export function holderOf(ofEmployee: readonly (Kept & { signatures: readonly unknown[] })[]): string | null {
  const newest = newestOf(ofEmployee);
  const isOpen = ofEmployee.some(
    ({ managerId, signatures, partedAt }) => managerId === newest?.managerId && signatures.length < 2 && partedAt == null,
  );
  return newest && newest.partedAt == null && isOpen ? newest.managerId : null;
}

function isNewer(one: TalkTimes, other: TalkTimes): boolean {
  const made = ({ createdAt }: TalkTimes): number => createdAt?.getTime() ?? 0;
  const comes = ({ startedAt, start }: TalkTimes): number => (startedAt ?? start)?.getTime() ?? 0;
  return (made(one) - made(other) || comes(one) - comes(other) || (one._id < other._id ? -1 : 1)) > 0;
}

/**
 * How somebody stands to a talk's agreements, and in which state the talk is for them. Once it is signed by both and somebody else holds the
 * employee's newest talk, it counts as handed over (5). Before that it is between its two.
 * @param managerNow who holds the employee's newest talk
 * @returns null for whoever it is nobody's business of
 */
export function standingOf(
  talk: { employeeId: string; managerId: string },
  personId: string,
  managerNow: string,
  state: TalkState,
): { relation: Relation; state: TalkState } | null {
  const isHandedOver = state >= 4 && managerNow !== talk.managerId;
  const seen = isHandedOver ? 5 : state;
  if (personId === talk.employeeId) return { relation: 'employee', state: seen };
  if (personId === talk.managerId) return { relation: isHandedOver ? 'former-manager' : 'manager', state: seen };
  return isHandedOver && personId === managerNow ? { relation: 'new-manager', state: seen } : null;
}
