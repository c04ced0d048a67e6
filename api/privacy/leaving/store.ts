/** Links for after leaving, one document per person. Holds the hash of the secret and never the secret: whoever reads the store can open nothing with it. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

export type LinkRecord = {
  /** tenantId/personId */ _id: string;
  tenantId: string;
  personId: string;
  /** SHA-256 of the secret; null once it is taken back. */ hash: string | null;
  madeAt: Date;
  /** Files that were made with it. */ openings: number;
  lastOpenedAt: Date | null;
  version: number;
};
type Owner = Pick<LinkRecord, 'tenantId' | 'personId'>;

const text = { type: String, required: true };
const number = { type: Number, required: true };
const maybeDate = { type: Date, default: null };

const links = defineCollection<LinkRecord>(
  'leavingLinks',
  new Schema<LinkRecord>({
    ...{ _id: text, tenantId: text, personId: text, hash: { type: String, default: null } },
    ...{ madeAt: { type: Date, required: true }, openings: number, lastOpenedAt: maybeDate, version: number },
  }).index({ hash: 1 }),
);

const idOf = ({ tenantId, personId }: Owner): string => `${tenantId}/${personId}`;

export async function findLink(db: Db, owner: Owner): Promise<LinkRecord | null> {
  return links(db).findById(idOf(owner)).lean<LinkRecord>().exec();
}

export async function findLinkByHash(db: Db, hash: string): Promise<LinkRecord | null> {
  return links(db).findOne({ hash }).lean<LinkRecord>().exec();
}

/** Writes if what is stored still has this version, 0 being nothing; null when another window was faster. A hash of null ends the link. */
export async function writeLink(db: Db, owner: Owner, version: number, hash: string | null, now: Date): Promise<LinkRecord | null> {
  const _id = idOf(owner);
  const fresh = { hash, madeAt: now, openings: 0, lastOpenedAt: null };
  if (version > 0)
    return links(db)
      .findOneAndUpdate({ _id, version }, { $set: fresh, $inc: { version: 1 } }, { returnDocument: 'after' })
      .lean<LinkRecord>()
      .exec();
  const record: LinkRecord = { _id, tenantId: owner.tenantId, personId: owner.personId, ...fresh, version: 1 };
  try {
    await links(db).create(record);
    return record;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

/** Counts a file that is made with the link; false when the link was ended meanwhile. */
export async function countOpening(db: Db, { _id, hash }: Pick<LinkRecord, '_id' | 'hash'>, now: Date): Promise<boolean> {
  return (await links(db).updateOne({ _id, hash }, { $inc: { openings: 1 }, $max: { lastOpenedAt: now } })).matchedCount === 1;
}

export async function dropLink(db: Db, owner: Owner): Promise<number> {
  return (await links(db).deleteOne({ _id: idOf(owner) })).deletedCount;
}
