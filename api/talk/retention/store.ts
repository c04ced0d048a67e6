/** Reads talks for what ages in them, page by page. Holds no word of theirs. Erases whole talks for privacy/erasure. */
import type { Db } from '#api/platform/db/db.ts';
import { changeTalk, factsOnly, talks, type TalkRecord } from '../store.ts';
import type { Limits, NotesErased } from './rules.ts';

const times = { createdAt: 1, start: 1, startedAt: 1, finishedAt: 1, partedAt: 1, withdrawnAt: 1 };
const aging = { tenantId: 1, employeeId: 1, managerId: 1, handOvers: 1, 'signatures.side': 1, ...times };
export type AgingRecord = Pick<
  TalkRecord,
  '_id' | 'tenantId' | 'employeeId' | 'managerId' | 'handOvers' | 'signatures' | keyof typeof times
>;

/** Talks of which something may be due, in the order of their ids, after this one. */
export function listAging(db: Db, { drafts, privateNotes }: Limits, after: string, most: number): Promise<AgingRecord[]> {
  const old = [
    { startedAt: { $lte: drafts } },
    { withdrawnAt: { $ne: null, $lte: privateNotes } },
    { 'handOvers.at': { $lte: drafts } },
    // Those that may never have come to an end: how old they are says the rule.
    { createdAt: { $lte: privateNotes } },
    { createdAt: null },
  ];
  return talks(db)
    .find({ _id: { $gt: after }, $or: old }, aging)
    .sort({ _id: 1 })
    .limit(most)
    .lean<AgingRecord[]>()
    .exec();
}

const names = { employeeId: 1, managerId: 1, 'handOvers.from': 1 };
export type NamesRecord = Pick<TalkRecord, '_id' | 'employeeId' | 'managerId' | 'handOvers'>;

/** Talks that name somebody: as one of the two, or as the manager before. */
export function listNaming(db: Db, tenantId: string, personId: string): Promise<NamesRecord[]> {
  const naming = [{ employeeId: personId }, { managerId: personId }, { 'handOvers.from': personId }];
  return talks(db).find({ tenantId, $or: naming }, names).lean<NamesRecord[]>().exec();
}

const kind = { templateId: 1, cycleId: 1, createdAt: 1, start: 1, startedAt: 1, withdrawnAt: 1 };
const ended = { ...names, ...kind, tenantId: 1, finishedAt: 1, partedAt: 1, notesErased: 1, 'signatures.at': 1, 'signatures.side': 1 };
type Times = 'createdAt' | 'start' | 'startedAt' | 'withdrawnAt' | 'finishedAt' | 'partedAt' | 'notesErased' | 'signatures';
export type EndedRecord = NamesRecord & Pick<TalkRecord, 'tenantId' | 'templateId' | 'cycleId' | Times>;

/**
 * Talks that were finished, or left, by then, those that have come to their end and still have their notes, and those that were set up, or had their time, by
 * then and have not come to their end; in the order of their ids, after this one.
 */
export function listEnded(db: Db, by: Date, after: string, most: number): Promise<EndedRecord[]> {
  const before = { $ne: null, $lte: by };
  const open = { 'signatures.1': { $exists: false }, partedAt: null };
  const old = [
    { finishedAt: before },
    { partedAt: before },
    { notesErased: null, $or: [{ 'signatures.1': { $exists: true } }, { partedAt: { $ne: null } }] },
    { notesErased: null, ...open, $or: [{ createdAt: before }, { start: before }, { startedAt: before }] },
  ];
  return talks(db)
    .find({ _id: { $gt: after }, $or: old }, ended)
    .sort({ _id: 1 })
    .limit(most)
    .lean<EndedRecord[]>()
    .exec();
}

/** Of these talks: which are in a calendar ahead, or are on their way into one, and which have an event that is still to be cancelled. */
export async function listInCalendars(db: Db, tenantId: string, talkIds: string[], now: Date): Promise<TalkRecord[]> {
  if (talkIds.length === 0) return [];
  const ahead = { startedAt: null, start: { $gt: now }, 'booking.eventId': { $ne: null } };
  const onTheWay = { startedAt: null, start: { $gt: now }, booking: { $ne: null }, 'booking.eventId': null };
  return talks(db)
    .find({ _id: { $in: talkIds }, tenantId, $or: [ahead, onTheWay, { unwantedDue: { $ne: null } }] }, factsOnly)
    .lean<TalkRecord[]>()
    .exec();
}

type SignedRecord = Pick<TalkRecord, '_id' | 'tenantId' | 'signedContent' | 'signatures' | 'version'>;

/** What was signed in talks whose notes are still there, to be kept without them. */
export function listSigned(db: Db, tenantId: string, talkIds: string[]): Promise<SignedRecord[]> {
  return talks(db)
    .find({ _id: { $in: talkIds }, tenantId, notesErased: null }, { tenantId: 1, signedContent: 1, 'signatures.side': 1, version: 1 })
    .lean<SignedRecord[]>()
    .exec();
}

/**
 * Notes that its notes are gone, and puts what was signed without them in place of all of it: one write, once. No version is raised, since nothing that
 * anybody writes into the talk touches either; but while it may still be signed it is, and whoever signs at this moment reads again what they sign.
 */
export async function putNotesErased(
  db: Db,
  { tenantId, _id, signatures, version }: SignedRecord,
  set: { notesErased: NotesErased; signedContent?: Buffer },
): Promise<boolean> {
  if (signatures.length < 2) return (await changeTalk(db, tenantId, _id, version, set)) !== null;
  return (await talks(db).updateOne({ _id, tenantId, notesErased: null }, { $set: set })).modifiedCount > 0;
}

export async function dropTalks(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await talks(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}
