/** Marks of who is gone from the directory, in the people's own documents, and what is left of somebody whose things are erased. Decides nothing about when. */
import type { Db } from '#api/platform/db/db.ts';
import { directories, idOf, people, type PersonRecord } from '../store.ts';
import type { Gone } from './rules.ts';

const leave = (at: Date) => ({ $set: { enabled: false, goneAt: at, isHr: null } });
const notGone = { goneAt: null } as const;

/** These are gone from now on; who was gone before stays so since then, and who was never known stays unknown. */
export async function markGone(db: Db, tenantId: string, personIds: string[], at: Date): Promise<void> {
  if (personIds.length === 0) return;
  await people(db).updateMany({ _id: { $in: personIds.map((id) => idOf(tenantId, id)) }, ...notGone }, leave(at));
}

/** After a whole reading: everybody whom the directory does not name. */
export async function markGoneAllBut(db: Db, tenantId: string, personIds: string[], at: Date): Promise<void> {
  await people(db).updateMany({ tenantId, personId: { $nin: personIds }, ...notGone }, leave(at));
}

/** Who is gone and of whom not everything is erased. */
export async function listGone(db: Db, tenantId: string): Promise<Gone[]> {
  const found = await people(db)
    .find({ tenantId, goneAt: { $ne: null }, erasedAt: null }, { personId: 1, goneAt: 1 })
    .lean<Pick<PersonRecord, 'personId' | 'goneAt'>[]>()
    .exec();
  return found.flatMap(({ personId, goneAt }) => (goneAt ? [{ personId, goneAt }] : []));
}

export function countHere(db: Db, tenantId: string): Promise<number> {
  return people(db).countDocuments({ tenantId, goneAt: null }).exec();
}

/** HR says that everybody who is gone by then has left. It is never taken back. */
export async function believeGone(db: Db, tenantId: string, at: Date): Promise<void> {
  await directories(db).updateOne({ _id: tenantId }, { $max: { believedAt: at } });
}

/** Leaves the name alone, of somebody who is still gone. Answers how many. */
export async function keepNameOnly(db: Db, tenantId: string, personId: string, at: Date): Promise<number> {
  const nothing = { mail: null, jobTitle: '', department: '', office: '', managerId: null, hasMailbox: false, isHr: null };
  // Read anew when they come back.
  const plain = { language: 'en' as const, timeZone: 'Etc/UTC', settingsAt: null, erasedAt: at };
  const filter = { _id: idOf(tenantId, personId), goneAt: { $ne: null }, erasedAt: null };
  return (await people(db).updateOne(filter, { $set: { ...nothing, ...plain } })).modifiedCount;
}

/** Forgets people who are still gone. Answers how many. */
export async function dropGone(db: Db, tenantId: string, personIds: string[]): Promise<number> {
  if (personIds.length === 0) return 0;
  return (await people(db).deleteMany({ _id: { $in: personIds.map((id) => idOf(tenantId, id)) }, goneAt: { $ne: null } })).deletedCount;
}

/** Of these, who are erased but for the name. */
export async function listNamesOnly(db: Db, tenantId: string, personIds: string[]): Promise<string[]> {
  const found = await people(db)
    .find({ _id: { $in: personIds.map((id) => idOf(tenantId, id)) }, erasedAt: { $ne: null } }, { personId: 1 })
    .lean<Pick<PersonRecord, 'personId'>[]>()
    .exec();
  return found.map(({ personId }) => personId);
}
