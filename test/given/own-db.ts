/** A store for the tests of one file, and a database of its own for each of them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { connectDb, type Db } from '#api/platform/db/db.ts';
import { startStore } from '#infra/local/mongo/start.ts';

/** Called once at the top of a test file; the answer gives the database of the test that runs. */
export function givenOwnDb(name: string): () => Db {
  let store: Awaited<ReturnType<typeof startStore>>;
  let db: Db;
  beforeAll(async () => {
    store = await startStore({});
  });
  afterAll(() => store.stop());
  beforeEach(async () => {
    db = await connectDb(store.uri, `${name}-${randomUUID().slice(0, 8)}`);
    return () => db.close();
  });
  return () => db;
}
