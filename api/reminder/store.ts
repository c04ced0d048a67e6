/** Reminders: one row per key and channel, which can exist once. A row is due until it was sent, or is found to be needless. */
import { Schema } from 'mongoose';
import { claimDue, dueAt, dueSchema, putOff, type Due } from '#api/platform/db/due.ts';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import type { Channel, CycleKind, Kind } from './contract.ts';

export type ReminderRecord = {
  /** tenantId/key/channel */
  _id: string;
  tenantId: string;
  key: string;
  channel: Channel;
  kind: Kind | CycleKind;
  /** Null when it is about a cycle. */
  talkId: string | null;
  cycleId: string;
  recipientId: string;
  due: Due | null;
  sentAt: Date | null;
  /** How it went out, or why it did not: `needless`, or Graph's refusal. */
  outcome: string | null;
};

const text = { type: String, required: true };
const reminders = defineCollection<ReminderRecord>(
  'reminders',
  new Schema<ReminderRecord>({
    _id: text,
    tenantId: text,
    key: text,
    channel: text,
    kind: text,
    talkId: { type: String, default: null },
    cycleId: text,
    recipientId: text,
    due: { type: dueSchema, default: null },
    sentAt: { type: Date, default: null },
    outcome: { type: String, default: null },
  })
    .index({ 'due.at': 1 })
    .index({ tenantId: 1, cycleId: 1, kind: 1 }),
);

export type NewReminder = Pick<ReminderRecord, 'tenantId' | 'key' | 'channel' | 'kind' | 'talkId' | 'cycleId' | 'recipientId'>;

/** Adds rows that do not exist yet, due now. Answers how many were new. */
export async function addReminders(db: Db, rows: NewReminder[], now: Date): Promise<number> {
  if (rows.length === 0) return 0;
  const operations = rows.map((row) => ({
    updateOne: {
      filter: { _id: `${row.tenantId}/${row.key}/${row.channel}` },
      update: { $setOnInsert: { ...row, due: dueAt(now), sentAt: null, outcome: null } },
      upsert: true,
    },
  }));
  const written = await reminders(db).bulkWrite(operations);
  return written.upsertedCount;
}

export function claimReminder(db: Db, now: Date): Promise<ReminderRecord | null> {
  return claimDue(reminders(db), 'due', now);
}

export function putOffReminder(db: Db, row: ReminderRecord, at: Date): Promise<void> {
  return putOff(reminders(db), row._id, 'due', row.due?.fence ?? 0, at);
}

export async function closeReminder(db: Db, row: ReminderRecord, outcome: string, sentAt: Date | null): Promise<void> {
  await reminders(db).updateOne({ _id: row._id, 'due.fence': row.due?.fence }, { $set: { due: null, outcome, sentAt } });
}

/** How many people have got at least one notification of a kind in a cycle, on any channel. */
export async function countRecipients(db: Db, tenantId: string, cycleId: string, kind: Kind): Promise<number> {
  const sent = await reminders(db)
    .find({ tenantId, cycleId, kind, sentAt: { $ne: null } }, { recipientId: 1 })
    .lean<{ recipientId: string }[]>()
    .exec();
  return new Set(sent.map(({ recipientId }) => recipientId)).size;
}
