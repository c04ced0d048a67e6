/**
 * A store of which the n-th write does not happen any more: whoever writes through it dies there, inside one process and without a connection of its own. Of what
 * was written before, everything is there. For work that reaches nothing but the store; mortal.ts kills lives that reach more.
 */
import type { Db } from '#api/platform/db/db.ts';

export class Died extends Error {}
export type MortalDb = { db: Db; /** Writes that were asked for, by name. */ writes: string[] };

const writing = ['updateOne', 'updateMany', 'deleteOne', 'deleteMany', 'findOneAndUpdate', 'bulkWrite', 'create'];

/** @param diesAt which write it dies before; the first is 1 */
export function mortalDb(db: Db, diesAt: number): MortalDb {
  const writes: string[] = [];
  const count = (name: string): void => {
    writes.push(name);
    if (writes.length >= diesAt) throw new Died(`before ${name}`);
  };
  const models = new Proxy(db.connection.models, {
    get(all, name: string) {
      const model = all[name];
      return model && new Proxy(model, { get: (one, key: string) => counted(one, key, name) });
    },
  });
  const counted = (model: object, key: string, name: string): unknown => {
    const found: unknown = Reflect.get(model, key);
    if (typeof found !== 'function') return found;
    return (...given: unknown[]): unknown => {
      if (writing.includes(key)) count(`${key} ${name}`);
      return Reflect.apply(found, model, given);
    };
  };
  const connection = new Proxy(db.connection, { get: (one, key) => (key === 'models' ? models : (Reflect.get(one, key) as unknown)) });
  return { db: { connection, close: () => db.close() }, writes };
}
