/** The entries of the access log in the store: only ever added, each under the next number of its talk. There is no way to change one. */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import type { Item } from '../contract.ts';
import { accessKey, type ChainedAccess, type Link, type OfTalk, type PlacedAccess } from './rules.ts';

/** `_id` is tenant, talk and number: of two that append at once one finds the number taken. `key`: see `accessKey`. */
type EntryRecord = ChainedAccess & { _id: string; key: string };

const text = { type: String, required: true };
const markText = { type: String, default: '' };
const count = { type: Number, required: true };
const date = { type: Date, required: true };

const entries = defineCollection<EntryRecord>(
  'accesses',
  new Schema<EntryRecord>({
    ...{ _id: text, key: text, tenantId: text, talkId: text, number: count, personId: text, relation: text, state: count },
    ...{ item: text, act: text, channel: text, at: date, previous: markText, mark: text },
  })
    .index({ key: 1 }, { unique: true })
    .index({ tenantId: 1, talkId: 1, number: 1 })
    .index({ at: 1 }),
);

/** False when somebody else was faster, or some are there already: those before it may be stored. */
export async function addEntries(db: Db, chained: ChainedAccess[]): Promise<boolean> {
  const records = chained.map((entry) => ({
    _id: `${entry.tenantId}/${entry.talkId}/${entry.number}`,
    key: accessKey(entry),
    ...entry,
  }));
  try {
    await entries(db).insertMany(records, { ordered: true });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Those of these keys that have their entry. */
export async function listKnown(db: Db, keys: string[]): Promise<Set<string>> {
  const found = await entries(db)
    .find({ key: { $in: keys } }, { key: 1 })
    .lean<Pick<EntryRecord, 'key'>[]>()
    .exec();
  return new Set(found.map(({ key }) => key));
}

/** The newest entry of a talk. */
export async function findNewest(db: Db, tenantId: string, talkId: string): Promise<Link | null> {
  const newest = await entries(db).findOne({ tenantId, talkId }, { number: 1, mark: 1 }).sort({ number: -1 }).lean<Link>().exec();
  return newest && { number: newest.number, mark: newest.mark };
}

/** Newest first, those before a place among all that are asked for. `who`: only this person's, or everybody else's. */
export async function listEntries(
  db: Db,
  of: { tenantId: string; talkId: string },
  who: { personId: string } & ({ mine: true } | { without: Item[] } | { only: Item[] }),
  { before, most }: { before: number | null; most: number },
): Promise<PlacedAccess[]> {
  const others = 'only' in who ? { item: { $in: who.only } } : 'without' in who ? { item: { $nin: who.without } } : {};
  const filter = { ...of, personId: 'mine' in who ? who.personId : { $ne: who.personId }, ...others };
  const all = await entries(db).countDocuments(filter);
  const last = before === null ? all : Math.min(all, before - 1);
  const left = Math.max(0, last - most);
  if (last === left) return [];
  // From the oldest on, so that what is added meanwhile moves no place.
  const found = await entries(db)
    .find(filter)
    .sort({ number: 1 })
    .skip(left)
    .limit(last - left)
    .lean<ChainedAccess[]>()
    .exec();
  return found.map((entry, at) => ({ ...entry, place: left + at + 1 })).reverse();
}

/** All of a talk, in their order. */
export async function listChained(db: Db, tenantId: string, talkId: string): Promise<ChainedAccess[]> {
  return entries(db).find({ tenantId, talkId }).sort({ number: 1 }).lean<ChainedAccess[]>().exec();
}

type Aged = Link & OfTalk;

/** When who opened something of which of these talks, since then; what it was is not read. */
export async function listTimes(
  db: Db,
  tenantId: string,
  talkIds: string[],
  since: Date,
): Promise<Pick<ChainedAccess, 'at' | 'personId' | 'talkId'>[]> {
  return entries(db)
    .find({ tenantId, talkId: { $in: talkIds }, at: { $gte: since } }, { _id: 0, at: 1, personId: 1, talkId: 1 })
    .lean<Pick<ChainedAccess, 'at' | 'personId' | 'talkId'>[]>()
    .exec();
}

/** The newest entry of each talk that is so old, of some talks; of none of those that are `kept`. */
export async function listAged(db: Db, by: Date, kept: readonly string[], most: number): Promise<Aged[]> {
  const old = await entries(db)
    .find({ at: { $lt: by }, ...(kept.length > 0 ? { talkId: { $nin: kept } } : {}) })
    .sort({ at: 1 })
    .limit(most)
    .lean<ChainedAccess[]>()
    .exec();
  const newest = new Map<string, ChainedAccess>();
  for (const entry of old) if (entry.number > (newest.get(entry.talkId)?.number ?? 0)) newest.set(entry.talkId, entry);
  return [...newest.values()].map(({ tenantId, talkId, number, mark }) => ({ tenantId, talkId, number, mark }));
}

/** Of each talk in which some of these people are among what is so old: the entry before the first of theirs; number 0 where theirs is the oldest. */
export async function listBeforeFirst(db: Db, by: Date, personIds: readonly string[]): Promise<Aged[]> {
  const theirs = await entries(db)
    .find({ personId: { $in: personIds }, at: { $lt: by } }, { tenantId: 1, talkId: 1, number: 1, previous: 1 })
    .sort({ number: 1 })
    .lean<ChainedAccess[]>()
    .exec();
  const first = new Map<string, Aged>();
  for (const { tenantId, talkId, number, previous } of theirs)
    if (!first.has(talkId)) first.set(talkId, { tenantId, talkId, number: number - 1, mark: previous });
  return [...first.values()];
}

export async function dropUpTo(db: Db, tenantId: string, talkId: string, number: number): Promise<number> {
  return (await entries(db).deleteMany({ tenantId, talkId, number: { $lte: number } })).deletedCount;
}

export async function dropEntries(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  return talkIds.length === 0 ? 0 : (await entries(db).deleteMany({ tenantId, talkId: { $in: talkIds } })).deletedCount;
}
