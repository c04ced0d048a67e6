/**
 * Notes, sealed. Private notes: one document per talk and author, guarded by its version. Shared notes: an append-only list of Yjs updates,
 * folded into one snapshot per talk when it grows. Holds ciphertext only and decides nothing about who may read.
 */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

export type PrivateNotesRecord = { sealed: Buffer; version: number; savedAt: Date };
type StoredPrivate = PrivateNotesRecord & { _id: string; tenantId: string; talkId: string; authorId: string };
/** Whose private notes on which talk. */
export type Whose = { tenantId: string; talkId: string; authorId: string };
export type OfTalk = { tenantId: string; talkId: string };
export type NoteUpdate = { id: string; sealed: Buffer };
type StoredUpdate = OfTalk & { _id: string; at: Date; sealed: Buffer };
/** `version` guards the folding: who loses the race must not delete anything. */
export type NoteSnapshot = { sealed: Buffer; version: number };
type StoredSnapshot = NoteSnapshot & OfTalk & { _id: string };
type Lean<T> = Omit<T, 'sealed'> & { sealed: StoredBytes };

const text = { type: String, required: true };
const count = { type: Number, required: true };
const when = { type: Date, required: true };
const bytes = { type: Buffer, required: true };

const privateNotes = defineCollection<StoredPrivate>(
  'privateNotes',
  new Schema<StoredPrivate>({ _id: text, tenantId: text, talkId: text, authorId: text, sealed: bytes, version: count, savedAt: when }),
);
const updates = defineCollection<StoredUpdate>(
  'sharedNoteUpdates',
  new Schema<StoredUpdate>({ _id: text, tenantId: text, talkId: text, at: when, sealed: bytes }).index({ tenantId: 1, talkId: 1 }),
);
const snapshots = defineCollection<StoredSnapshot>(
  'sharedNoteSnapshots',
  new Schema<StoredSnapshot>({ _id: text, tenantId: text, talkId: text, sealed: bytes, version: count }),
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

/** Adds one update to the talk's shared notes; durable when it resolves. */
export async function addUpdate(db: Db, { tenantId, talkId }: OfTalk, update: NoteUpdate & { at: Date }): Promise<void> {
  await updates(db).create({ _id: update.id, tenantId, talkId, at: update.at, sealed: update.sealed });
}

/**
 * All updates and then the snapshot. The order matters: an update that a fold removed while we read is in the snapshot, which the fold wrote before.
 */
export async function listUpdates(db: Db, { tenantId, talkId }: OfTalk): Promise<{ updates: NoteUpdate[]; snapshot: NoteSnapshot | null }> {
  const found = await updates(db).find({ tenantId, talkId }).sort({ at: 1, _id: 1 }).lean<Lean<StoredUpdate>[]>().exec();
  const snapshot = await snapshots(db).findOne({ _id: talkId, tenantId }).lean<Lean<StoredSnapshot>>().exec();
  return { updates: found.map(({ _id, sealed }) => ({ id: _id, sealed: bytesOf(sealed) })), snapshot: snapshot && opened(snapshot) };
}

/** Puts a snapshot in the place of the one with this version (0: there is none); answers whether nobody was faster. */
export async function putSnapshot(db: Db, { tenantId, talkId }: OfTalk, version: number, sealed: Buffer): Promise<boolean> {
  if (version === 0) return isNew(() => snapshots(db).create({ _id: talkId, tenantId, talkId, sealed, version: 1 }));
  const changed = await snapshots(db)
    .findOneAndUpdate({ _id: talkId, tenantId, version }, { $set: { sealed, version: version + 1 } })
    .lean()
    .exec();
  return changed !== null;
}

/** Removes updates that a stored snapshot contains. */
export async function dropUpdates(db: Db, { tenantId, talkId }: OfTalk, ids: string[]): Promise<void> {
  await updates(db)
    .deleteMany({ _id: { $in: ids }, tenantId, talkId })
    .exec();
}

async function isNew(create: () => Promise<unknown>): Promise<boolean> {
  try {
    await create();
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return false;
  }
}
