/**
 * Documents that can be closed to writing: every write has `closedBy: 0` in its filter, so that closing is one write no other can slip past.
 * Closings are numbered; a late closing never takes the place of a newer one. Decides nothing about when.
 */
import type { Model } from 'mongoose';
import { isDuplicateKey } from './db.ts';

/** `closedBy`: number of the closing; 0 while it is open. */
export type Closable = { _id: string; tenantId: string; closedBy: number };
/** Of a document that is kept per talk. */
export type OfTalk = { tenantId: string; talkId: string };

const filterOf = ({ tenantId, talkId }: OfTalk): object => ({ _id: talkId, tenantId });
/** What stands in the filter of every write. */
export const whileOpen = (of: OfTalk): { _id: string; tenantId: string; closedBy: 0 } => ({
  _id: of.talkId,
  tenantId: of.tenantId,
  closedBy: 0,
});

/** Closes it, also before anything was written. */
export async function close<T extends Closable>(model: Model<T>, of: OfTalk, number: number): Promise<void> {
  await orOnceMore(() => model.updateOne(filterOf(of), { $max: { closedBy: number } }, { upsert: true }).exec());
}

/** By which closing it is closed; 0: it is open. */
export async function readClosing<T extends Closable>(model: Model<T>, of: OfTalk): Promise<number> {
  const found = await model.findOne(filterOf(of), { closedBy: 1 }).lean<Closable>().exec();
  return found?.closedBy ?? 0;
}

/** Opens it again, unless another closing has come meanwhile. */
export async function reopen<T extends Closable>(model: Model<T>, of: OfTalk, number: number): Promise<void> {
  await model.updateOne({ ...filterOf(of), closedBy: number }, { $set: { closedBy: 0 } }).exec();
}

/**
 * Runs a write that makes its document when there is none. When that fails on the document's key it exists: a second run then finds it, or fails
 * the same way because the rest of its filter does not hold.
 */
export async function orOnceMore<R>(write: () => Promise<R>): Promise<R> {
  try {
    return await write();
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return write();
  }
}
