/** Which rooms Samtal itself has given to other talks; and single facts that a due room writes. */
import type { Db } from '#api/platform/db/db.ts';
import { talks, type TalkRecord } from '../store.ts';

type Span = { start: Date; end: Date };
type Given = Pick<TalkRecord, 'tenantId' | '_id'>;

/** When other talks of the same organisation have these rooms, within a span. */
export async function listRoomSpans(
  db: Db,
  { tenantId, _id }: Given,
  addresses: string[],
  { start, end }: Span,
): Promise<Map<string, Span[]>> {
  const there = { tenantId, _id: { $ne: _id }, 'room.address': { $in: addresses }, start: { $lt: end }, end: { $gt: start } };
  const found = await talks(db).find(there, { room: 1, start: 1, end: 1 }).lean<Pick<TalkRecord, 'room' | 'start' | 'end'>[]>().exec();
  const spans = new Map<string, Span[]>();
  for (const one of found)
    if (one.room && one.start && one.end)
      spans.set(one.room.address, [...(spans.get(one.room.address) ?? []), { start: one.start, end: one.end }]);
  return spans;
}

/** Rooms among these that another talk of the same organisation has at a time that touches this span. */
export async function listTakenRooms(db: Db, talk: Given, addresses: string[], span: Span): Promise<Set<string>> {
  return new Set((await listRoomSpans(db, talk, addresses, span)).keys());
}
