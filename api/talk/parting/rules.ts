/**
 * Rules of a talk that has begun when its employee gets another manager (states 2 and 3 of security.md, "Hand-over"): whether HR may let the employee
 * choose, what the employee may choose, until when, and whose the talk is afterwards. Pure. What each may read then, the policy table says.
 */
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import { isAlive } from '../rules.ts';
import type { PartingChoice } from './contract.ts';

/** The employee has another manager than the one who holds the talk: to whom they go, since when they may choose, and what they have chosen. */
export type Parting = { to: string; at: Date; by: string; choice: PartingChoice | null; chosenAt: Date | null };

type Signed = { signatures: readonly { side: 'employee' | 'manager' }[] };
type Parted = { managerId: string; parting?: Parting | null; partedAt?: Date | null };
type Facts = Signed &
  Parted & {
    employeeId: string;
    startedAt: Date | null;
    withdrawnAt?: Date | null;
    signing?: { at: Date } | null;
  };

/** The talk may be finished with the manager who began it for so many days (security.md, "Hand-over"). */
export const finishDays = 14;
const dayMs = 86_400_000;
export const finishUntil = ({ at }: Pick<Parting, 'at'>): Date => new Date(at.getTime() + finishDays * dayMs);

/** An instant of the last day that is wholly theirs, wherever they are, for people to be told: the time ends within the day after it. */
export const lastDayOf = (until: string): string => new Date(Date.parse(until) - dayMs).toISOString();

const isSigned = ({ signatures }: Signed): boolean => signatures.length >= 2;

/** Whether the employee of a talk may be asked: it has begun with the first of the two, both have not signed it, and nobody has asked the same before. */
export function mayPart(talk: Facts, { from, to }: { from: string; to: string }): boolean {
  if (!talk.startedAt || talk.withdrawnAt != null || isSigned(talk) || talk.partedAt != null) return false;
  return talk.managerId === from && ![from, talk.employeeId].includes(to) && talk.parting?.to !== to;
}

/**
 * What the employee may choose now. Who has signed has chosen to finish, as long as the other may still sign; when the time to finish is over, only
 * starting over is left. To finish may be thought better of, to start over may not.
 */
export function choicesOf(talk: Pick<Facts, 'signatures' | 'parting' | 'partedAt'>): PartingChoice[] {
  const { parting, partedAt } = talk;
  if (!parting || parting.choice === 'start-over' || isSigned(talk)) return [];
  if (partedAt != null) return ['start-over'];
  const finish: PartingChoice[] = parting.choice === 'finish' ? [] : ['finish'];
  return hasSigned(talk) ? finish : [...finish, 'start-over'];
}

const hasSigned = ({ signatures }: Signed): boolean => signatures.some(({ side }) => side === 'employee');

/**
 * Whether the employee may choose this now.
 * @returns null, or choice-over when it is not to be chosen (any more); already-signed by the employee; stale while somebody is signing
 */
export function mayChoose(talk: Facts, choice: PartingChoice, now: Date): Refused | null {
  if (!choicesOf(talk).includes(choice)) {
    const waits = choice === 'start-over' && talk.parting != null && !isSigned(talk) && hasSigned(talk);
    return refuse(waits ? 'already-signed' : 'choice-over');
  }
  return choice === 'start-over' && talk.signing != null && isAlive(talk.signing, now) ? refuse('stale') : null;
}

/** Whether a talk ended without both signatures, since its employee has another manager: nothing in it counts as agreed, and it goes to nobody. */
export function isLeftUnsigned(talk: Signed & Pick<Parted, 'partedAt'>): boolean {
  return talk.partedAt != null && !isSigned(talk);
}

/** Who manages the employee as far as this talk says: once the two have parted, the manager the employee has gone to. */
export function keeperOf({ managerId, parting, partedAt }: Parted): string {
  return partedAt != null && parting ? parting.to : managerId;
}
