/**
 * Agreements: one document per talk, so that closing it is one write that no other write can slip past. Texts are sealed; each agreement is
 * changed only with the version that was read. Decides nothing about who may.
 */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { close, orOnceMore, readClosing, reopen, whileOpen, type Closable, type OfTalk } from '#api/platform/db/closing.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

type Kept = {
  version: number;
  sealed: Buffer;
  ownerId: string;
  /** Local calendar day. */ due: string | null;
  /** The goal it is linked to; absent in agreements of earlier releases. */ goalId?: string | null;
  madeAt: Date;
  madeBy: string;
};
export type AgreementRecord = Kept & { _id: string; tenantId: string; talkId: string };
/** Which agreement of which talk: another talk's id finds nothing. */
export type Which = OfTalk & { agreementId: string };

type Stored = Closable & { agreements: Map<string, Kept> };
type Lean = Closable & { agreements?: Record<string, Omit<Kept, 'sealed'> & { sealed: StoredBytes }> };

const text = { type: String, required: true };
const one = new Schema<Kept>(
  {
    version: { type: Number, required: true },
    sealed: { type: Buffer, required: true },
    ownerId: text,
    due: { type: String, default: null },
    goalId: { type: String, default: null },
    madeAt: { type: Date, required: true },
    madeBy: text,
  },
  { _id: false },
);
const rooms = defineCollection<Stored>(
  'agreements',
  new Schema<Stored>({ _id: text, tenantId: text, closedBy: { type: Number, required: true }, agreements: { type: Map, of: one } }),
);

const recordsOf = ({ _id: talkId, tenantId, agreements = {} }: Lean): AgreementRecord[] =>
  Object.entries(agreements).map(([agreementId, kept]) => ({ ...kept, _id: agreementId, tenantId, talkId, sealed: bytesOf(kept.sealed) }));
const byAge = (one: AgreementRecord, other: AgreementRecord): number =>
  one.madeAt.getTime() - other.madeAt.getTime() || (one._id < other._id ? -1 : 1);

/** Agreements of some talks, in the order they were made. */
export async function listByTalks(db: Db, tenantId: string, talkIds: string[]): Promise<AgreementRecord[]> {
  if (talkIds.length === 0) return [];
  const found = await rooms(db)
    .find({ _id: { $in: talkIds }, tenantId })
    .lean<Lean[]>()
    .exec();
  return found.flatMap(recordsOf).sort(byAge);
}

/** How many agreements each talk has; a talk without any is left out. */
export async function countByTalk(db: Db, tenantId: string, talkIds: string[]): Promise<Map<string, number>> {
  if (talkIds.length === 0) return new Map();
  const found = await rooms(db)
    .find({ _id: { $in: talkIds }, tenantId })
    .lean<Lean[]>()
    .exec();
  return new Map(found.map(({ _id, agreements = {} }) => [_id, Object.keys(agreements).length]));
}

export async function findAgreement(db: Db, { tenantId, talkId, agreementId }: Which): Promise<AgreementRecord | null> {
  const all = await listByTalks(db, tenantId, [talkId]);
  return all.find(({ _id }) => _id === agreementId) ?? null;
}

/** Ids become names of fields: only UUIDs, which hold no dot and no dollar. */
const pathOf = (agreementId: string): string => {
  if (!/^[0-9a-f-]{36}$/i.test(agreementId)) throw new Error('The id of an agreement is no UUID');
  return `agreements.${agreementId}`;
};

/** Adds it unless the id exists or the talk's agreements are closed; answers whether it did. */
export async function putNew(db: Db, { _id, tenantId, talkId, ...kept }: AgreementRecord): Promise<boolean> {
  const path = pathOf(_id);
  const filter = { ...whileOpen({ tenantId, talkId }), [path]: { $exists: false } };
  try {
    const written = await orOnceMore(() =>
      rooms(db)
        .updateOne(filter, { $set: { [path]: kept } }, { upsert: true })
        .exec(),
    );
    return written.upsertedCount + written.modifiedCount > 0;
  } catch (error) {
    // The document is there and the filter does not hold.
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Writes if the agreement still has this version and they are open; answers whether it did. */
export async function putChange(
  db: Db,
  which: Which,
  version: number,
  set: Pick<AgreementRecord, 'sealed' | 'ownerId' | 'due' | 'goalId'>,
): Promise<boolean> {
  const path = pathOf(which.agreementId);
  const change = Object.fromEntries(Object.entries({ ...set, version: version + 1 }).map(([name, value]) => [`${path}.${name}`, value]));
  const written = await rooms(db).updateOne(openAt(which, path, version), { $set: change });
  return written.modifiedCount > 0;
}

/** Removes the agreement if it still has this version and they are open; answers whether it did. */
export async function removeAgreement(db: Db, which: Which, version: number): Promise<boolean> {
  const path = pathOf(which.agreementId);
  const written = await rooms(db).updateOne(openAt(which, path, version), { $unset: { [path]: 1 } });
  return written.modifiedCount > 0;
}

const openAt = (of: OfTalk, path: string, version: number): object => ({ ...whileOpen(of), [`${path}.version`]: version });

export async function dropAgreements(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await rooms(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}

/** The talk's agreements as something that a signing closes. */
export const closing = {
  close: (db: Db, of: OfTalk, signing: number): Promise<void> => close(rooms(db), of, signing),
  read: (db: Db, of: OfTalk): Promise<number> => readClosing(rooms(db), of),
  reopen: (db: Db, of: OfTalk, signing: number): Promise<void> => reopen(rooms(db), of, signing),
};
