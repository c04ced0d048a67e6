/** What was said in check-ins: one document per talk from the first answer on, words sealed, with a mark for telling the other. Decides nothing about who may. */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { claimDue, dueAt, dueSchema, type Due } from '#api/platform/db/due.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import type { How, Need } from './contract.ts';
import type { AnswerFacts, Chosen } from './rules.ts';

export type StoredAnswer = AnswerFacts & { how: How; need: Need; at: Date; sealed: Buffer | null };
export type CheckInRecord = {
  /** The talk's id. */
  _id: string;
  tenantId: string;
  version: number;
  answers: StoredAnswer[];
  /** When reminders are to hear of it. */
  due: Due | null;
};
type Lean = Omit<CheckInRecord, 'answers'> & { answers: (Omit<StoredAnswer, 'sealed'> & { sealed: StoredBytes | null })[] };
type OfTalk = { tenantId: string; talkId: string };

const text = { type: String, required: true };
const date = { type: Date, required: true };
const inner = { _id: false };
const chosen = new Schema<Chosen>({ weeks: { type: Number, required: true }, day: { type: String, default: null }, at: date }, inner);
const answer = new Schema<StoredAnswer>(
  {
    day: text,
    side: text,
    how: text,
    need: text,
    chosen: { type: chosen, required: true },
    at: date,
    sealed: { type: Buffer, default: null },
  },
  inner,
);
const checkIns = defineCollection<CheckInRecord>(
  'checkIns',
  new Schema<CheckInRecord>({
    _id: text,
    tenantId: text,
    version: { type: Number, required: true },
    answers: [answer],
    due: { type: dueSchema, default: null },
  }).index({ 'due.at': 1 }),
);

const recordOf = (found: Lean): CheckInRecord => ({
  ...found,
  answers: found.answers.map((one) => ({ ...one, sealed: one.sealed && bytesOf(one.sealed) })),
});

/** Of these talks; one in which nobody has answered any has none. */
export async function listCheckInRecords(db: Db, tenantId: string, talkIds: string[]): Promise<CheckInRecord[]> {
  if (talkIds.length === 0) return [];
  const found = await checkIns(db)
    .find({ _id: { $in: talkIds }, tenantId })
    .lean<Lean[]>()
    .exec();
  return found.map(recordOf);
}

/** The other is told after this pause, so that whoever takes an answer back at once has told nobody. */
export const pauseMs = 2 * 60_000;

/** Puts these answers in place of those there were, if this is still the version (0: none yet); answers whether it did. */
export async function putAnswers(
  db: Db,
  { tenantId, talkId }: OfTalk,
  version: number,
  answers: StoredAnswer[],
  now: Date,
): Promise<boolean> {
  const set = { answers, due: dueAt(new Date(now.getTime() + pauseMs)) };
  if (version > 0) {
    const written = await checkIns(db).updateOne({ _id: talkId, tenantId, version }, { $set: set, $inc: { version: 1 } });
    return written.modifiedCount > 0;
  }
  try {
    await checkIns(db).create({ _id: talkId, tenantId, version: 1, ...set });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** The next whose reminders have not heard of it; null when none waits. */
export async function claimAnswered(db: Db, now: Date): Promise<CheckInRecord | null> {
  const found = await claimDue<CheckInRecord>(checkIns(db), 'due', now);
  return found && recordOf(found);
}

/** They have heard; unless it was answered anew meanwhile. */
export async function closeAnswered(db: Db, { _id, due }: CheckInRecord): Promise<void> {
  await checkIns(db).updateOne({ _id, 'due.fence': due?.fence ?? -1 }, { $set: { due: null } });
}

export async function dropCheckIns(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await checkIns(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}
