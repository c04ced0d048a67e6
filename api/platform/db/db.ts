/** The connection to the store and the collections that features define on it. Knows mongoose; knows no feature. */
import mongoose, { type Connection, type Model, type mongo, type Schema } from 'mongoose';

export type Db = { connection: Connection; close(): Promise<void> };

type Definition = { name: string; schema: Schema };
const definitions: Definition[] = [];

/**
 * Defines a collection once per process and answers a function from a connection to its model.
 * Fields that the schema does not know are an error, in documents and in filters.
 */
export function defineCollection<T>(name: string, schema: Schema<T>): (db: Db) => Model<T> {
  schema.set('strict', 'throw');
  schema.set('strictQuery', 'throw');
  schema.set('versionKey', false);
  schema.set('minimize', false);
  schema.set('autoIndex', false);
  schema.set('autoCreate', false);
  definitions.push({ name, schema: schema });
  return (db) => (db.connection.models[name] as Model<T> | undefined) ?? db.connection.model<T>(name, schema, name);
}

/**
 * The driver's own collection of a model, for what nearly every request asks or writes: the model's work on it is a seventh of the CPU time of such a question
 * and a third of such a write's. Writes are acknowledged as all others. Nothing is checked, changed or filled in, so it is only for questions and writes of
 * which every field stands in the code and every value is plain.
 */
export function plainly<T extends { _id: string }>(model: Model<T>): mongo.Collection<T> {
  const { db } = model.db;
  if (!db) throw new Error('Asked before the store was connected');
  return db.collection<T>(model.collection.collectionName);
}

/** Connects (writes are acknowledged by a majority and journaled, reads go to the primary) and makes every defined index. */
export async function connectDb(uri: string, dbName: string): Promise<Db> {
  const connection = await mongoose
    .createConnection(uri, {
      dbName,
      writeConcern: { w: 'majority', journal: true },
      readPreference: 'primary',
      serverSelectionTimeoutMS: 10_000,
    })
    .asPromise();
  for (const { name, schema } of definitions) {
    const model = connection.models[name] ?? connection.model(name, schema, name);
    if (schema.indexes().length > 0) await model.createIndexes();
  }
  return { connection, close: () => connection.close() };
}

/** Whether an error is the store's "this unique key exists already" (code 11000). */
export function isDuplicateKey(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 11000;
}
