/**
 * One question to a MongoDB-compatible server with the answer that MongoDB's manual promises, and how to put it. Answers are compared with
 * their types and the order of their fields. Holds no questions itself.
 */
import { EJSON } from 'bson';
import { MongoServerError, type Db, type Document } from 'mongodb';

export type Case = {
  name: string;
  /** What the collection `c` holds before. */
  docs: Document[];
  /** Commands before the one in question. */
  first?: Document[];
  command: Document;
  /** Documents that a reading command answers. */
  batch?: Document[];
  /** Fields of the command's answer. */
  reply?: Document;
  /** What the collection holds afterwards, by _id. */
  after?: Document[];
  /** Number of the error. */
  code?: number;
  /** Why some other server answers differently; it is then not asked. */
  differs?: string;
};

export const reads = (name: string, docs: Document[], command: Document, batch: Document[], more: Partial<Case> = {}): Case => ({
  name,
  docs,
  command,
  batch,
  ...more,
});
export const writes = (name: string, docs: Document[], command: Document, after: Document[], more: Partial<Case> = {}): Case => ({
  name,
  docs,
  command,
  after,
  ...more,
});
export const refuses = (name: string, command: Document, code: number, more: Partial<Case> = {}): Case => ({
  name,
  docs: [{ _id: 1, a: 1, text: 'x', list: [1, 2] }],
  command,
  code,
  ...more,
});

export const find = (filter: Document, more: Document = {}): Document => ({ find: 'c', filter, ...more });
export const update = (q: Document, u: Document | Document[], more: Document = {}): Document => ({
  update: 'c',
  updates: [{ q, u, ...more }],
});
export const pipeline = (...stages: Document[]): Document => ({ aggregate: 'c', pipeline: stages, cursor: {} });

const exact = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;
/** With types and in order. */
export const written = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

export type Answer = { batch?: unknown; reply?: unknown; after?: unknown; code?: number };

/** Puts the question to a fresh collection, and answers those parts that the case speaks of. */
export async function ask(db: Db, one: Case): Promise<Answer> {
  await db.command({ drop: 'c' }).catch(() => undefined);
  if (one.docs.length > 0) await db.collection('c').insertMany(one.docs.map((doc) => ({ ...doc })));
  for (const command of one.first ?? []) await db.command(command);
  const answer: Answer = {};
  try {
    const given = await db.command(one.command, exact);
    const [failed] = (given.writeErrors ?? []) as { code: unknown }[];
    if (failed) answer.code = Number(failed.code);
    if (one.batch) answer.batch = given.cursor.firstBatch;
    if (one.reply) answer.reply = Object.fromEntries(Object.keys(one.reply).map((name) => [name, given[name]]));
  } catch (error) {
    if (!(error instanceof MongoServerError)) throw error;
    answer.code = Number(error.code);
  }
  if (one.after) answer.after = await db.collection('c').find({}, exact).sort({ _id: 1 }).toArray();
  return answer;
}

export function expected({ batch, reply, after, code }: Case): Answer {
  return { ...(code === undefined ? {} : { code }), ...(batch ? { batch } : {}), ...(reply ? { reply } : {}), ...(after ? { after } : {}) };
}
