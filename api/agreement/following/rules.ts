/** Rules of following up: what is open, what may be said of an agreement, what the next talk begins with, and in which order they are shown. */
import { fewest } from '#api/privacy/rules/groups.ts';
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import { agreementStatusSchema, type AgreementStatus } from '../contract.ts';
import { progressNoteLimit, stepLimit } from './contract.ts';

/** Whether something is still to be done. */
export const isOpen = (status: AgreementStatus): boolean => status === 'not-begun' || status === 'under-way';

/** Whether this step may be added. @returns null, progress-note-too-long with the limit (UTF-16 code units), or too-many-steps */
export function mayStep(steps: number, note: string | null): Refused | null {
  if (note !== null && note.length > progressNoteLimit)
    return refuse('progress-note-too-long', { limit: progressNoteLimit, detail: `At most ${progressNoteLimit} characters.` });
  return steps >= stepLimit ? refuse('too-many-steps', { limit: stepLimit }) : null;
}

/** When an agreement came to an end: the beginning of its newest run of closed steps. @returns null while it is open */
export function closedAt(steps: readonly { status: AgreementStatus; at: Date }[]): Date | null {
  const lastOpen = steps.findLastIndex(({ status }) => isOpen(status));
  return steps[lastOpen + 1]?.at ?? null;
}

/** What a talk begins with: what is open, and what has come to an end since the two (or the employee and an earlier manager) last met. */
export function isSinceLast(
  { status, closedAt: end }: { status: AgreementStatus; closedAt: Date | null },
  lastHeldAt: Date | null,
): boolean {
  return isOpen(status) || end === null || lastHeldAt === null || end > lastHeldAt;
}

type Shown = { status: AgreementStatus; due: string | null; madeAt: string; agreementId: string };

/** Open ones first, by their day (those without one last), then as they were made. */
export function inOrder(one: Shown, other: Shown): number {
  const closed = Number(!isOpen(one.status)) - Number(!isOpen(other.status));
  const day = (one.due ?? '9999').localeCompare(other.due ?? '9999');
  return closed || day || one.madeAt.localeCompare(other.madeAt) || one.agreementId.localeCompare(other.agreementId);
}

/**
 * How many of all are where; what nobody has said anything about has not begun.
 * @param talks whose they are: each is another employee's. Of fewer than five nothing is told.
 */
export function countsOf(talks: number, all: number, said: readonly AgreementStatus[]): { status: AgreementStatus; agreements: number }[] {
  if (talks < fewest) return [];
  return agreementStatusSchema.options.map((status) => ({
    status,
    agreements: said.filter((one) => one === status).length + (status === 'not-begun' ? all - said.length : 0),
  }));
}
