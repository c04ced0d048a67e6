/**
 * Notes, sealed. Private notes: one document per talk and author, guarded by its version. Shared notes: one document per talk with a snapshot and
 * the Yjs updates since; being one, it can be closed by one write. Holds ciphertext only and decides nothing about who may read.
 */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { close, orOnceMore, readClosing, reopen, whileOpen, type Closable, type OfTalk } from '#api/platform/db/closing.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

export type PrivateNotesRecord = { sealed: Buffer; version: number; savedAt: Date };
type StoredPrivate = PrivateNotesRecord & { _id: string; tenantId: string; talkId: string; authorId: string };
/** Whose private notes on which talk. */
export type Whose = { tenantId: string; talkId: string; authorId: string };
export type NoteUpdate = { id: string; sealed: Buffer };
/** `version` counts snapshots and guards them: who loses the race must not drop anything. */
export type SharedNotesRecord = { updates: NoteUpdate[]; snapshot: Buffer | null; version: number };
type StoredShared = Closable & SharedNotesRecord;
type LeanShared = Closable & { updates?: { id: string; sealed: StoredBytes }[]; snapshot?: StoredBytes | null; version?: number };
type Lean<T> = Omit<T, 'sealed'> & { sealed: StoredBytes };

const text = { type: String, required: true };
const count = { type: Number, required: true };
const when = { type: Date, required: true };
const bytes = { type: Buffer, required: true };

const privateNotes = defineCollection<StoredPrivate>(
  'privateNotes',
  new Schema<StoredPrivate>({ _id: text, tenantId: text, talkId: text, authorId: text, sealed: bytes, version: count, savedAt: when }),
);
const sharedNotes = defineCollection<StoredShared>(
  'sharedNotes',
  new Schema<StoredShared>({
    _id: text,
    tenantId: text,
    closedBy: count,
    updates: [new Schema<NoteUpdate>({ id: text, sealed: bytes }, { _id: false })],
    snapshot: { type: Buffer, default: null },
    version: { type: Number, default: 0 },
  }),
);

const privateId = ({ talkId, authorId }: Whose): string => `${talkId}/${authorId}`;
const opened = <T extends { sealed: StoredBytes }>(found: T): Omit<T, 'sealed'> & { sealed: Buffer } => ({
  ...found,
  sealed: bytesOf(found.sealed),
});

/** The author's own notes, or null before the first. */
export async function findPrivateNotes(db: Db, whose: Whose): Promise<PrivateNotesRecord | null> {
  const { tenantId, authorId } = whose;
  const found = await privateNotes(db)
    .findOne({ _id: privateId(whose), tenantId, authorId })
    .lean<Lean<StoredPrivate>>()
    .exec();
  return found && opened(found);
}

/** Writes if the notes still have this version (0: there are none); answers whether it did. */
export async function putPrivateNotes(db: Db, whose: Whose, version: number, next: { sealed: Buffer; savedAt: Date }): Promise<boolean> {
  const { tenantId, talkId, authorId } = whose;
  if (version === 0)
    return isNew(() => privateNotes(db).create({ _id: privateId(whose), tenantId, talkId, authorId, ...next, version: 1 }));
  const changed = await privateNotes(db)
    .findOneAndUpdate({ _id: privateId(whose), tenantId, authorId, version }, { $set: { ...next, version: version + 1 } })
    .lean()
    .exec();
  return changed !== null;
}

/** Adds one update to the talk's shared notes; durable when it resolves. False: they are closed. */
export async function addUpdate(db: Db, of: OfTalk, update: NoteUpdate): Promise<boolean> {
  const push = { $push: { updates: update }, $setOnInsert: { snapshot: null, version: 0 } };
  try {
    const written = await orOnceMore(() => sharedNotes(db).updateOne(whileOpen(of), push, { upsert: true }).exec());
    return written.upsertedCount + written.modifiedCount > 0;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

export async function findSharedNotes(db: Db, { tenantId, talkId }: OfTalk): Promise<SharedNotesRecord> {
  const found = await sharedNotes(db).findOne({ _id: talkId, tenantId }).lean<LeanShared>().exec();
  const updates = found?.updates ?? [];
  return {
    updates: updates.map(({ id, sealed }) => ({ id, sealed: bytesOf(sealed) })),
    snapshot: found?.snapshot ? bytesOf(found.snapshot) : null,
    version: found?.version ?? 0,
  };
}

/** Puts a snapshot in the place of the updates that it holds, unless another was faster (`version`). Also when they are closed: it says the same. */
export async function putSnapshot(db: Db, { tenantId, talkId }: OfTalk, version: number, snapshot: Buffer, held: string[]): Promise<void> {
  const change = { $set: { snapshot }, $inc: { version: 1 }, $pull: { updates: { id: { $in: held } } } };
  await sharedNotes(db).updateOne({ _id: talkId, tenantId, version }, change).exec();
}

/** The talk's shared notes as something that a signing closes. */
export const closing = {
  close: (db: Db, of: OfTalk, signing: number): Promise<void> => close(sharedNotes(db), of, signing),
  read: (db: Db, of: OfTalk): Promise<number> => readClosing(sharedNotes(db), of),
  reopen: (db: Db, of: OfTalk, signing: number): Promise<void> => reopen(sharedNotes(db), of, signing),
};

async function isNew(create: () => Promise<unknown>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}
