/**
 * What of an employee's own export is in the bundle of an access request. What nobody but the employee can read stays out: no officer has a cell in rows 1 and
 * 4b of the table, and its employee has it from My data. Pure.
 */
import type { TalkStatus } from '#api/talk/contract.ts';
import type { TalkState } from '../../contract.ts';
import type { Exported, TalkExport } from '../../export/contract.ts';
import type { Bundle, BundleTalk } from '../contract.ts';

/** In the order of the file. Choices, wishes, reminders and how somebody is reached are the employee's alone. */
export const copiedMembers = ['madeAt', 'language', 'person', 'talks', 'goals', 'topics'] as const satisfies (keyof Bundle &
  keyof Exported)[];
export type CopiedMember = (typeof copiedMembers)[number];

/** Without private notes, a preparation that was never shared, and what the employee has said of how the talk felt. */
export function copiedTalk(talk: TalkExport, managersNotes: NonNullable<BundleTalk['managersNotes']>): BundleTalk {
  const { employeePreparation, ...rest }: TalkExport = { ...talk };
  delete rest.privateNotes;
  delete rest.heard;
  const isShared = employeePreparation !== undefined && employeePreparation.releasedAt !== null;
  return { ...rest, ...(isShared ? { employeePreparation } : {}), ...(managersNotes.length > 0 ? { managersNotes } : {}) };
}

/** A goal that the employee has let nobody read is theirs alone. */
export const isCopiedGoal = ({ sharedWith, visibility, proposal }: Exported['goals'][number]): boolean =>
  sharedWith !== null || visibility !== 'manager' || proposal !== null;

export const isCopiedTopic = ({ sharedAt }: Exported['topics'][number]): boolean => sharedAt !== null;

/** The state of a talk as the policy table counts, from what the export says of it. */
export const stateOf: Record<TalkStatus, TalkState> = { planned: 0, released: 1, live: 2, held: 3, signed: 4, closed: 5 };
