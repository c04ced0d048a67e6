/** The store answers as MongoDB's manual says; with MONGODB_URI set, the server there is asked the same and has to answer alike. */
import { randomUUID } from 'node:crypto';
import { MongoClient, type Db } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startStore } from '#infra/local/mongo/start.ts';
import { ask, expected, written, type Case } from './engine/case.ts';
import { pipelineCases, refusalCases } from './engine/other-cases.ts';
import { readCases } from './engine/read-cases.ts';
import { writeCases } from './engine/write-cases.ts';

const groups: [string, Case[]][] = [
  ['reads', readCases],
  ['writes', writeCases],
  ['pipelines', pipelineCases],
  ['refusals', refusalCases],
];
const otherUri = process.env.MONGODB_URI;

const opened: (() => Promise<unknown>)[] = [];
async function open(uri: string): Promise<Db> {
  const client = await new MongoClient(uri).connect();
  const db = client.db(`likeness-${randomUUID().slice(0, 8)}`);
  opened.push(async () => {
    await db.dropDatabase();
    await client.close();
  });
  return db;
}

let engine: Db;
beforeAll(async () => {
  const store = await startStore({ port: 0 });
  opened.push(() => store.stop());
  engine = await open(store.uri);
});
afterAll(async () => {
  for (const close of opened.reverse()) await close();
});

describe.each(groups)('the store: %s', (_group, cases) => {
  it.each(cases)('$name', async (one) => {
    expect(written(await ask(engine, one))).toBe(written(expected(one)));
  });
});

describe.runIf(otherUri)('the server of MONGODB_URI, asked the same', () => {
  let other: Db;
  beforeAll(async () => {
    other = await open(otherUri ?? '');
  });

  describe.each(groups)('%s', (_group, cases) => {
    it.each(cases.filter(({ differs }) => !differs))('$name', async (one) => {
      expect(written(await ask(other, one))).toBe(written(await ask(engine, one)));
    });
  });
});
