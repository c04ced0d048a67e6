/** Adds one entry to a talk's record in one guarded write, and tells the other of it in the same. What may be added is decided by the verb. */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore } from '#api/platform/reading/reading.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Standing } from '../standing/read-standing.ts';
import { changeTalk } from '../store.ts';
import type { EntryKind, TalkRecordRead } from './contract.ts';
import { describeRecord, writtenAs } from './read-record.ts';
import { sealEntry, type Body } from './seal-entry.ts';

export type NewEntry = Body & { entryId: string; kind: EntryKind; about: string | null; contentHash: string };

/** Answers the record as it is then; `stale`, with the newest, when something else was written to the talk meanwhile. */
export async function writeEntry(
  platform: Platform,
  actor: Person,
  standing: Standing,
  version: number,
  { text, change, ...facts }: NewEntry,
): Promise<Result<TalkRecordRead>> {
  const { talk, side, managerId } = standing;
  const { tenantId, personId } = actor;
  // A call that is sent again after its answer was lost says nothing twice.
  if (talk.record?.some((entry) => entry.entryId === facts.entryId && entry.personId === personId))
    return done(await describeRecord(platform, actor, standing));
  if (talk.version !== version) return refuse('stale', { current: await describeRecord(platform, actor, standing) });
  // The answer holds the record as it was and this entry.
  await describeRecord(platform, actor, standing);
  await noteBefore(talk._id, ...(text === null && change === null ? [] : [writtenAs(standing)]));
  const at = platform.clock.now();
  const entry = await sealEntry(platform, talk, { ...facts, side, personId, at }, { text, change });
  const asks = facts.kind === 'objected' || facts.kind === 'proposed';
  const recipientId = side === 'employee' ? managerId : talk.employeeId;
  const notice = { key: `${talk._id}:answer-waiting:${facts.entryId}:${recipientId}`, kind: 'answer-waiting' as const, recipientId };
  // What is confirmed may be due on another day: reminders look at the talk again, though nobody is told.
  const isHeard = asks || facts.kind === 'confirmed';
  const changed = await changeTalk(platform.db, tenantId, talk._id, version, isHeard ? { noticeDue: dueAt(at) } : {}, {
    record: entry,
    ...(asks ? { notices: notice } : {}),
  });
  if (!changed) return refuse('stale');
  if (asks) platform.wake('collect-notices');
  return done(await describeRecord(platform, actor, { ...standing, talk: changed }));
}
