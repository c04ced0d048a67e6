/**
 * Lets the employee of a talk that has begun choose, once HR has accepted that they have a new manager: what its one guarded write changes. Nothing
 * of the talk goes anywhere by it; the employee is told, and has some days.
 */
import { dueAt } from '#api/platform/db/due.ts';
import type { Change } from '../hand-over/hand-over-talk.ts';
import type { Notice } from '../record/store.ts';
import type { TalkRecord } from '../store.ts';
import { finishUntil } from './rules.ts';

export function openingParting(talk: TalkRecord, { to, by }: { to: string; by: string }, now: Date): Change {
  const parting = { to, at: now, by, choice: null, chosenAt: null };
  return {
    set: { parting, partingDue: dueAt(finishUntil(parting)), noticeDue: dueAt(now) },
    push: { notices: choiceNotice(talk) },
  };
}

/** The employee is asked; the version makes it one for each time. */
export const choiceNotice = ({ _id, version, employeeId }: TalkRecord): Notice => ({
  key: `${_id}:choice-waiting:${version}:${employeeId}`,
  kind: 'choice-waiting',
  recipientId: employeeId,
});

/** The manager of before is told that the talk is theirs no more: what both have signed goes on with the new manager, anything else is closed. */
export function leftNotice({ _id, version, managerId, signatures }: TalkRecord): Notice {
  const kind = signatures.length >= 2 ? 'talk-handed-over' : 'talk-closed';
  return { key: `${_id}:${kind}:${version}:${managerId}`, kind, recipientId: managerId };
}
