/** Topics, sealed: one document each, guarded by its version. Finds for verbs to judge; decides nothing about who may read. */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { defineCollection, isDuplicateKey, type Db } from '#api/platform/db/db.ts';

export type TopicRecord = {
  _id: string;
  tenantId: string;
  employeeId: string;
  /** Whom it is to be taken up with; empty for an employee who has no manager. */
  managerId: string;
  authorId: string;
  sealed: Buffer;
  madeAt: Date;
  sharedAt: Date | null;
  takenUpAt: Date | null;
  takenUpBy: string | null;
  talkId: string | null;
  version: number;
};
type Lean = Omit<TopicRecord, 'sealed'> & { sealed: StoredBytes };

const text = { type: String, required: true };
const when = { type: Date, required: true };
const maybeDate = { type: Date, default: null };
const maybeText = { type: String, default: null };
const topics = defineCollection<TopicRecord>(
  'topics',
  new Schema<TopicRecord>({
    ...{ _id: text, tenantId: text, employeeId: text, managerId: { type: String, default: '' }, authorId: text },
    sealed: { type: Buffer, required: true },
    ...{ madeAt: when, sharedAt: maybeDate, takenUpAt: maybeDate, takenUpBy: maybeText, talkId: maybeText },
    version: { type: Number, required: true },
  })
    .index({ tenantId: 1, employeeId: 1, madeAt: -1 })
    .index({ tenantId: 1, managerId: 1, takenUpAt: 1 }),
);

const opened = (found: Lean): TopicRecord => ({ ...found, sealed: bytesOf(found.sealed) });

export async function findTopic(db: Db, tenantId: string, topicId: string): Promise<TopicRecord | null> {
  const found = await topics(db).findOne({ _id: topicId, tenantId }).lean<Lean>().exec();
  return found && opened(found);
}

/**
 * Newest topics about an employee that this person wrote, or that were shared with them: as the employee by whoever, as a manager with this one.
 * Those that wait, and those that were taken up, at most `limit` of each.
 */
export async function listTopicsFor(
  db: Db,
  reader: { tenantId: string; personId: string },
  employeeId: string,
  limit: number,
): Promise<TopicRecord[]> {
  const { tenantId, personId } = reader;
  const pair = personId === employeeId ? {} : { managerId: personId };
  const theirs = { $or: [{ authorId: personId }, { sharedAt: { $ne: null } }] };
  const find = (takenUpAt: object | null) =>
    topics(db)
      .find({ tenantId, employeeId, ...pair, ...theirs, takenUpAt })
      .sort({ madeAt: -1, _id: 1 })
      .limit(limit)
      .lean<Lean[]>()
      .exec();
  const found = await Promise.all([find(null), find({ $ne: null })]);
  return found.flat().map(opened);
}

/** How many topics wait for a manager and each of these employees: their own, and those that were shared with them. */
export async function countWaiting(
  db: Db,
  manager: { tenantId: string; personId: string },
  employeeIds: string[],
): Promise<Map<string, number>> {
  if (employeeIds.length === 0) return new Map();
  const { tenantId, personId } = manager;
  const theirs = { $or: [{ authorId: personId }, { sharedAt: { $ne: null } }] };
  const found = await topics(db)
    .find({ tenantId, managerId: personId, employeeId: { $in: employeeIds }, takenUpAt: null, ...theirs }, { employeeId: 1 })
    .lean<{ employeeId: string }[]>()
    .exec();
  const counts = new Map<string, number>();
  for (const { employeeId } of found) counts.set(employeeId, (counts.get(employeeId) ?? 0) + 1);
  return counts;
}

/** Adds it unless the id exists; answers whether it did. */
export async function putNewTopic(db: Db, topic: TopicRecord): Promise<boolean> {
  try {
    await topics(db).create(topic);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Writes if it still has this version; null when somebody was faster. */
export async function putTopic(
  db: Db,
  tenantId: string,
  topicId: string,
  version: number,
  set: Partial<TopicRecord>,
): Promise<TopicRecord | null> {
  const found = await topics(db)
    .findOneAndUpdate({ _id: topicId, tenantId, version }, { $set: set, $inc: { version: 1 } }, { returnDocument: 'after' })
    .lean<Lean>()
    .exec();
  return found && opened(found);
}

/** Removes it if it still has this version; answers whether it did. */
export async function removeTopic(db: Db, tenantId: string, topicId: string, version: number): Promise<boolean> {
  return (await topics(db).deleteOne({ _id: topicId, tenantId, version })).deletedCount > 0;
}

/** Everything about an employee. */
/** @param held of whom nothing goes */
export async function dropTopicsAbout(db: Db, tenantId: string, employeeId: string, held: string[]): Promise<number> {
  return (await topics(db).deleteMany({ tenantId, employeeId, managerId: { $nin: held }, authorId: { $nin: held } })).deletedCount;
}

/** Whether there is a topic about this employee, or one that this manager has not shared. */
export async function hasTopicsOf(db: Db, tenantId: string, personId: string): Promise<boolean> {
  const theirs = [{ employeeId: personId }, { managerId: personId, authorId: personId, sharedAt: null }];
  return (await topics(db).exists({ tenantId, $or: theirs })) !== null;
}

const unshared = (tenantId: string, managerId: string) => ({ tenantId, managerId, authorId: managerId, sharedAt: null });

/** About whom a manager wrote something down for the talks with them and has not shared it. */
export function listWithUnshared(db: Db, tenantId: string, managerId: string, held: string[]): Promise<string[]> {
  return topics(db)
    .distinct('employeeId', { ...unshared(tenantId, managerId), employeeId: { $nin: held } })
    .exec();
}

export async function dropUnshared(db: Db, tenantId: string, managerId: string, held: string[]): Promise<number> {
  return (await topics(db).deleteMany({ ...unshared(tenantId, managerId), employeeId: { $nin: held } })).deletedCount;
}

/** Whether this author has shared anything about the employee. */
export async function hasShared(db: Db, tenantId: string, employeeId: string, authorId: string): Promise<boolean> {
  return (await topics(db).exists({ tenantId, employeeId, authorId, sharedAt: { $ne: null } })) !== null;
}
