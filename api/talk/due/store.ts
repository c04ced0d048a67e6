/** Talks that the clock looks for when it reminds: with a preparation due soon, or held and not signed by both. Decides nothing. */
import type { Db } from '#api/platform/db/db.ts';
import { factsOnly, talks, type TalkRecord } from '../store.ts';

/** Talks not yet started whose preparation is due in the given span. */
export async function listDueForPreparation(db: Db, from: Date, to: Date): Promise<TalkRecord[]> {
  return talks(db)
    .find({ prepareBy: { $gt: from, $lte: to }, startedAt: null, 'booking.bookedAt': { $ne: null } })
    .lean<TalkRecord[]>()
    .exec();
}

/** Talks finished since then that the two have not both signed. */
export async function listHeldUnsigned(db: Db, since: Date): Promise<TalkRecord[]> {
  return talks(db)
    .find({ finishedAt: { $gt: since }, 'signatures.1': { $exists: false } }, factsOnly)
    .lean<TalkRecord[]>()
    .exec();
}
