/** Wrapped data keys, one per talk and author. Never holds a key in the clear. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '../db/db.ts';

type DataKey = { _id: string; tenantId: string; talkId: string; wrapped: Buffer };

const dataKeys = defineCollection<DataKey>(
  'dataKeys',
  new Schema<DataKey>({
    _id: { type: String, required: true },
    tenantId: { type: String, required: true },
    talkId: { type: String, required: true },
    wrapped: { type: Buffer, required: true },
  }),
);

/** The wrapped key with this id, or null. */
export async function findDataKey(db: Db, id: string): Promise<Buffer | null> {
  const found = await dataKeys(db).findById(id).lean<{ wrapped: { buffer: Uint8Array } | Buffer }>().exec();
  return found ? bytesOf(found.wrapped) : null;
}

/** Stores a fresh key unless another process was first; answers the one that is kept. */
export async function keepDataKey(db: Db, key: DataKey): Promise<Buffer> {
  try {
    await dataKeys(db).create(key);
    return key.wrapped;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const first = await findDataKey(db, key._id);
    if (!first) throw error;
    return first;
  }
}

/** Forgets a key for good. */
export async function dropDataKey(db: Db, id: string): Promise<void> {
  await dataKeys(db).deleteOne({ _id: id });
}

/** Forgets all keys whose ids begin so (with a slash at the end), found by the order of ids. Answers how many. */
export async function dropDataKeysOf(db: Db, prefix: string): Promise<number> {
  const after = `${prefix.slice(0, -1)}0`;
  return (await dataKeys(db).deleteMany({ _id: { $gte: prefix, $lt: after } })).deletedCount;
}

function bytesOf(value: { buffer: Uint8Array | ArrayBuffer } | Buffer): Buffer {
  return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer as Uint8Array);
}
