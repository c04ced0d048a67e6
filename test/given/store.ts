/** A running store with a connection to it, put away at the end. */
import { MongoClient, type Db } from 'mongodb';
import { startStore, type StoreOptions } from '#infra/local/mongo/start.ts';

export type Given = { uri: string; client: MongoClient; db: Db; stop(): Promise<void> };

/** Writes are acknowledged and journaled as the product asks for it. */
export async function givenStore(options: StoreOptions = {}): Promise<Given> {
  const store = await startStore(options);
  const client = await new MongoClient(store.uri, { writeConcern: { w: 'majority', journal: true } }).connect();
  return {
    uri: store.uri,
    client,
    db: client.db('given'),
    async stop() {
      await client.close();
      await store.stop();
    },
  };
}
