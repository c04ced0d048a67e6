/**
 * The access log in the store: entries that are only ever added, each under the next number of its talk; where each talk's chain begins and ends; and how
 * often what was not given was asked for. There is no way to change an entry.
 */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';
import type { Item } from '../contract.ts';
import { accessKey, noLink, type Access, type ChainedAccess, type Link, type PlacedAccess } from './rules.ts';

type End = Link & { seal: string };
/** `_id` is tenant, talk and number: of two that append at once one finds the number taken. `key`: see `accessKey`. */
type EntryRecord = ChainedAccess & { _id: string; key: string };
export type ChainRecord = { _id: string; tenantId: string; from: End; to: End };
export type RefusedAccess = { tenantId: string; personId: string; item: string; act: string; channel: string; at: Date };
type RefusedRecord = Omit<RefusedAccess, 'at'> & { _id: string; count: number; firstAt: Date; lastAt: Date };

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
const end = new Schema<End>({ number: count, mark: markText, seal: text }, { _id: false });
const chains = defineCollection<ChainRecord>(
  'accessChains',
  new Schema<ChainRecord>({ _id: text, tenantId: text, from: { type: end, required: true }, to: { type: end, required: true } }),
);
const refused = defineCollection<RefusedRecord>(
  'accessRefusals',
  new Schema<RefusedRecord>({
    ...{ _id: text, tenantId: text, personId: text, item: text, act: text, channel: text },
    ...{ count, firstAt: date, lastAt: date },
  })
    .index({ tenantId: 1, personId: 1 })
    .index({ lastAt: 1 }),
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

/** The newest entry of a talk; without one, where its chain begins. Null when it has neither. */
export async function findLast(db: Db, tenantId: string, talkId: string): Promise<Link | null> {
  const newest = await entries(db).findOne({ tenantId, talkId }, { number: 1, mark: 1 }).sort({ number: -1 }).lean<Link>().exec();
  if (newest) return { number: newest.number, mark: newest.mark };
  const chain = await findChain(db, talkId);
  return chain ? { number: chain.from.number, mark: chain.from.mark } : null;
}

export async function findChain(db: Db, talkId: string): Promise<ChainRecord | null> {
  return chains(db).findById(talkId).lean<ChainRecord>().exec();
}

/** Begins a chain; the first one to begin it does. */
export async function addChain(db: Db, tenantId: string, talkId: string, seals: { from: string; to: string }): Promise<void> {
  const link = (seal: string): End => ({ ...noLink, seal });
  await chains(db).updateOne({ _id: talkId }, { $setOnInsert: { tenantId, from: link(seals.from), to: link(seals.to) } }, { upsert: true });
}

/** Moves one end of a chain forward; never back. */
export async function moveEnd(db: Db, talkId: string, which: 'from' | 'to', link: End): Promise<void> {
  await chains(db).updateOne({ _id: talkId, [`${which}.number`]: { $lt: link.number } }, { $set: { [which]: link } });
}

/** Newest first, those before a place among all that are asked for. `who`: only this person's, or everybody else's. */
export async function listEntries(
  db: Db,
  of: { tenantId: string; talkId: string },
  who: { personId: string; mine: boolean; without: Item[] },
  { before, most }: { before: number | null; most: number },
): Promise<PlacedAccess[]> {
  const filter = {
    ...of,
    personId: who.mine ? who.personId : { $ne: who.personId },
    ...(who.without.length > 0 ? { item: { $nin: who.without } } : {}),
  };
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
    .lean<Access[]>()
    .exec();
  return found.map((entry, at) => ({ ...entry, place: left + at + 1 })).reverse();
}

/** All of a talk, in their order. */
export async function listChained(db: Db, tenantId: string, talkId: string): Promise<ChainedAccess[]> {
  return entries(db).find({ tenantId, talkId }).sort({ number: 1 }).lean<ChainedAccess[]>().exec();
}

/** The newest entry of each talk that is so old, of some talks; of none that `held` have opened. */
export async function listAged(
  db: Db,
  by: Date,
  held: readonly string[],
  most: number,
): Promise<(Link & { tenantId: string; talkId: string })[]> {
  const ofHeld =
    held.length === 0
      ? []
      : await entries(db)
          .distinct('talkId', { personId: { $in: held } })
          .exec();
  const old = await entries(db)
    .find({ at: { $lt: by }, ...(ofHeld.length > 0 ? { talkId: { $nin: ofHeld } } : {}) })
    .sort({ at: 1 })
    .limit(most)
    .lean<ChainedAccess[]>()
    .exec();
  const newest = new Map<string, ChainedAccess>();
  for (const entry of old) if (entry.number > (newest.get(entry.talkId)?.number ?? 0)) newest.set(entry.talkId, entry);
  return [...newest.values()].map(({ tenantId, talkId, number, mark }) => ({ tenantId, talkId, number, mark }));
}

export async function dropUpTo(db: Db, tenantId: string, talkId: string, number: number): Promise<number> {
  return (await entries(db).deleteMany({ tenantId, talkId, number: { $lte: number } })).deletedCount;
}

export async function dropEntries(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  return talkIds.length === 0 ? 0 : (await entries(db).deleteMany({ tenantId, talkId: { $in: talkIds } })).deletedCount;
}

export async function dropChains(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  return talkIds.length === 0 ? 0 : (await chains(db).deleteMany({ _id: { $in: talkIds }, tenantId })).deletedCount;
}

/** Counts another one within the same hour. */
export async function countRefused(db: Db, { at, ...what }: RefusedAccess): Promise<void> {
  const { tenantId, personId, item, act, channel } = what;
  const _id = [tenantId, personId, item, act, channel, at.toISOString().slice(0, 13)].join('/');
  const change = { $setOnInsert: { ...what, firstAt: at }, $max: { lastAt: at }, $inc: { count: 1 } };
  const write = () => refused(db).updateOne({ _id }, change, { upsert: true });
  try {
    await write();
  } catch (error) {
    // Somebody else made it between looking and making: now it is there.
    if (!isDuplicateKey(error)) throw error;
    await write();
  }
}

/** What somebody asked for and was not given, newest first. */
export async function listRefused(db: Db, tenantId: string, personId: string): Promise<RefusedRecord[]> {
  return refused(db).find({ tenantId, personId }).sort({ lastAt: -1 }).lean<RefusedRecord[]>().exec();
}

export async function dropRefusedOf(db: Db, tenantId: string, personId: string): Promise<number> {
  return (await refused(db).deleteMany({ tenantId, personId })).deletedCount;
}

export async function dropRefusedBefore(db: Db, by: Date): Promise<number> {
  return (await refused(db).deleteMany({ lastAt: { $lt: by } })).deletedCount;
}
