/** Copies of the directory's people per tenant, and how far the directory has been read. Written only by the sync. */
import { Schema } from 'mongoose';
import { defineCollection, plainly, type Db } from '#api/platform/db/db.ts';
import type { Language } from './contract.ts';

export type PersonRecord = {
  /** tenantId/personId */
  _id: string;
  tenantId: string;
  personId: string;
  name: string;
  mail: string | null;
  jobTitle: string;
  department: string;
  /** Where the directory says the person sits; absent in copies of earlier releases. */
  office?: string;
  managerId: string | null;
  /** False when the account is disabled or gone from the directory: nothing may be read with it any more. */
  enabled: boolean;
  language: Language;
  /** IANA name. */
  timeZone: string;
  hasMailbox: boolean;
  /** When mailbox settings were read; null: not yet. */
  settingsAt: Date | null;
  /** Whether they had the role of HR at their last visit; left out for who was never here. The directory does not say it without a further permission. */
  isHr?: boolean | null;
  /** Since when the directory has them no more (leaving/); null or absent while it has. */
  goneAt?: Date | null;
  /** What was theirs is erased; only the name is left, where somebody else's talk names them. */
  erasedAt?: Date | null;
};
/** `wholeAt`: when it was last read as a whole, from which on leavers are known. `believedAt`: people gone by then have left, HR says (leaving/). */
type DirectoryRecord = {
  _id: string;
  deltaLink: string | null;
  syncedAt: Date | null;
  wholeAt?: Date | null;
  believedAt?: Date | null;
};

const text = { type: String, required: true };
const blank = { type: String, default: '' };
export const people = defineCollection<PersonRecord>(
  'people',
  new Schema<PersonRecord>({
    _id: text,
    tenantId: text,
    personId: text,
    name: blank,
    mail: { type: String, default: null },
    jobTitle: blank,
    department: blank,
    office: blank,
    managerId: { type: String, default: null },
    enabled: { type: Boolean, required: true },
    language: text,
    timeZone: text,
    hasMailbox: { type: Boolean, required: true },
    settingsAt: { type: Date, default: null },
    isHr: { type: Boolean, default: null },
    goneAt: { type: Date, default: null },
    erasedAt: { type: Date, default: null },
  })
    .index({ tenantId: 1, managerId: 1 })
    .index({ tenantId: 1, department: 1 })
    .index({ tenantId: 1, settingsAt: 1 })
    .index({ tenantId: 1, goneAt: 1 }),
);
export const directories = defineCollection<DirectoryRecord>(
  'directories',
  new Schema<DirectoryRecord>({
    _id: text,
    deltaLink: { type: String, default: null },
    syncedAt: { type: Date, default: null },
    wholeAt: { type: Date, default: null },
    believedAt: { type: Date, default: null },
  }),
);

export const idOf = (tenantId: string, personId: string): string => `${tenantId}/${personId}`;

/** A change of one person; fields that the directory did not mention keep their value. */
export type PersonChange = { personId: string; set: Partial<Omit<PersonRecord, '_id' | 'tenantId' | 'personId'>> };

export async function savePeople(db: Db, tenantId: string, changes: PersonChange[]): Promise<void> {
  const fresh = {
    name: '',
    mail: null,
    jobTitle: '',
    department: '',
    managerId: null,
    enabled: true,
    language: 'en',
    timeZone: 'Etc/UTC',
    hasMailbox: true,
    settingsAt: null,
  };
  const operations = changes.map(({ personId, set }) => ({
    updateOne: {
      filter: { _id: idOf(tenantId, personId) },
      update: { $set: set, $setOnInsert: { tenantId, personId, ...without(fresh, Object.keys(set)) } },
      upsert: true,
    },
  }));
  if (operations.length > 0) await people(db).bulkWrite(operations);
}

const without = (object: object, keys: string[]): object =>
  Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));

export async function findPersonRecord(db: Db, tenantId: string, personId: string): Promise<PersonRecord | null> {
  return people(db).findById(idOf(tenantId, personId)).lean<PersonRecord>().exec();
}

/** The directory keeps an address as somebody has typed it. */
export async function findPersonByMail(db: Db, tenantId: string, address: string): Promise<PersonRecord | null> {
  const typed = new RegExp(`^${address.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`, 'i');
  return people(db).findOne({ tenantId, mail: typed }).lean<PersonRecord>().exec();
}

export async function listPeopleByIds(db: Db, tenantId: string, personIds: string[]): Promise<PersonRecord[]> {
  return plainly(people(db))
    .find<PersonRecord>({ _id: { $in: personIds.map((id) => idOf(tenantId, id)) } })
    .toArray();
}

/** Enabled people of some departments (empty: everyone), by name. */
export async function listPeopleIn(db: Db, tenantId: string, departments: string[]): Promise<PersonRecord[]> {
  const where = departments.length > 0 ? { tenantId, enabled: true, department: { $in: departments } } : { tenantId, enabled: true };
  return people(db).find(where).sort({ name: 1, _id: 1 }).lean<PersonRecord[]>().exec();
}

export async function hasReports(db: Db, tenantId: string, personId: string): Promise<boolean> {
  return (await people(db).exists({ tenantId, managerId: personId, enabled: true })) !== null;
}

/** Enabled people who report to somebody, by name. */
export async function listReportRecords(db: Db, tenantId: string, managerId: string): Promise<PersonRecord[]> {
  return people(db).find({ tenantId, managerId, enabled: true }).sort({ name: 1, _id: 1 }).lean<PersonRecord[]>().exec();
}

/** Those who report to the person and are here, by name. */
export async function listReportsOf(db: Db, tenantId: string, managerId: string): Promise<PersonRecord[]> {
  return people(db).find({ tenantId, managerId, enabled: true }).sort({ name: 1 }).lean<PersonRecord[]>().exec();
}

/** Enabled people who were HR at their last visit. */
export async function listHrRecords(db: Db, tenantId: string): Promise<PersonRecord[]> {
  return people(db).find({ tenantId, enabled: true, isHr: true }).sort({ _id: 1 }).lean<PersonRecord[]>().exec();
}

/** Who is gone has none to be read. */
export async function listWithoutSettings(db: Db, tenantId: string, limit: number): Promise<string[]> {
  const found = await people(db).find({ tenantId, settingsAt: null, goneAt: null }).limit(limit).lean<PersonRecord[]>().exec();
  return found.map(({ personId }) => personId);
}

export async function readDirectory(
  db: Db,
  tenantId: string,
): Promise<{ deltaLink: string | null; syncedAt: Date | null; wholeAt: Date | null; believedAt: Date | null }> {
  const {
    deltaLink = null,
    syncedAt = null,
    wholeAt = null,
    believedAt = null,
  } = (await directories(db).findById(tenantId).lean<DirectoryRecord>().exec()) ?? {};
  return { deltaLink, syncedAt, wholeAt, believedAt };
}

export async function saveDirectory(db: Db, tenantId: string, set: { deltaLink: string; syncedAt: Date; wholeAt?: Date }): Promise<void> {
  await directories(db).updateOne({ _id: tenantId }, { $set: set }, { upsert: true });
}

/** Also who is gone, and accounts that are switched off, by name. */
export async function listEverybody(db: Db, tenantId: string): Promise<PersonRecord[]> {
  return people(db).find({ tenantId }).sort({ name: 1, _id: 1 }).lean<PersonRecord[]>().exec();
}
