/** Reads talks for what ages in them, page by page. Writes nothing, and holds no word of theirs. */
import type { Db } from '#api/platform/db/db.ts';
import { talks, type TalkRecord } from '../store.ts';
import type { Limits } from './rules.ts';

const aging = { tenantId: 1, employeeId: 1, managerId: 1, start: 1, startedAt: 1, handOvers: 1, partedAt: 1, 'signatures.side': 1 };
export type AgingRecord = Pick<
  TalkRecord,
  '_id' | 'tenantId' | 'employeeId' | 'managerId' | 'start' | 'startedAt' | 'handOvers' | 'partedAt' | 'signatures'
>;

/** Talks of which something may be due, in the order of their ids, after this one. */
export function listAging(db: Db, { drafts, privateNotes }: Limits, after: string, most: number): Promise<AgingRecord[]> {
  const old = [{ startedAt: { $lte: drafts } }, { start: { $lte: privateNotes } }, { 'handOvers.at': { $lte: drafts } }];
  return talks(db)
    .find({ _id: { $gt: after }, $or: old }, aging)
    .sort({ _id: 1 })
    .limit(most)
    .lean<AgingRecord[]>()
    .exec();
}
