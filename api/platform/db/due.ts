/**
 * Due marks: work recorded inside the document it belongs to, in the same write as the fact that causes it. A worker claims a mark with a
 * lease; every claim raises the fence, and only the holder of the current fence may write the effect. Decides nothing about the work itself.
 */
import { randomUUID } from 'node:crypto';
import { Schema, type Model } from 'mongoose';

/**
 * `at`: when the work is due. `leaseUntil`: another worker may claim after it. `attempts`: claims so far since it became due. `claim`: which
 * claim of many marks at once took it, so that the marks it got can be told from those that others got.
 */
export type Due = { at: Date; fence: number; leaseUntil: Date | null; attempts: number; claim?: string | null };

export const dueSchema = new Schema<Due>(
  {
    at: { type: Date, required: true },
    fence: { type: Number, required: true },
    leaseUntil: { type: Date, default: null },
    attempts: { type: Number, required: true },
    claim: { type: String, default: null },
  },
  { _id: false },
);

/** Claims of one mark stay far below it. */
const fencesPerMs = 1000;

/** A fresh mark. Its fence begins above every fence of an earlier mark in its place, whose holder must not close this one. */
export const dueAt = (at: Date): Due => ({ at, fence: at.getTime() * fencesPerMs, leaseUntil: null, attempts: 0 });

const leaseMs = 60_000;
/** Until when a claim made or renewed now holds. */
export const leaseFrom = (now: Date): Date => new Date(now.getTime() + leaseMs);

/** Filter of the documents whose mark at `path` is due and nobody's. */
export const freeAt = (path: string, now: Date): object => ({
  [`${path}.at`]: { $lte: now },
  $or: [{ [`${path}.leaseUntil`]: null }, { [`${path}.leaseUntil`]: { $lte: now } }],
});

/** Claims those of these documents whose mark is still due and nobody's, in two calls however many they are; answers those it got. */
export async function claimAll<T>(model: Model<T>, path: string, ids: string[], now: Date): Promise<T[]> {
  const claim = randomUUID();
  const taken = {
    $set: { [`${path}.leaseUntil`]: leaseFrom(now), [`${path}.claim`]: claim },
    $inc: { [`${path}.fence`]: 1, [`${path}.attempts`]: 1 },
  };
  await model.updateMany({ _id: { $in: ids }, ...freeAt(path, now) } as object, taken as object);
  return model
    .find({ _id: { $in: ids }, [`${path}.claim`]: claim } as object)
    .lean<T[]>()
    .exec();
}

/** Claims the longest waiting document whose mark at `path` is due; null when nothing is. */
export async function claimDue<T>(model: Model<T>, path: string, now: Date): Promise<T | null> {
  const free = freeAt(path, now);
  const claim = {
    $set: { [`${path}.leaseUntil`]: leaseFrom(now) },
    $inc: { [`${path}.fence`]: 1, [`${path}.attempts`]: 1 },
  };
  return model
    .findOneAndUpdate(free, claim as object, { sort: { [`${path}.at`]: 1 }, returnDocument: 'after' })
    .lean<T>()
    .exec();
}

/** Puts a claimed mark off until `at`, if the fence still holds. */
export async function putOff<T>(model: Model<T>, id: unknown, path: string, fence: number, at: Date): Promise<void> {
  await model
    .updateOne({ _id: id, [`${path}.fence`]: fence } as object, { $set: { [`${path}.at`]: at, [`${path}.leaseUntil`]: null } } as object)
    .exec();
}
