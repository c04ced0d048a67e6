/**
 * Turns at a service that takes so many calls a second for the whole tenant: all instances of Samtal take theirs from one place in the store, so
 * that together they keep the limit instead of finding it by being refused. Knows no service.
 */
import { Schema } from 'mongoose';
import { defineCollection, isDuplicateKey, type Db } from './db.ts';

/** `times`: the newest turns that were given, oldest first. `openAt`: none is given before. `count`: turns given so far. */
type TurnRecord = { _id: string; times: Date[]; openAt: Date; count: number };
const date = { type: Date, required: true };
const turns = defineCollection<TurnRecord>(
  'turns',
  new Schema<TurnRecord>({ _id: { type: String, required: true }, times: [Date], openAt: date, count: { type: Number, required: true } }),
);

export type TurnWish = {
  name: string;
  /** At most so many within so long. */
  most: number;
  perMs: number;
  /** Turns later than this are not taken. */
  withinMs: number;
  now: Date;
};
type Turn = { at: Date } | { closedMs: number };

/** What lies farther ahead was written by another clock. */
const farthestMs = 20 * 60_000;

/** The instant of the next free turn, which is the caller's from now on; or how long it would be until one, when that is too long to wait. */
export async function takeTurn(db: Db, wish: TurnWish): Promise<Turn> {
  const { name, most, perMs, withinMs, now } = wish;
  for (;;) {
    const last = await turns(db).findById(name).lean<TurnRecord>().exec();
    const known = (last?.times ?? []).filter((at) => at.getTime() - now.getTime() < farthestMs);
    const oldest = known.length >= most ? known[known.length - most] : undefined;
    const opensAt = last && last.openAt.getTime() - now.getTime() < farthestMs ? last.openAt.getTime() : 0;
    const at = new Date(Math.max(now.getTime(), opensAt, oldest ? oldest.getTime() + perMs : 0));
    if (at.getTime() - now.getTime() > withinMs) return { closedMs: at.getTime() - now.getTime() };
    if (await write(db, name, last, [...known.slice(1 - most), at])) return { at };
  }
}

/** False when somebody else took that turn first. */
async function write(db: Db, name: string, last: TurnRecord | null, times: Date[]): Promise<boolean> {
  if (last) {
    const change = { $set: { times }, $inc: { count: 1 } };
    return (await turns(db).updateOne({ _id: name, count: last.count, openAt: last.openAt }, change)).modifiedCount > 0;
  }
  try {
    await turns(db).create({ _id: name, times, openAt: new Date(0), count: 1 });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

/** Gives no turn before then: the service has asked everybody to wait. */
export async function closeTurns(db: Db, name: string, until: Date): Promise<void> {
  await turns(db).updateOne({ _id: name, openAt: { $lt: until } }, { $set: { openAt: until } });
}
