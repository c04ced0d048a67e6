/**
 * Preparations: one document per talk, side and author, its answers sealed. A manager who takes a talk over begins anew. The guards of a save (that answer's version, not released) stand in the
 * filter of its one write, so that nothing can change after the release. Decides nothing about who may read.
 */
import { Schema } from 'mongoose';
import { bytesOf, type StoredBytes } from '#api/platform/db/bytes.ts';
import { defineCollection, isDuplicateKey, plainly, type Db } from '#api/platform/db/db.ts';

type Side = 'employee' | 'manager';

export type AnswerRecord = { sealed: Buffer; version: number; savedAt: Date };
/**
 * `version` counts releases and withdrawals; each answer carries its own. `answered` are the questions whose answer has text, kept beside the sealed
 * answers so that they can be counted without being read.
 */
export type PreparationRecord = {
  tenantId: string;
  talkId: string;
  side: Side;
  authorId: string;
  releasedAt: Date | null;
  /** Who the other party was then. */ releasedTo: string | null;
  version: number;
  answered: string[];
  answers: Record<string, AnswerRecord>;
};
/** Whose preparation of which talk. */
export type Whose = { tenantId: string; talkId: string; side: Side; authorId: string };

type Stored = Omit<PreparationRecord, 'answers'> & { _id: string; answers: Map<string, AnswerRecord> };
type Lean = Omit<PreparationRecord, 'answers'> & { answers?: Record<string, Omit<AnswerRecord, 'sealed'> & { sealed: StoredBytes }> };

const text = { type: String, required: true };
const count = { type: Number, required: true };
const answer = new Schema<AnswerRecord>(
  {
    sealed: { type: Buffer, required: true },
    version: count,
    savedAt: { type: Date, required: true },
  },
  { _id: false },
);

const preparations = defineCollection<Stored>(
  'preparations',
  new Schema<Stored>({
    _id: text,
    tenantId: text,
    talkId: text,
    side: text,
    authorId: text,
    releasedAt: { type: Date, default: null },
    releasedTo: { type: String, default: null },
    version: count,
    answered: [String],
    answers: { type: Map, of: answer },
  }).index({ tenantId: 1, talkId: 1, side: 1, authorId: 1 }, { unique: true }),
);

/** One side's preparation, or null when nothing has been written. */
export async function findPreparation(db: Db, whose: Whose): Promise<PreparationRecord | null> {
  const found = await preparations(db).findOne(filterOf(whose)).lean<Lean>().exec();
  return found && plain(found);
}

/** When each side released and how much is answered, for some talks; never the answers. */
export async function listPreparationFacts(
  db: Db,
  tenantId: string,
  talkIds: string[],
): Promise<(Pick<PreparationRecord, 'talkId' | 'side' | 'authorId' | 'releasedAt' | 'releasedTo'> & { answered: number })[]> {
  if (talkIds.length === 0) return [];
  type Facts = Pick<PreparationRecord, 'talkId' | 'side' | 'authorId' | 'releasedAt' | 'answered'> &
    Partial<Pick<PreparationRecord, 'releasedTo'>>;
  const projection = { talkId: 1, side: 1, authorId: 1, releasedAt: 1, releasedTo: 1, answered: 1 };
  const found = await plainly(preparations(db))
    .find<Facts>({ tenantId, talkId: { $in: talkIds } }, { projection })
    .toArray();
  return found.map(({ answered, releasedTo = null, talkId, side, authorId, releasedAt }) => ({
    ...{ talkId, side, authorId, releasedAt, releasedTo },
    answered: answered.length,
  }));
}

/**
 * Writes one answer if it still has this version (0: is not there) and nothing is released; false when a guard did not hold. `questionId`
 * must be one of the template's: it becomes part of a field's name.
 */
export async function putAnswer(
  db: Db,
  whose: Whose,
  questionId: string,
  version: number,
  { hasText, ...next }: Omit<AnswerRecord, 'version'> & { hasText: boolean },
): Promise<boolean> {
  const isFirst = version === 0;
  const path = `answers.${questionId}`;
  const guard = isFirst ? { [path]: { $exists: false } } : { [`${path}.version`]: version };
  const filter = { ...filterOf(whose), releasedAt: null, ...guard };
  const change = {
    $set: { [path]: { ...next, version: version + 1 } },
    ...(hasText ? { $addToSet: { answered: questionId } } : {}),
    ...(hasText || isFirst ? {} : { $pull: { answered: questionId } }),
  };
  const fresh = { _id: idOf(whose), version: 0, releasedTo: null, ...(hasText ? {} : { answered: [] }) };
  const write = async (upsert: boolean): Promise<boolean> => {
    const update = upsert ? { ...change, $setOnInsert: fresh } : change;
    const written = await plainly(preparations(db)).updateOne(filter, update, { upsert });
    return written.matchedCount + written.upsertedCount > 0;
  };
  try {
    return await write(isFirst);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    // The document exists: another first answer made it, or a guard did not hold. Without upsert the filter tells which.
    return write(false);
  }
}

/** Adds a preparation as it is, unless the author has one for that talk already. */
export async function addPreparation(db: Db, record: PreparationRecord): Promise<void> {
  await preparations(db)
    .updateOne({ _id: idOf(record) }, { $setOnInsert: record }, { upsert: true })
    .exec();
}

/** Releases (or withdraws with null) if the version still holds; a release needs text in an answer to one of these questions, in the same filter. */
export async function putRelease(
  db: Db,
  whose: Whose,
  version: number,
  { releasedAt, releasedTo }: Pick<PreparationRecord, 'releasedAt' | 'releasedTo'>,
  questionIds: string[],
): Promise<PreparationRecord | null> {
  const something = releasedAt ? { answered: { $in: questionIds } } : {};
  const before = releasedAt ? null : { $ne: null };
  const changed = await preparations(db)
    .findOneAndUpdate(
      { ...filterOf(whose), version, releasedAt: before, ...something },
      { $set: { releasedAt, releasedTo }, $inc: { version: 1 } },
      { returnDocument: 'after' },
    )
    .lean<Lean>()
    .exec();
  return changed && plain(changed);
}

/** Opens what was released before the talk came to the manager it has now, or to somebody else: nobody reads it by that release any more. */
export async function dropRelease(db: Db, whose: Whose, { managerId, heldSince }: { managerId: string; heldSince: Date }): Promise<void> {
  const isOld = { $or: [{ releasedAt: { $lte: heldSince } }, { releasedTo: { $ne: managerId } }] };
  await preparations(db)
    .updateOne({ ...filterOf(whose), releasedAt: { $ne: null }, ...isOld }, { $set: { releasedAt: null, releasedTo: null } })
    .exec();
}

/** What employees have written for some talks and never released. A manager's own preparation stays readable for them (policy, row 3). */
export async function dropDrafts(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await preparations(db).deleteMany({ tenantId, talkId: { $in: talkIds }, side: 'employee', releasedAt: null })).deletedCount;
}

export async function dropPreparations(db: Db, { tenantId, talkId, authorId }: Omit<Whose, 'side'>): Promise<number> {
  return (await preparations(db).deleteMany({ tenantId, talkId, authorId })).deletedCount;
}

/** Everything that was prepared for these talks. */
export async function dropPreparationsOf(db: Db, tenantId: string, talkIds: string[]): Promise<number> {
  if (talkIds.length === 0) return 0;
  return (await preparations(db).deleteMany({ tenantId, talkId: { $in: talkIds } })).deletedCount;
}

/** Of these talks, those for which a manager prepared something and has shared it with nobody. */
export async function listWithUnshared(db: Db, tenantId: string, talkIds: string[], authorId: string): Promise<string[]> {
  if (talkIds.length === 0) return [];
  const unshared = { tenantId, talkId: { $in: talkIds }, side: 'manager' as const, authorId, releasedAt: null };
  return preparations(db).distinct('talkId', unshared).exec();
}

export async function dropUnshared(db: Db, tenantId: string, talkIds: string[], authorId: string): Promise<number> {
  if (talkIds.length === 0) return 0;
  const unshared = { tenantId, talkId: { $in: talkIds }, side: 'manager' as const, authorId, releasedAt: null };
  return (await preparations(db).deleteMany(unshared)).deletedCount;
}

/** Ids of earlier releases are without the author; nothing is found by it. */
const idOf = ({ talkId, side, authorId }: Whose): string => `${talkId}/${side}/${authorId}`;

function filterOf({ tenantId, talkId, side, authorId }: Whose): Whose {
  return { tenantId, talkId, side, authorId };
}

function plain({ tenantId, talkId, side, authorId, releasedAt, releasedTo, version, answered, answers }: Lean): PreparationRecord {
  const opened = Object.entries(answers ?? {}).map(([id, { sealed, ...rest }]) => [id, { ...rest, sealed: bytesOf(sealed) }]);
  return {
    ...{ tenantId, talkId, side, authorId, releasedAt, releasedTo: releasedTo ?? null, version, answered },
    answers: Object.fromEntries(opened) as Record<string, AnswerRecord>,
  };
}
