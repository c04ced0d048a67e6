/** Whether a round may start by itself, how it stands, and who is new in it. Pure. */
import type { UnplacedReason } from '../../outcome/contract.ts';
import type { RecurrenceState, WaitReason } from '../contract.ts';

/** Less than this share of the talks with a time, and the round waits for HR. HR sets none. */
export const leastFitPercent = 90;

type Planned = { placed: unknown[]; unplaced: { managerId: string | null; reason: UnplacedReason }[] };
/** Nobody's calendar could be looked into, or not these two's: they agree on a time by hand, which no other plan would change. */
const byHand: UnplacedReason[] = ['manager-has-no-calendar', 'employee-has-no-calendar'];

/** Talks of a plan, and those of them with a time. Who has nobody to talk with has no talk. */
export function countPlanned({ placed, unplaced }: Planned): { fit: number; talks: number } {
  return { fit: placed.length, talks: placed.length + unplaced.filter(({ managerId }) => managerId !== null).length };
}

/**
 * Why a round must wait for HR; null when it starts.
 * @param asked HR has pressed "Start now" and knows how many fit
 */
export function whyWait(plan: Planned, { hasTemplate, asked }: { hasTemplate: boolean; asked: boolean }): WaitReason | null {
  if (!hasTemplate) return 'template-gone';
  const { fit, talks } = countPlanned(plan);
  if (talks === 0) return 'nobody';
  const judged = talks - plan.unplaced.filter(({ managerId, reason }) => managerId !== null && byHand.includes(reason)).length;
  return !asked && fit * 100 < judged * leastFitPercent ? 'too-few' : null;
}

/** What HR can decide about a round before it starts. */
export type Decision = 'skip' | 'stop' | 'start';
type Facts = {
  startsOn: string | null;
  startDue: { at: Date } | null;
  decided: { what: Decision } | null;
  waiting: object | null;
};

/** How a round stands now. */
export function stateOfRound({ startsOn, startDue, decided, waiting }: Facts, launchedAt: Date | null, now: Date): RecurrenceState {
  if (decided?.what === 'stop') return 'ended';
  if (launchedAt || startsOn === null) return 'goes-on';
  if (decided?.what === 'skip') return 'skipped';
  if (waiting) return 'waiting';
  return startDue && startDue.at <= now ? 'starting' : 'starts';
}

/**
 * Whether the one whose cycle it is can still be told of it instead of all of HR.
 * @param owner null when the directory never named them; `isHr` as at their last visit, unknown for who was never here: they were HR when they launched it
 */
export const isStillHr = (owner: { enabled: boolean; isHr?: boolean | null } | null): boolean =>
  owner !== null && owner.enabled && owner.isHr !== false;

/** Who is in it now and was not before, and the other way round, in the order given. */
export function changedPeople(before: string[], now: string[]): { newcomers: string[]; gone: string[] } {
  const [was, is] = [new Set(before), new Set(now)];
  return { newcomers: now.filter((id) => !was.has(id)), gone: before.filter((id) => !is.has(id)) };
}
