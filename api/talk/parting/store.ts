/** Partings that wait for the clock: their marks in the talks. Writes no fact of a talk. */
import type { Db } from '#api/platform/db/db.ts';
import { claimDue, putOff } from '#api/platform/db/due.ts';
import { talks, type TalkRecord } from '../store.ts';

/** The next talk whose time to finish is over, or whose new talk has to be made. */
export function claimParting(db: Db, now: Date): Promise<TalkRecord | null> {
  return claimDue(talks(db), 'partingDue', now);
}

export function putOffParting(db: Db, talk: TalkRecord, at: Date): Promise<void> {
  return putOff(talks(db), talk._id, 'partingDue', talk.partingDue?.fence ?? 0, at);
}

/** Nothing is left to do for it. */
export async function closeParting(db: Db, talk: TalkRecord): Promise<void> {
  await talks(db).updateOne({ _id: talk._id, 'partingDue.fence': talk.partingDue?.fence }, { $set: { partingDue: null } });
}
