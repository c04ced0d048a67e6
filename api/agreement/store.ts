/** Agreements: one document each, the text sealed, changed only with the version that was read. Decides nothing about who may. */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

export type AgreementRecord = {
  _id: string;
  tenantId: string;
  talkId: string;
  version: number;
  sealed: Buffer;
  ownerId: string;
  /** Local calendar day. */
  due: string | null;
  madeAt: Date;
  madeBy: string;
};
type Lean = Omit<AgreementRecord, 'sealed'> & { sealed: StoredBytes };
/** Which agreement of which talk: another talk's id finds nothing. */
export type Which = { tenantId: string; talkId: string; agreementId: string };

const text = { type: String, required: true };

const agreements = defineCollection<AgreementRecord>(
  'agreements',
  new Schema<AgreementRecord>({
    _id: text,
    tenantId: text,
    talkId: text,
    version: { type: Number, required: true },
    sealed: { type: Buffer, required: true },
    ownerId: text,
    due: { type: String, default: null },
    madeAt: { type: Date, required: true },
    madeBy: text,
  }).index({ tenantId: 1, talkId: 1 }),
);

const plain = (found: Lean): AgreementRecord => ({ ...found, sealed: bytesOf(found.sealed) });
const filterOf = ({ tenantId, talkId, agreementId }: Which): { _id: string; tenantId: string; talkId: string } => ({
  _id: agreementId,
  tenantId,
  talkId,
});

/** Agreements of some talks, in the order they were made. */
export async function listByTalks(db: Db, tenantId: string, talkIds: string[]): Promise<AgreementRecord[]> {
  if (talkIds.length === 0) return [];
  const found = await agreements(db)
    .find({ tenantId, talkId: { $in: talkIds } })
    .sort({ madeAt: 1, _id: 1 })
    .lean<Lean[]>()
    .exec();
  return found.map(plain);
}

/** Talk ids of all agreements of some talks, once per agreement: for counting without reading the texts. */
export async function listTalkIds(db: Db, tenantId: string, talkIds: string[]): Promise<string[]> {
  if (talkIds.length === 0) return [];
  const found = await agreements(db)
    .find({ tenantId, talkId: { $in: talkIds } }, { talkId: 1 })
    .lean<{ talkId: string }[]>()
    .exec();
  return found.map(({ talkId }) => talkId);
}

export async function findAgreement(db: Db, which: Which): Promise<AgreementRecord | null> {
  const found = await agreements(db).findOne(filterOf(which)).lean<Lean>().exec();
  return found && plain(found);
}

/** Adds it unless the id exists; then answers the one that is there, or null when that is another talk's. */
export async function putNew(db: Db, record: AgreementRecord): Promise<AgreementRecord | null> {
  try {
    await agreements(db).create(record);
    return record;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return findAgreement(db, { tenantId: record.tenantId, talkId: record.talkId, agreementId: record._id });
  }
}

/** Writes if the agreement still has this version; null when somebody was faster. */
export async function putChange(
  db: Db,
  which: Which,
  version: number,
  set: Pick<AgreementRecord, 'sealed' | 'ownerId' | 'due'>,
): Promise<AgreementRecord | null> {
  const changed = await agreements(db)
    .findOneAndUpdate({ ...filterOf(which), version }, { $set: { ...set, version: version + 1 } }, { returnDocument: 'after' })
    .lean<Lean>()
    .exec();
  return changed && plain(changed);
}

/** Removes the agreement if it still has this version; answers whether it did. */
export async function removeAgreement(db: Db, which: Which, version: number): Promise<boolean> {
  const { deletedCount } = await agreements(db)
    .deleteOne({ ...filterOf(which), version })
    .exec();
  return deletedCount === 1;
}
