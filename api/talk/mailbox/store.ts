/** Watched mailboxes, one per manager with talks to come; the talks a comparison looks at; and what nightly comparisons have found. */
import { Schema } from 'mongoose';
import { defineCollection, type Db } from '#api/platform/db/db.ts';
import { claimDue, dueAt, dueSchema, putOff, type Due } from '#api/platform/db/due.ts';
import { changeTalk, talks, type TalkRecord } from '../store.ts';
import type { Finding } from './contract.ts';

export type MailboxRecord = {
  /** tenantId/personId */
  _id: string;
  tenantId: string;
  personId: string;
  /** When the last talk was booked into it: a mailbox is given up only if this has not changed meanwhile. */
  bookedAt: Date;
  subscriptionId: string | null;
  /** Random, a new one for each subscription; Graph sends it back. */
  clientState: string | null;
  expiresAt: Date | null;
  /** Written before a subscription is asked for: if it is still here afterwards, the answer was lost. */
  askedAt: Date | null;
  /** Not asked for again before, after Graph refused. */
  askAfter: Date | null;
  /** Graph wants it authorised anew. */
  renewDue: boolean;
  deltaLink: string | null;
  /** What the delta link covers. */
  span: { from: Date; to: Date } | null;
  visitDue: Due;
  /** A hint brings the next visit forward, but not before this. */
  notBefore: Date;
  /** Hints so far: one that comes during a visit is seen at its end. */
  hints: number;
  compareAt: Date;
};

const text = { type: String, required: true };
const maybeText = { type: String, default: null };
const date = { type: Date, required: true };
const maybeDate = { type: Date, default: null };

const mailboxes = defineCollection<MailboxRecord>(
  'mailboxes',
  new Schema<MailboxRecord>({
    _id: text,
    tenantId: text,
    personId: text,
    bookedAt: date,
    subscriptionId: maybeText,
    clientState: maybeText,
    expiresAt: maybeDate,
    askedAt: maybeDate,
    askAfter: maybeDate,
    renewDue: { type: Boolean, default: false },
    deltaLink: maybeText,
    span: { type: new Schema({ from: date, to: date }, { _id: false }), default: null },
    visitDue: { type: dueSchema, required: true },
    notBefore: date,
    hints: { type: Number, required: true },
    compareAt: date,
  })
    .index({ 'visitDue.at': 1 })
    .index({ subscriptionId: 1 }),
);

const idOf = (tenantId: string, personId: string): string => `${tenantId}/${personId}`;

/** Watches a mailbox from now on, if it is not watched yet. */
export async function addMailbox(db: Db, tenantId: string, personId: string, now: Date, compareAt: Date): Promise<void> {
  const fresh = {
    ...{ tenantId, personId, subscriptionId: null, clientState: null, expiresAt: null, askedAt: null, askAfter: null, renewDue: false },
    ...{ deltaLink: null, span: null, visitDue: dueAt(now), notBefore: now, hints: 0, compareAt },
  };
  await mailboxes(db).updateOne({ _id: idOf(tenantId, personId) }, { $set: { bookedAt: now }, $setOnInsert: fresh }, { upsert: true });
}

export function claimVisit(db: Db, now: Date): Promise<MailboxRecord | null> {
  return claimDue(mailboxes(db), 'visitDue', now);
}

export function findMailbox(db: Db, tenantId: string, personId: string): Promise<MailboxRecord | null> {
  return mailboxes(db).findById(idOf(tenantId, personId)).lean<MailboxRecord>().exec();
}

/** Puts a claimed visit off; hints do not bring it forward. */
export async function putOffVisit(db: Db, mailbox: MailboxRecord, at: Date): Promise<void> {
  await saveMailbox(db, mailbox, { notBefore: at });
  await putOff(mailboxes(db), mailbox._id, 'visitDue', mailbox.visitDue.fence, at);
}

/** Saves facts if this claim still holds. */
export async function saveMailbox(db: Db, mailbox: MailboxRecord, set: Partial<MailboxRecord>): Promise<boolean> {
  const saved = await mailboxes(db).updateOne({ _id: mailbox._id, 'visitDue.fence': mailbox.visitDue.fence }, { $set: set });
  return saved.matchedCount === 1;
}

/** Ends a visit: the next one at `next`, or at `soon` when a hint came during this one. */
export async function finishVisit(
  db: Db,
  mailbox: MailboxRecord,
  set: Partial<MailboxRecord>,
  { next, soon }: { next: Date; soon: Date },
): Promise<void> {
  const mine = { _id: mailbox._id, 'visitDue.fence': mailbox.visitDue.fence };
  const done = (at: Date): object => ({
    $set: { ...set, notBefore: soon, 'visitDue.at': at, 'visitDue.leaseUntil': null, 'visitDue.attempts': 0 },
  });
  const saved = await mailboxes(db).updateOne({ ...mine, hints: mailbox.hints }, done(next));
  if (saved.matchedCount === 0) await mailboxes(db).updateOne(mine, done(soon));
}

/** Gives the mailbox up, unless a talk was booked into it meanwhile; answers whether it is gone. */
export async function dropMailbox(db: Db, { _id, bookedAt, visitDue }: MailboxRecord): Promise<boolean> {
  return (await mailboxes(db).deleteOne({ _id, bookedAt, 'visitDue.fence': visitDue.fence })).deletedCount === 1;
}

/** The mailbox of somebody who is gone: there is nothing to look into. */
export async function dropMailboxOf(db: Db, tenantId: string, personId: string): Promise<number> {
  return (await mailboxes(db).deleteOne({ _id: idOf(tenantId, personId) })).deletedCount;
}

export async function findBySubscriptions(db: Db, subscriptionIds: string[]): Promise<MailboxRecord[]> {
  return mailboxes(db)
    .find({ subscriptionId: { $in: subscriptionIds } })
    .lean<MailboxRecord[]>()
    .exec();
}

/** Something may have changed: the next visit is brought forward. Stored before Graph is told that it was heard. */
export async function hintAt(
  db: Db,
  hints: { mailbox: MailboxRecord; set: Partial<Pick<MailboxRecord, 'renewDue' | 'subscriptionId'>> }[],
  now: Date,
): Promise<void> {
  const operations = hints.map(({ mailbox, set }) => ({
    updateOne: {
      filter: { _id: mailbox._id, subscriptionId: mailbox.subscriptionId },
      update: {
        ...(Object.keys(set).length > 0 ? { $set: set } : {}),
        $inc: { hints: 1 },
        $min: { 'visitDue.at': mailbox.notBefore > now ? mailbox.notBefore : now },
      },
    },
  }));
  if (operations.length > 0) await mailboxes(db).bulkWrite(operations);
}

/** Talks of a manager that have not begun: what a calendar may still change. */
export async function listTalksAhead(db: Db, tenantId: string, managerId: string): Promise<TalkRecord[]> {
  return talks(db)
    .find({ tenantId, managerId, startedAt: null, bookings: { $gt: 0 } })
    .lean<TalkRecord[]>()
    .exec();
}

/** Whether Samtal itself is about to write into this manager's calendar. What Microsoft 365 refuses is not waited for. */
export async function hasBookingsDue(db: Db, tenantId: string, managerId: string): Promise<boolean> {
  return (await talks(db).exists({ tenantId, managerId, bookDue: { $ne: null }, 'booking.refused': null })) !== null;
}

/** Managers with booked talks to come. */
export async function listManagersWithTalks(db: Db, tenantId: string, since: Date): Promise<string[]> {
  return talks(db).distinct('managerId', { tenantId, startedAt: null, booking: { $ne: null }, start: { $gt: since } });
}

/** Writes what the calendar says, if the talk is still as it was read; answers whether it was. An answer alone is no new version of the talk. */
export async function saveStep(
  db: Db,
  talk: TalkRecord,
  set: Partial<TalkRecord>,
  push: { notices?: object; unwanted?: object } = {},
): Promise<boolean> {
  const keys = Object.keys(set);
  if (keys.length === 1 && keys[0] === 'employeeResponse' && Object.keys(push).length === 0) {
    const saved = await talks(db).updateOne({ _id: talk._id, version: talk.version }, { $set: set });
    return saved.matchedCount === 1;
  }
  return (await changeTalk(db, talk.tenantId, talk._id, talk.version, set, push)) !== null;
}

export function claimUnwanted(db: Db, now: Date): Promise<TalkRecord | null> {
  return claimDue(talks(db), 'unwantedDue', now);
}

export function putOffUnwanted(db: Db, talk: TalkRecord, at: Date): Promise<void> {
  return putOff(talks(db), talk._id, 'unwantedDue', talk.unwantedDue?.fence ?? 0, at);
}

/** The booking of a talk that was handed over, and was never tried, waits for its old event to be gone: now it is its turn. */
export async function bringForward(db: Db, { _id, unwantedDue }: TalkRecord, now: Date): Promise<void> {
  const waiting = { _id, 'unwantedDue.fence': unwantedDue?.fence, 'bookDue.attempts': 0, 'bookDue.at': { $gt: now } };
  await talks(db).updateOne(waiting, { $set: { 'bookDue.at': now } });
}

/** Forgets the events that were cancelled; those that came meanwhile stay due. */
export async function closeUnwanted(db: Db, talk: TalkRecord): Promise<void> {
  const eventIds = (talk.unwanted ?? []).map(({ eventId }) => eventId);
  const change = { $set: { unwantedDue: null }, $pull: { unwanted: { eventId: { $in: eventIds } } } };
  await talks(db).updateOne({ _id: talk._id, 'unwantedDue.fence': talk.unwantedDue?.fence }, change);
}

export type ComparisonRecord = { _id: string; tenantId: string; day: string; mailboxes: number; talks: number } & Partial<
  Record<Finding, number>
>;
const number = { type: Number, default: 0 };
const comparisons = defineCollection<ComparisonRecord>(
  'comparisons',
  new Schema<ComparisonRecord>({
    ...{ _id: text, tenantId: text, day: text, mailboxes: number, talks: number, moved: number, restored: number, answered: number },
    ...{ deleted: number, 'moved-away': number, 'not-invited': number, declined: number, 'outside-window': number },
    ...{ 'no-room': number, settled: number, orphan: number },
  }).index({ tenantId: 1, day: -1 }),
);

/** Adds one mailbox to the figures of the day. */
export async function addComparison(db: Db, tenantId: string, day: string, talksSeen: number, found: Finding[]): Promise<void> {
  const counts: Record<string, number> = { mailboxes: 1, talks: talksSeen };
  for (const what of found) counts[what] = (counts[what] ?? 0) + 1;
  await comparisons(db).updateOne({ _id: `${tenantId}/${day}` }, { $set: { tenantId, day }, $inc: counts }, { upsert: true });
}

export async function listComparisonsOf(db: Db, tenantId: string, limit: number): Promise<ComparisonRecord[]> {
  return comparisons(db).find({ tenantId }).sort({ day: -1 }).limit(limit).lean<ComparisonRecord[]>().exec();
}
