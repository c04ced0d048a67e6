/**
 * Notes, sealed. Private notes: one document per talk and author, guarded by its version. Shared notes: one document per talk with a snapshot, the
 * Yjs updates since, and the names of its history's folds; being one, it can be closed by one write. Holds ciphertext only and decides nothing
 * about who may read.
 */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { close, orOnceMore, readClosing, reopen, whileOpen, type Closable, type OfTalk } from '#api/platform/db/closing.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

/**
 * `ownKey`: sealed with a key of private notes alone; absent in notes of earlier releases, whose key also seals what their author prepared. `keyId`: which;
 * absent where there was one for all.
 */
export type PrivateNotesRecord = { sealed: Buffer; version: number; savedAt: Date; ownKey?: boolean; keyId?: string };
/** `ended`: nothing is left of them but the keys that are to be destroyed, in `endedKeys`; as good as not there. */
type StoredPrivate = PrivateNotesRecord & Whose & { _id: string; ended?: boolean; endedKeys?: string[] };
/** Whose private notes on which talk. */
export type Whose = { tenantId: string; talkId: string; authorId: string };
/** Who wrote it and when it came; null for what was stored before that was noted. */
export type NoteUpdate = { id: string; sealed: Buffer; by: string | null; at: Date | null };
/**
 * `version` counts snapshots and guards them: who loses the race must not drop anything. `history`: folds of writing that the snapshot holds, in order
 * (history/store.ts), and how many bytes they have.
 */
export type SharedNotesRecord = {
  updates: NoteUpdate[];
  snapshot: Buffer | null;
  version: number;
  history: string[];
  historyBytes: number;
};
/** A fold of the history; `replaces`: all that were there before, since the history begins anew with it. */
export type NewFold = { id: string; bytes: number; replaces: string[] | null };
type StoredShared = Closable & SharedNotesRecord;
type LeanUpdate = { id: string; sealed: StoredBytes } & Partial<Pick<NoteUpdate, 'by' | 'at'>>;
type LeanShared = Closable &
  Partial<Omit<SharedNotesRecord, 'updates' | 'snapshot'> & { updates: LeanUpdate[]; snapshot: StoredBytes | null }>;
type Lean<T> = Omit<T, 'sealed'> & { sealed: StoredBytes };

const text = { type: String, required: true };
const count = { type: Number, required: true };
const when = { type: Date, required: true };
const bytes = { type: Buffer, required: true };

const privateNotes = defineCollection<StoredPrivate>(
  'privateNotes',
  new Schema<StoredPrivate>({
    _id: text,
    tenantId: text,
    talkId: text,
    authorId: text,
    sealed: bytes,
    version: count,
    savedAt: when,
    ownKey: Boolean,
    keyId: String,
    ended: Boolean,
    endedKeys: { type: [String], default: undefined },
  }).index({ tenantId: 1, talkId: 1 }),
);
const sharedNotes = defineCollection<StoredShared>(
  'sharedNotes',
  new Schema<StoredShared>({
    _id: text,
    tenantId: text,
    closedBy: count,
    updates: [
      new Schema<NoteUpdate>(
        { id: text, sealed: bytes, by: { type: String, default: null }, at: { type: Date, default: null } },
        { _id: false },
      ),
    ],
    snapshot: { type: Buffer, default: null },
    version: { type: Number, default: 0 },
    history: [String],
    historyBytes: { type: Number, default: 0 },
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
    .findOne({ _id: privateId(whose), tenantId, authorId, ended: { $ne: true } })
    .lean<Lean<StoredPrivate>>()
    .exec();
  return found && opened(found);
}

/** Everybody's of one talk. */
export async function listPrivateNotes(db: Db, tenantId: string, talkId: string): Promise<(Whose & PrivateNotesRecord)[]> {
  const found = await privateNotes(db)
    .find({ tenantId, talkId, ended: { $ne: true } })
    .sort({ _id: 1 })
    .lean<Lean<StoredPrivate>[]>()
    .exec();
  return found.map(opened);
}

/** Writes if the notes still have this version (0: there are none); answers whether it did. */
export async function putPrivateNotes(
  db: Db,
  whose: Whose,
  version: number,
  next: Required<Omit<PrivateNotesRecord, 'version'>>,
): Promise<boolean> {
  const { tenantId, talkId, authorId } = whose;
  const _id = privateId(whose);
  const set = { $set: { ...next, version: version + 1, ended: false } };
  if (version === 0) {
    if (await isNew(() => privateNotes(db).create({ _id, tenantId, talkId, authorId, ...next, version: 1 }))) return true;
    return (await privateNotes(db).updateOne({ _id, tenantId, authorId, ended: true }, set)).modifiedCount > 0;
  }
  // With the key that they have: what was ended and begun anew meanwhile has another, also when its version should be the same.
  const same = { version, ended: { $ne: true }, keyId: { $in: [next.keyId, null] } };
  return (await privateNotes(db).updateOne({ _id, tenantId, authorId, ...same }, set)).modifiedCount > 0;
}

/** Which key the author's notes have now; null without any, and in notes of earlier releases. */
export async function findNotesKey(db: Db, whose: Whose): Promise<string | null> {
  const { tenantId, authorId } = whose;
  const found = await privateNotes(db)
    .findOne({ _id: privateId(whose), tenantId, authorId, ended: { $ne: true } }, { keyId: 1 })
    .lean<Pick<StoredPrivate, 'keyId'>>()
    .exec();
  return found?.keyId ?? null;
}

export async function dropPrivateNotes(db: Db, { tenantId, talkId, authorId }: Whose): Promise<number> {
  return (await privateNotes(db).deleteMany({ tenantId, talkId, authorId })).deletedCount;
}

type OldNotes = Whose & Pick<StoredPrivate, 'version' | 'ownKey' | 'keyId'>;

/** Private notes of these talks that were last written in by then; never what is in them. */
export async function listOldNotes(db: Db, tenantId: string, talkIds: string[], savedBy: Date): Promise<OldNotes[]> {
  if (talkIds.length === 0) return [];
  const old = { tenantId, talkId: { $in: talkIds }, savedAt: { $lte: savedBy }, ended: { $ne: true } };
  const fields = { tenantId: 1, talkId: 1, authorId: 1, version: 1, ownKey: 1, keyId: 1 };
  return privateNotes(db).find(old, fields).lean<OldNotes[]>().exec();
}

/** Takes away what is in them, unless they were written in since; what was written in later stays, also when it is written in this moment. */
export async function endPrivateNotes(db: Db, old: OldNotes, savedBy: Date, keys: string[]): Promise<boolean> {
  const { tenantId, version } = old;
  const filter = { _id: privateId(old), tenantId, version, savedAt: { $lte: savedBy }, ended: { $ne: true } };
  const change = { $set: { ended: true }, $unset: { sealed: 1, keyId: 1 }, $push: { endedKeys: { $each: keys } } };
  return (await privateNotes(db).updateOne(filter, change)).modifiedCount > 0;
}

/** Keys that are still to be destroyed, whatever has been written since. */
export async function listEndedKeys(db: Db, tenantId: string, talkIds: string[]): Promise<(Whose & { endedKeys: string[] })[]> {
  if (talkIds.length === 0) return [];
  return privateNotes(db)
    .find({ tenantId, talkId: { $in: talkIds }, 'endedKeys.0': { $exists: true } }, { tenantId: 1, talkId: 1, authorId: 1, endedKeys: 1 })
    .lean<(Whose & { endedKeys: string[] })[]>()
    .exec();
}

export async function forgetEndedKey(db: Db, whose: Whose, key: string): Promise<void> {
  await privateNotes(db).updateOne({ _id: privateId(whose), tenantId: whose.tenantId }, { $pull: { endedKeys: key } });
}

/** What is ended and names no key any more. */
export async function dropEnded(db: Db, tenantId: string, talkIds: string[]): Promise<void> {
  if (talkIds.length === 0) return;
  await privateNotes(db).deleteMany({ tenantId, talkId: { $in: talkIds }, ended: true, 'endedKeys.0': { $exists: false } });
}

/** Everybody's private notes of these talks. */
export async function dropPrivateNotesOf(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await privateNotes(db).deleteMany({ tenantId, talkId: { $in: talkIds } })).deletedCount;
}

/** Those of these talks of which somebody has private notes. */
export async function listTalksWithNotes(db: Db, tenantId: string, talkIds: string[]): Promise<string[]> {
  if (talkIds.length === 0) return [];
  return privateNotes(db)
    .distinct('talkId', { tenantId, talkId: { $in: talkIds }, ended: { $ne: true } })
    .exec();
}

export async function dropSharedNotes(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await sharedNotes(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}

/** Adds updates to the talk's shared notes in one write; durable when it resolves. False: they are closed. */
export async function addUpdates(db: Db, of: OfTalk, updates: NoteUpdate[]): Promise<boolean> {
  const push = { $push: { updates: { $each: updates } }, $setOnInsert: { snapshot: null, version: 0, history: [], historyBytes: 0 } };
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
    updates: updates.map(({ id, sealed, by = null, at = null }) => ({ id, sealed: bytesOf(sealed), by, at })),
    snapshot: found?.snapshot ? bytesOf(found.snapshot) : null,
    version: found?.version ?? 0,
    history: found?.history ?? [],
    historyBytes: found?.historyBytes ?? 0,
  };
}

/**
 * Puts a snapshot in the place of the updates that it holds, and names the fold that keeps their writing, unless another was faster (`version`).
 * Also when they are closed: it says the same. Answers whether it did.
 */
export async function putSnapshot(
  db: Db,
  { tenantId, talkId }: OfTalk,
  version: number,
  { snapshot, held, fold }: { snapshot: Buffer; held: string[]; fold: NewFold },
): Promise<boolean> {
  const { id, bytes: more, replaces } = fold;
  const history = replaces
    ? { $set: { snapshot, history: [id], historyBytes: more }, $inc: { version: 1 } }
    : { $set: { snapshot }, $push: { history: id }, $inc: { version: 1, historyBytes: more } };
  const change = { ...history, $pull: { updates: { id: { $in: held } } } };
  const { modifiedCount } = await sharedNotes(db).updateOne({ _id: talkId, tenantId, version }, change).exec();
  return modifiedCount > 0;
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
