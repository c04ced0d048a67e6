/** Rules of who stands how to what a talk leaves behind, when the employee has a manager after the one who held it. Grants nothing: the table does. */
import type { Relation, TalkState } from '#api/privacy/contract.ts';

type TalkTimes = { _id: string; startedAt: Date | null; start: Date | null };

const moment = ({ startedAt, start }: TalkTimes): number => (startedAt ?? start)?.getTime() ?? Infinity;

/** Whether a talk came, or comes, before the other: by when it was started or is booked; one without a time is still to come. */
export function isEarlier(one: TalkTimes, other: TalkTimes): boolean {
  return moment(one) < moment(other) || (moment(one) === moment(other) && one._id < other._id);
}

/** The talk that comes, or came, last. @returns null of none */
export function newestOf<T extends TalkTimes>(talks: readonly T[]): T | null {
  return talks.reduce<T | null>((newest, talk) => (newest === null || isEarlier(newest, talk) ? talk : newest), null);
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
