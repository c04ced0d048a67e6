/**
 * What was written into shared notes, sealed, in folds: each holds what one folding of the notes took out of them. Which folds belong to a talk is
 * written in the notes' own document (note/store.ts), so that a fold nobody names does not count. Decides nothing about who may read.
 */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import type { OfTalk } from '#api/platform/db/closing.ts';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import type { Writing } from './rules.ts';

/** Some writing as one sealed Yjs update. */
export type SealedWriting = Writing & { sealed: Buffer };
type Fold = { _id: string; tenantId: string; talkId: string; pieces: SealedWriting[] };
type LeanFold = Omit<Fold, 'pieces'> & { pieces: (Writing & { sealed: StoredBytes })[] };

const text = { type: String, required: true };
const piece = new Schema<SealedWriting>(
  { by: [String], from: { type: Date, default: null }, to: { type: Date, default: null }, sealed: { type: Buffer, required: true } },
  { _id: false },
);
const folds = defineCollection<Fold>(
  'noteHistory',
  new Schema<Fold>({ _id: text, tenantId: text, talkId: text, pieces: { type: [piece], required: true } }).index({
    tenantId: 1,
    talkId: 1,
  }),
);

export async function addFold(db: Db, { tenantId, talkId }: OfTalk, id: string, pieces: SealedWriting[]): Promise<void> {
  await folds(db).create({ _id: id, tenantId, talkId, pieces });
}

/** All pieces of these folds of the talk, in the order of the ids. */
export async function findPieces(db: Db, { tenantId, talkId }: OfTalk, ids: string[]): Promise<SealedWriting[]> {
  if (ids.length === 0) return [];
  const found = await folds(db)
    .find({ _id: { $in: ids }, tenantId, talkId })
    .lean<LeanFold[]>()
    .exec();
  const byId = new Map(found.map((fold) => [fold._id, fold]));
  return ids.flatMap((id) => byId.get(id)?.pieces ?? []).map((one) => ({ ...one, sealed: bytesOf(one.sealed) }));
}

export async function dropFolds(db: Db, { tenantId, talkId }: OfTalk, ids: string[]): Promise<void> {
  if (ids.length > 0)
    await folds(db)
      .deleteMany({ _id: { $in: ids }, tenantId, talkId })
      .exec();
}

/** All folds of these talks, named by their notes or not. */
export async function dropHistory(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await folds(db).deleteMany({ tenantId, talkId: { $in: talkIds } })).deletedCount;
}
