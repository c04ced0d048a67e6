/** Due moves and due chats: claimed, put off and saved under the fence of the claim. */
import { claimDue, leaseFrom, putOff } from '#api/platform/db/due.ts';
import type { Db } from '#api/platform/db/db.ts';
import type { Notice } from '../record/store.ts';
import { talks, type TalkRecord } from '../store.ts';

/** `moveDue`: the event is to be moved. `roomDue`: to get another room, or none. `chatDue`: Samtal is to be put into the meeting's chat. */
export type Mark = 'moveDue' | 'roomDue' | 'chatDue';

export function claimMark(db: Db, mark: Mark, now: Date): Promise<TalkRecord | null> {
  return claimDue(talks(db), mark, now);
}

export function putOffMark(db: Db, mark: Mark, talk: TalkRecord, at: Date): Promise<void> {
  return putOff(talks(db), talk._id, mark, talk[mark]?.fence ?? 0, at);
}

/** Renews the claim right before the call it was made for; false when another worker has taken over. */
export async function renewMark(db: Db, mark: Mark, talk: TalkRecord, now: Date): Promise<boolean> {
  const change = { $set: { [`${mark}.leaseUntil`]: leaseFrom(now) } };
  const renewed = await talks(db).updateOne({ _id: talk._id, [`${mark}.fence`]: talk[mark]?.fence }, change);
  return renewed.matchedCount === 1;
}

/**
 * Saves single facts (paths may reach into a booking, so that what another worker knows of it stays) and takes the mark away, if this claim
 * still holds.
 */
export async function closeMark(db: Db, mark: Mark, talk: TalkRecord, set: Record<string, unknown>, ...told: Notice[]): Promise<void> {
  const push = told.length > 0 ? { $push: { notices: { $each: told } } } : {};
  const change = { $set: { ...set, [mark]: null }, $inc: { version: 1 }, ...push };
  await talks(db).updateOne({ _id: talk._id, [`${mark}.fence`]: talk[mark]?.fence }, change);
}
