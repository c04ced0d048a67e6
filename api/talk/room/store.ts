/** Which rooms Samtal itself has given to other talks; and single facts that a due room writes. */
import type { Db } from '#api/platform/db/db.ts';
import { talks, type TalkRecord } from '../store.ts';

/** Rooms among these that another talk of the same organisation has at a time that touches this span. */
export async function listTakenRooms(
  db: Db,
  { tenantId, _id }: Pick<TalkRecord, 'tenantId' | '_id'>,
  addresses: string[],
  { start, end }: { start: Date; end: Date },
): Promise<Set<string>> {
  const there = { tenantId, _id: { $ne: _id }, 'room.address': { $in: addresses }, start: { $lt: end }, end: { $gt: start } };
  const found = await talks(db).find(there, { room: 1 }).lean<Pick<TalkRecord, 'room'>[]>().exec();
  return new Set(found.flatMap(({ room }) => (room ? [room.address] : [])));
}
