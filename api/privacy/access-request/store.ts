/**
 * Access requests: one document each, with who, when and of which talks in the clear, and why sealed until it has ended. Guarded by its version; what the clock
 * has to do about it stands in `due`, and whether somebody is to be told in `untold`. Decides nothing about who may read.
 */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import { claimDue, dueAt, dueSchema, putOff, type Due } from '#api/platform/db/due.ts';
import type { RequestFacts } from './rules.ts';

/** A talk of which the bundle holds something, and who is told of it besides its employee: whoever holds or held it. */
export type CopiedTalk = { talkId: string; cycle: string; day: Date | null; toldIds: string[] };
export type RequestRecord = RequestFacts & {
  _id: string;
  tenantId: string;
  employeeId: string;
  /** Why; null once it has ended. */ sealed: Buffer | null;
  answeredBy: string | null;
  /** Which of the copies that were begun is the bundle (../access-bundle/store.ts). */ copy: number | null;
  talks: CopiedTalk[];
  /** Nothing of it can be opened any more. */ closedAt: Date | null;
  openings: number;
  lastOpenedAt: Date | null;
  due: Due | null;
  /** It was made or opened, and those whom it is about are still to be told. */ untold: Due | null;
  version: number;
};
type Lean = Omit<RequestRecord, 'sealed'> & { sealed: StoredBytes | null };

const text = { type: String, required: true };
const maybeText = { type: String, default: null };
const maybeDate = { type: Date, default: null };
const count = { type: Number, required: true };
const requests = defineCollection<RequestRecord>(
  'accessRequests',
  new Schema<RequestRecord>({
    ...{ _id: text, tenantId: text, employeeId: text, askedBy: text, askedAt: { type: Date, required: true } },
    sealed: { type: Buffer, default: null },
    ...{ answer: maybeText, answeredBy: maybeText, answeredAt: maybeDate, copiedAt: maybeDate, closedAt: maybeDate },
    copy: { type: Number, default: null },
    talks: [
      new Schema<CopiedTalk>({ talkId: text, cycle: { type: String, default: '' }, day: maybeDate, toldIds: [String] }, { _id: false }),
    ],
    ...{
      openings: count,
      lastOpenedAt: maybeDate,
      due: { type: dueSchema, default: null },
      untold: { type: dueSchema, default: null },
      version: count,
    },
  })
    .index({ tenantId: 1, askedAt: -1 })
    .index({ tenantId: 1, employeeId: 1 })
    .index({ tenantId: 1, 'talks.toldIds': 1 })
    .index({ 'due.at': 1 })
    .index({ 'untold.at': 1 }),
);

const opened = (found: Lean): RequestRecord => ({ ...found, sealed: found.sealed ? bytesOf(found.sealed) : null });

type New = Pick<RequestRecord, '_id' | 'tenantId' | 'employeeId' | 'askedBy' | 'askedAt'> & { sealed: Buffer; lapsesAt: Date };

/** Answers what is there under its id: the new one, or what was there before. */
export async function addRequest(db: Db, { lapsesAt, ...fresh }: New): Promise<RequestRecord | null> {
  const nothing = { answer: null, answeredBy: null, answeredAt: null, copiedAt: null, closedAt: null, copy: null, lastOpenedAt: null };
  try {
    const marks = { due: dueAt(lapsesAt), untold: dueAt(fresh.askedAt) };
    await requests(db).create({ ...fresh, ...nothing, ...marks, talks: [], openings: 0, version: 1 });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return findRequest(db, fresh.tenantId, fresh._id);
}

export async function findRequest(db: Db, tenantId: string, requestId: string): Promise<RequestRecord | null> {
  const found = await requests(db).findOne({ _id: requestId, tenantId }).lean<Lean>().exec();
  return found && opened(found);
}

/** The newest first. */
export async function listNewest(db: Db, tenantId: string, most: number): Promise<RequestRecord[]> {
  return (await requests(db).find({ tenantId }).sort({ askedAt: -1 }).limit(most).lean<Lean[]>().exec()).map(opened);
}

/** Those about a person, and those of talks that they hold or held, the newest first. */
export async function listConcerning(db: Db, tenantId: string, personId: string): Promise<RequestRecord[]> {
  const either = { $or: [{ employeeId: personId }, { 'talks.toldIds': personId }] };
  return (
    await requests(db)
      .find({ tenantId, ...either })
      .sort({ askedAt: -1 })
      .lean<Lean[]>()
      .exec()
  ).map(opened);
}

/** Writes if nobody has answered yet and it still has this version; null otherwise. `dueNow`: the clock takes it on. */
export async function writeAnswer(
  db: Db,
  { _id, tenantId }: RequestRecord,
  version: number,
  answered: Pick<RequestRecord, 'answer' | 'answeredBy'> & { answeredAt: Date },
): Promise<RequestRecord | null> {
  const found = await requests(db)
    .findOneAndUpdate(
      { _id, tenantId, version, answer: null, closedAt: null },
      { $set: { ...answered, due: dueAt(answered.answeredAt) }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean<Lean>()
    .exec();
  return found && opened(found);
}

/** Counts that the bundle is given to somebody; false when it was closed meanwhile. */
export async function countOpening(db: Db, { _id, tenantId, copy }: RequestRecord, now: Date): Promise<boolean> {
  const change = { $inc: { openings: 1 }, $max: { lastOpenedAt: now } };
  return (await requests(db).updateOne({ _id, tenantId, copy, closedAt: null }, change)).matchedCount === 1;
}

export async function claimRequest(db: Db, now: Date): Promise<RequestRecord | null> {
  const found = (await claimDue(requests(db), 'due', now)) as Lean | null;
  return found && opened(found);
}

export async function claimUntold(db: Db, now: Date): Promise<RequestRecord | null> {
  const found = (await claimDue(requests(db), 'untold', now)) as Lean | null;
  return found && opened(found);
}

/** Unless there is something to be told anew. */
export async function closeUntold(db: Db, { _id, untold }: RequestRecord): Promise<void> {
  await requests(db).updateOne({ _id, 'untold.fence': untold?.fence ?? -1 }, { $set: { untold: null } });
}

/** Writes if this claim still holds; answers whether it did. */
export async function saveClaimed(db: Db, { _id, due }: RequestRecord, set: Partial<RequestRecord>): Promise<boolean> {
  const change = { $set: set, $inc: { version: 1 } };
  return (await requests(db).updateOne({ _id, 'due.fence': due?.fence ?? -1 }, change)).matchedCount === 1;
}

export async function putRequestOff(db: Db, { _id, due }: RequestRecord, at: Date): Promise<void> {
  await putOff(requests(db), _id, 'due', due?.fence ?? -1, at);
}

/** What was asked for by then and has ended, but of nobody among these. */
export async function dropEndedBefore(db: Db, by: Date, but: readonly string[]): Promise<number> {
  const others = but.length > 0 ? { employeeId: { $nin: but } } : {};
  return (await requests(db).deleteMany({ askedAt: { $lt: by }, closedAt: { $ne: null }, ...others })).deletedCount;
}

export async function dropRequestsOf(db: Db, tenantId: string, employeeId: string): Promise<number> {
  return (await requests(db).deleteMany({ tenantId, employeeId })).deletedCount;
}

/** Forgets that these talks were in a bundle. */
export async function forgetTalks(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  const named = { tenantId, 'talks.talkId': { $in: talkIds } };
  return (await requests(db).updateMany(named, { $pull: { talks: { talkId: { $in: talkIds } } } })).modifiedCount;
}
