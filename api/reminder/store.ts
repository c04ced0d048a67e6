/**
 * Reminders: one row per key and channel, which can exist once. A row is due until it was sent, is found to be needless, or reached nobody. Rows
 * that are told as one carry the name of their group from before the call on, so that a lost answer never tears them apart.
 */
import { randomUUID } from 'node:crypto';
import { Schema } from 'mongoose';
import { claimAll, claimDue, dueAt, dueSchema, freeAt, leaseFrom, type Due } from '#api/platform/db/due.ts';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import type { Channel, CycleKind, Kind } from './contract.ts';
import { missedReasons, type MissedReason } from './missed/contract.ts';

export type ReminderRecord = {
  /** tenantId/key/channel */
  _id: string;
  tenantId: string;
  key: string;
  channel: Channel;
  kind: Kind | CycleKind;
  /** Null when it is about a cycle, a goal that is proposed, or an access request. */
  talkId: string | null;
  /** Where HR sees it should it reach nobody; of a goal the cycle its employee is in. Empty when there was none. */
  cycleId: string;
  recipientId: string;
  /** Rows with the same word here say the same to everybody, and may go out in one call; null or absent for one that goes alone. */
  alike?: string | null;
  /** Those that are told as one. */
  group?: string | null;
  due: Due | null;
  /** A mail of it was begun, and may have been sent; absent otherwise. */
  mailBegun?: boolean;
  /** An entry of it in the feed was begun under this key, and may be there; null or absent otherwise. */
  feedBegun?: string | null;
  sentAt: Date | null;
  /** How it went out, or why it did not: `needless`, or what it was refused for. */
  outcome: string | null;
  /** It reached nobody, and HR can see why; null or absent otherwise. */
  missed?: MissedReason | null;
};

const text = { type: String, required: true };
const maybeText = { type: String, default: null };
const reminders = defineCollection<ReminderRecord>(
  'reminders',
  new Schema<ReminderRecord>({
    _id: text,
    tenantId: text,
    key: text,
    channel: text,
    kind: text,
    talkId: maybeText,
    cycleId: { type: String, default: '' },
    recipientId: text,
    alike: maybeText,
    group: maybeText,
    due: { type: dueSchema, default: null },
    mailBegun: { type: Boolean, default: false },
    feedBegun: maybeText,
    sentAt: { type: Date, default: null },
    outcome: maybeText,
    missed: maybeText,
  })
    .index({ 'due.at': 1 })
    .index({ alike: 1, 'due.at': 1 })
    .index({ group: 1 })
    .index({ tenantId: 1, recipientId: 1, sentAt: 1 })
    .index({ tenantId: 1, cycleId: 1, kind: 1 })
    .index({ tenantId: 1, cycleId: 1, missed: 1 })
    .index({ tenantId: 1, missed: 1 }),
);

export type NewReminder = Pick<ReminderRecord, 'tenantId' | 'key' | 'channel' | 'kind' | 'talkId' | 'cycleId' | 'recipientId' | 'alike'>;

const idOf = ({ tenantId, key, channel }: NewReminder): string => `${tenantId}/${key}/${channel}`;

/** Those of these that do not exist yet. */
export async function newReminders(db: Db, rows: NewReminder[]): Promise<NewReminder[]> {
  const known = await reminders(db)
    .find({ _id: { $in: rows.map(idOf) } }, { _id: 1 })
    .lean<{ _id: string }[]>()
    .exec();
  const ids = new Set(known.map(({ _id }) => _id));
  return rows.filter((row) => !ids.has(idOf(row)));
}

/** Adds rows that do not exist yet, due now. Answers how many were new. */
export async function addReminders(db: Db, rows: NewReminder[], now: Date): Promise<number> {
  if (rows.length === 0) return 0;
  const operations = rows.map((row) => ({
    updateOne: {
      filter: { _id: idOf(row) },
      update: { $setOnInsert: { ...row, due: dueAt(now), sentAt: null, outcome: null, group: null, missed: null } },
      upsert: true,
    },
  }));
  const written = await reminders(db).bulkWrite(operations, { ordered: false });
  return written.upsertedCount;
}

export function claimReminder(db: Db, now: Date): Promise<ReminderRecord | null> {
  return claimDue(reminders(db), 'due', now);
}

/** Others that are due, nobody's and not tried yet, for the group that they and the given one are from now on; those that are in its group already. */
export async function claimFellows(
  db: Db,
  row: ReminderRecord,
  where: Partial<Record<'alike' | 'recipientId' | 'channel', string>> & { kind?: object },
  most: number,
  now: Date,
): Promise<ReminderRecord[]> {
  const { tenantId, _id, group } = row;
  const filter = group ? { group } : { ...where, tenantId, group: null, 'due.attempts': 0, feedBegun: null, mailBegun: { $ne: true } };
  const free = await reminders(db)
    .find({ ...filter, ...freeAt('due', now), _id: { $ne: _id } } as object, { _id: 1 })
    .limit(most)
    .lean<{ _id: string }[]>()
    .exec();
  if (free.length === 0) return [];
  const ids = free.map((one) => one._id);
  const claimed = await claimAll(reminders(db), 'due', ids, now);
  // Whoever else was looking for fellows may have taken some into a group of theirs.
  return claimed.filter((one) => (one.group ?? null) === (group ?? null));
}

/** Names the group of these rows, all held; answers them as they are now. */
export async function nameGroup(db: Db, rows: ReminderRecord[], kind: 'alike' | 'several'): Promise<ReminderRecord[]> {
  const group = `${kind}/${randomUUID()}`;
  await reminders(db).updateMany({ _id: { $in: rows.map(({ _id }) => _id) } }, { $set: { group } });
  return rows.map((row) => ({ ...row, group }));
}

const held = ({ _id, due }: ReminderRecord): object => ({ _id, 'due.fence': due?.fence });

/** Writes to these rows what differs for each, as far as they are still held. Answers whether all were. */
async function setHeld(db: Db, rows: ReminderRecord[], setOf: (row: ReminderRecord) => object): Promise<boolean> {
  if (rows.length === 0) return true;
  const updates = rows.map((row) => ({ updateOne: { filter: held(row), update: { $set: setOf(row) } } }));
  return (await reminders(db).bulkWrite(updates)).matchedCount === rows.length;
}

/** Puts rows off until then: after a try that failed, or because their time has not come; then they were not tried, this time. */
export async function putOffReminders(db: Db, rows: ReminderRecord[], at: Date, why: 'failed' | 'not-yet'): Promise<void> {
  const untried = ({ due }: ReminderRecord): object => ({ 'due.attempts': Math.max(0, (due?.attempts ?? 1) - 1) });
  await setHeld(db, rows, (row) => ({ 'due.at': at, 'due.leaseUntil': null, ...(why === 'not-yet' ? untried(row) : {}) }));
}

export type Begun = Partial<Pick<ReminderRecord, 'mailBegun' | 'feedBegun'>>;

/** Writes down what of these rows may have arrived by now, and holds them on; false when somebody else holds one of them. */
export const markBegun = (db: Db, rows: ReminderRecord[], now: Date, begunOf: (row: ReminderRecord) => Begun): Promise<boolean> =>
  setHeld(db, rows, (row) => ({ ...begunOf(row), 'due.leaseUntil': leaseFrom(now) }));

export type Closing = { outcome: string; sentAt: Date | null; missed?: MissedReason };

export async function closeReminders(db: Db, rows: ReminderRecord[], { outcome, sentAt, missed }: Closing): Promise<void> {
  await setHeld(db, rows, () => ({ due: null, outcome, sentAt, missed: missed ?? null }));
}

/** Takes rows out of their group: each goes out by itself, at once, and under the key of the entry that it may have come as before. */
export async function partReminders(db: Db, rows: ReminderRecord[], at: Date): Promise<void> {
  const alone = { group: null, alike: null, 'due.at': at, 'due.leaseUntil': null };
  await setHeld(db, rows, ({ feedBegun }) => ({ ...alone, feedBegun: feedBegun ?? null }));
}

/** How many of these kinds a person was sent since then. */
export function countSent(db: Db, of: { tenantId: string; recipientId: string }, kinds: readonly string[], since: Date): Promise<number> {
  return reminders(db).countDocuments({ ...of, sentAt: { $gte: since }, kind: { $in: kinds } } as object);
}

/** Who has got at least one notification of a kind in a cycle, on any channel. */
export async function listRecipients(db: Db, tenantId: string, cycleId: string, kind: Kind): Promise<Set<string>> {
  const sent = await reminders(db)
    .find({ tenantId, cycleId, kind, sentAt: { $ne: null } }, { recipientId: 1 })
    .lean<{ recipientId: string }[]>()
    .exec();
  return new Set(sent.map(({ recipientId }) => recipientId));
}

/** Which of what reached nobody: in one cycle, or whatever it was about; for one reason, or any. */
export type MissedWhere = { tenantId: string; cycleId?: string; missed?: MissedReason };
const missedIn = (where: MissedWhere): object => ({ missed: { $in: missedReasons }, ...where });

/** What reached nobody. */
export function listMissed(db: Db, where: MissedWhere): Promise<Pick<ReminderRecord, 'recipientId' | 'missed'>[]> {
  return reminders(db).find(missedIn(where), { recipientId: 1, missed: 1 }).lean<Pick<ReminderRecord, 'recipientId' | 'missed'>[]>().exec();
}

/** How much of a cycle is still being tried. */
export const countWaiting = (db: Db, tenantId: string, cycleId: string): Promise<number> =>
  reminders(db).countDocuments({ tenantId, cycleId, 'due.attempts': { $gt: 1 } });

/** Lets what reached nobody be due again, as if it had never been tried; answers how many that are. */
export async function reviveMissed(db: Db, where: MissedWhere, now: Date): Promise<number> {
  const anew = { due: dueAt(now), outcome: null, missed: null, group: null, mailBegun: false, feedBegun: null };
  return (await reminders(db).updateMany(missedIn(where), { $set: anew })).modifiedCount;
}

/** What one person was sent, the newest first. */
export function listSent(db: Db, tenantId: string, recipientId: string): Promise<Pick<ReminderRecord, 'kind' | 'sentAt' | 'outcome'>[]> {
  return reminders(db)
    .find({ tenantId, recipientId, sentAt: { $ne: null } }, { kind: 1, sentAt: 1, outcome: 1 })
    .sort({ sentAt: -1, _id: 1 })
    .lean<Pick<ReminderRecord, 'kind' | 'sentAt' | 'outcome'>[]>()
    .exec();
}

/** What one person is told, or was, under this name: that of one of the rows, or of their group. */
export function findNamed(db: Db, of: { tenantId: string; recipientId: string }, key: string): Promise<ReminderRecord[]> {
  const named = [{ _id: key }, { group: key }, { feedBegun: key }];
  return reminders(db)
    .find({ ...of, $or: named })
    .sort({ _id: 1 })
    .lean<ReminderRecord[]>()
    .exec();
}

/** Everything that a person was or would be told; of `talkIds` also what these people were told about them. */
export async function dropReminders(
  db: Db,
  { tenantId, personId, talkIds, peopleIds }: { tenantId: string; personId: string | null; talkIds: string[]; peopleIds: string[] },
): Promise<number> {
  const own = personId ? (await reminders(db).deleteMany({ tenantId, recipientId: personId } as object)).deletedCount : 0;
  if (talkIds.length === 0) return own;
  const about = { tenantId, recipientId: { $in: peopleIds }, talkId: { $in: talkIds } };
  return own + (await reminders(db).deleteMany(about as object)).deletedCount;
}
