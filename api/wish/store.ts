/** Wishes by person, each document its owner's. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import type { Wishes } from './contract.ts';

export type WishRecord = {
  /** tenantId/personId */ _id: string;
  tenantId: string;
  personId: string;
  wishes: Wishes;
  changedAt: Date;
  version: number;
};

const text = { type: String, required: true };
const number = { type: Number, required: true };
const inner = { _id: false };

const wishes = defineCollection<WishRecord>(
  'wishes',
  new Schema<WishRecord>({
    _id: text,
    tenantId: text,
    personId: text,
    wishes: new Schema<Wishes>(
      {
        weekly: [new Schema({ kind: text, weekday: number, from: number, to: number }, inner)],
        days: [new Schema({ from: text, to: text }, inner)],
      },
      inner,
    ),
    changedAt: { type: Date, required: true },
    version: number,
  }),
);

const idOf = (tenantId: string, personId: string): string => `${tenantId}/${personId}`;

export async function findWishRecord(db: Db, tenantId: string, personId: string): Promise<WishRecord | null> {
  return wishes(db).findById(idOf(tenantId, personId)).lean<WishRecord>().exec();
}

export async function listWishRecords(db: Db, tenantId: string, personIds: string[]): Promise<WishRecord[]> {
  return wishes(db)
    .find({ _id: { $in: personIds.map((personId) => idOf(tenantId, personId)) } })
    .lean<WishRecord[]>()
    .exec();
}

/** Writes if what is stored still has this version, 0 being nothing; null when another window was faster. */
export async function writeWishes(
  db: Db,
  owner: { tenantId: string; personId: string },
  version: number,
  set: { wishes: Wishes; changedAt: Date },
): Promise<WishRecord | null> {
  const _id = idOf(owner.tenantId, owner.personId);
  if (version > 0)
    return wishes(db)
      .findOneAndUpdate({ _id, version }, { $set: set, $inc: { version: 1 } }, { returnDocument: 'after' })
      .lean<WishRecord>()
      .exec();
  const fresh: WishRecord = { _id, tenantId: owner.tenantId, personId: owner.personId, ...set, version: 1 };
  try {
    await wishes(db).create(fresh);
    return fresh;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

export async function dropWishes(db: Db, tenantId: string, personId: string): Promise<number> {
  return (await wishes(db).deleteOne({ _id: idOf(tenantId, personId) })).deletedCount;
}
