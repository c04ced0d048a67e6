/** Due bookings: claimed, put off and saved under the fence of the claim; and what else two people have at a time. */
import { claimAll, claimDue, freeAt, leaseFrom, putOff } from '#api/platform/db/due.ts';
import type { Db } from '#api/platform/db/db.ts';
import type { Booking, Notice } from '../record/store.ts';
import { talks, type TalkRecord } from '../store.ts';

export function claimBooking(db: Db, now: Date): Promise<TalkRecord | null> {
  return claimDue(talks(db), 'bookDue', now);
}

export type DueBooking = Pick<TalkRecord, '_id' | 'tenantId' | 'cycleId' | 'managerId' | 'employeeId' | 'room'> & {
  start: Date;
  end: Date;
  bookDue: { at: Date };
};

/**
 * Every booking that is due and nobody's, the newest due first. Of cycles that are held, only those whose event was asked for already: it may
 * exist, and is seen through.
 * @param since only what has become due after it
 */
export async function listDueBookings(db: Db, now: Date, heldCycles: string[], since: Date | null = null): Promise<DueBooking[]> {
  const goesOn =
    heldCycles.length > 0 ? { $and: [{ $or: [{ cycleId: { $nin: heldCycles } }, { 'booking.askedAt': { $ne: null } }] }] } : {};
  const seen = { tenantId: 1, cycleId: 1, managerId: 1, employeeId: 1, start: 1, end: 1, room: 1, 'bookDue.at': 1 };
  return talks(db)
    .find(
      { ...freeAt('bookDue', now), ...(since ? { 'bookDue.at': { $gt: since, $lte: now } } : {}), ...goesOn, start: { $ne: null } },
      seen,
    )
    .sort({ 'bookDue.at': -1 })
    .lean<DueBooking[]>()
    .exec();
}

/** Claims those of them that are still due and nobody's. */
export function claimBookings(db: Db, ids: string[], now: Date): Promise<TalkRecord[]> {
  return claimAll(talks(db), 'bookDue', ids, now);
}

export function putOffBooking(db: Db, talk: TalkRecord, at: Date): Promise<void> {
  return putOff(talks(db), talk._id, 'bookDue', talk.bookDue?.fence ?? 0, at);
}

/** Gives a claim back that has come to nothing: due as before, and not one more attempt, which would look as if Microsoft 365 did not answer. */
export async function putBackBooking(db: Db, talk: TalkRecord): Promise<void> {
  const change = { $set: { 'bookDue.leaseUntil': null }, $inc: { 'bookDue.attempts': -1 } };
  await talks(db).updateOne({ _id: talk._id, 'bookDue.fence': talk.bookDue?.fence }, change);
}

/** Puts it off because Microsoft 365 refused, and says so: HR sees how many wait for that reason. */
export async function putOffRefused(db: Db, talk: TalkRecord, at: Date, refused: Booking['refused']): Promise<void> {
  const change = { $set: { 'bookDue.at': at, 'bookDue.leaseUntil': null, 'booking.refused': refused } };
  await talks(db).updateOne({ _id: talk._id, 'bookDue.fence': talk.bookDue?.fence }, change);
}

/**
 * Writes down that the event is being asked for, and in which room, if this claim still holds, and renews it: whoever answers true may make the call. False when
 * another worker has taken over.
 */
export async function recordAsking(db: Db, talk: TalkRecord, room: TalkRecord['room'], now: Date): Promise<boolean> {
  const saved = await talks(db).updateOne(
    { _id: talk._id, 'bookDue.fence': talk.bookDue?.fence },
    { $set: { 'booking.askedAt': now, room: room ?? null, 'bookDue.leaseUntil': leaseFrom(now) } },
  );
  return saved.matchedCount === 1;
}

/** In each talk one write that excludes the other: whoever writes down that it asks for the event, or this. */
export async function releaseAllUnasked(db: Db, tenantId: string, cycleId: string): Promise<void> {
  const unasked = { tenantId, cycleId, bookDue: { $ne: null }, 'booking.askedAt': null, 'booking.eventId': null };
  const released = { booking: null, bookDue: null, start: null, end: null, prepareBy: null, room: null };
  await talks(db).updateMany(unasked, { $set: released, $inc: { version: 1 } });
}

/** Saves facts if this claim still holds; false when another worker has taken over. */
export async function saveBooking(db: Db, talk: TalkRecord, set: Partial<TalkRecord>, notice?: Notice): Promise<boolean> {
  const change = { $set: set, $inc: { version: 1 }, ...(notice ? { $push: { notices: notice } } : {}) };
  const saved = await talks(db).updateOne({ _id: talk._id, 'bookDue.fence': talk.bookDue?.fence }, change);
  return saved.matchedCount === 1;
}

type Two = Pick<TalkRecord, 'tenantId' | 'employeeId' | 'managerId'>;
/** Talks that either of the two has, on either side, and that touch this span. Each branch names a whole index, or every talk would be looked at. */
const overlapping = ({ tenantId, employeeId, managerId }: Two, from: Date, to: Date): { $or: object[] } => {
  const both = { $in: [employeeId, managerId] };
  const then = { start: { $lt: to }, end: { $gt: from } };
  return {
    $or: [
      { tenantId, employeeId: both, ...then },
      { tenantId, managerId: both, ...then },
    ],
  };
};

export async function listTalksOfTwo(db: Db, two: Two, from: Date, to: Date): Promise<TalkRecord[]> {
  return talks(db)
    .find(overlapping(two, from, to))
    .lean<TalkRecord[]>()
    .exec();
}

/** Whether an event was asked for already, at a time that touches this talk's, for another talk of one of the two. */
export async function isTimeAsked(db: Db, talk: TalkRecord & { start: Date; end: Date }): Promise<boolean> {
  const others = { ...overlapping(talk, talk.start, talk.end), _id: { $ne: talk._id }, 'booking.askedAt': { $ne: null } };
  return (await talks(db).exists(others)) !== null;
}
