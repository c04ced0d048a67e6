/** A store that says which collections were asked, in order: for what a page costs. */
import type { Db } from '#api/platform/db/db.ts';

const asking = ['find', 'findOne', 'findById', 'countDocuments', 'distinct'];

/** `asked`: names of collections, as often as they were asked. */
export function countedDb(db: Db): { db: Db; asked: string[] } {
  const asked: string[] = [];
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
      if (asking.includes(key)) asked.push(name);
      return Reflect.apply(found, model, given);
    };
  };
  const connection = new Proxy(db.connection, { get: (one, key) => (key === 'models' ? models : (Reflect.get(one, key) as unknown)) });
  return { db: { connection, close: () => db.close() }, asked };
}
