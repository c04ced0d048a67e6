/** What was acknowledged stays: over a restart, over kill -9, and once only when a write is sent again. Two stores never share a folder. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Binary, Decimal128, Long, MongoClient, type Document } from 'mongodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { givenStore, type Given } from '#test/given/store.ts';

let dir: string;
const ends: (() => unknown)[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  rmSync(dir, { recursive: true });
});

const started = async (): Promise<Given> => {
  const given = await givenStore({ dir });
  ends.push(() => given.stop());
  return given;
};

const root = fileURLToPath(new URL('../../../', import.meta.url));
/** The store as `npm run store` starts it, in a process of its own. */
function run(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'infra/local/mongo/main.ts', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  ends.push(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  });
  return child;
}
async function running(...args: string[]): Promise<{ child: ChildProcess; client: MongoClient }> {
  const child = run('--data', dir, '--port', '0', ...args);
  if (!child.stdout) throw new Error('No output');
  const [uri] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:\d+\//);
  const client = await new MongoClient(uri, { writeConcern: { w: 'majority', journal: true } }).connect();
  ends.push(() => client.close());
  return { child, client };
}
async function ended(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  const parts: Buffer[] = [];
  child.stderr?.on('data', (part: Buffer) => parts.push(part));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: Buffer.concat(parts).toString() };
}

describe('a restart', () => {
  it('keeps documents with their types and order, collections and indexes', async () => {
    const before = await givenStore({ dir });
    const docs: Document[] = [
      {
        _id: 'z',
        n: Long.fromNumber(1),
        d: Decimal128.fromString('1.10'),
        b: new Binary(Buffer.from([1, 2]), 4),
        '5': null,
        a: [{ x: 1.5 }],
      },
      { _id: 'a', n: 2 },
    ];
    const things = before.db.collection<Document & { _id: string }>('things', { promoteValues: false });
    await things.insertMany(docs as (Document & { _id: string })[]);
    await things.createIndex({ n: 1 }, { unique: true });
    await before.db.createCollection('empty');
    await before.db.collection('gone').insertOne({ a: 1 });
    await before.db.collection('gone').drop();
    await things.updateOne({ _id: 'a' }, { $set: { n: 3 } });
    await things.insertOne({ _id: 'm', n: 9 });
    await things.deleteOne({ _id: 'm' });
    const all = await things.find().toArray();
    await before.stop();

    const after = await started();
    expect(await after.db.collection('things', { promoteValues: false }).find().toArray()).toEqual(all);
    expect((await after.db.listCollections().toArray()).map(({ name }) => name).sort()).toEqual(['empty', 'things']);
    expect((await after.db.collection('things').indexes()).map(({ name }) => name)).toEqual(['_id_', 'n_1']);
    await expect(after.db.collection('things').insertOne({ n: 3 })).rejects.toMatchObject({ code: 11000 });
  });

  it('answers a write that is sent again, and does not do it again', async () => {
    const session = { id: new Binary(Buffer.alloc(16, 7), 4) };
    const again = {
      findAndModify: 'counts',
      query: { _id: 1 },
      update: { $inc: { n: 1 } },
      upsert: true,
      new: true,
      lsid: session,
      txnNumber: Long.ONE,
    };
    const before = await givenStore({ dir });
    // The driver numbers its own commands; this one carries its number itself.
    const first = await rawCommand(before.uri, again);
    expect(first.value).toEqual({ _id: 1, n: 1 });
    expect(await rawCommand(before.uri, again)).toEqual(first);
    await before.stop();

    const after = await started();
    expect(await rawCommand(after.uri, again)).toEqual(first);
    expect(await after.db.collection<{ _id: number }>('counts').findOne({ _id: 1 })).toEqual({ _id: 1, n: 1 });
    expect((await rawCommand(after.uri, { ...again, txnNumber: Long.fromNumber(2) })).value).toEqual({ _id: 1, n: 2 });
    expect(await rawCommand(after.uri, again)).toMatchObject({ ok: 0, code: 225 });
  });
});

/** One command over a connection without a driver. */
async function rawCommand(uri: string, command: Document): Promise<Document> {
  const { connect } = await import('node:net');
  const { deserialize, serialize } = await import('bson');
  const body = Buffer.from(serialize({ ...command, $db: 'given' }));
  const head = Buffer.alloc(21);
  head.writeInt32LE(21 + body.length, 0);
  head.writeInt32LE(2013, 12);
  const socket = connect(Number(new URL(uri).port), '127.0.0.1');
  socket.write(Buffer.concat([head, body]));
  const [reply] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return deserialize(reply.subarray(21));
}

describe('kill -9', () => {
  it('right after an acknowledged write loses nothing of it', async () => {
    const { child, client } = await running();
    const counts = client.db('given').collection<{ _id: string; n: number; list: number[] }>('counts');
    for (let step = 1; step <= 20; step += 1) {
      await Promise.all([
        counts.insertOne({ _id: `row ${step}`, n: step, list: [] }),
        counts.updateOne({ _id: 'a' }, { $inc: { n: 1 }, $push: { list: step } }, { upsert: true }),
      ]);
    }
    child.kill('SIGKILL');
    await once(child, 'exit');
    const after = await started();
    const kept = await after.db.collection<{ _id: string }>('counts').find().toArray();
    expect(kept.find(({ _id }) => _id === 'a')).toMatchObject({ n: 20, list: { length: 20 } });
    expect(kept.length).toBe(21);
  });
});

describe('npm run store', () => {
  it('ends cleanly when it is asked to, and its folder is free again', async () => {
    const { child, client } = await running();
    await client.db('given').collection('c').insertOne({ a: 1 });
    await client.close();
    child.kill('SIGINT');
    expect((await ended(child)).code).toBe(0);
    const after = await started();
    expect(await after.db.collection('c').countDocuments()).toBe(1);
  });

  it('names a port that is taken, and ends with 1', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    ends.push(() => other.close());
    const { port } = other.address() as AddressInfo;
    const { code, said } = await ended(run('--port', String(port)));
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken`);
  });

  it('refuses a folder that another store has', async () => {
    await started();
    const { code, said } = await ended(run('--data', dir, '--port', '0'));
    expect(code).toBe(1);
    expect(said).toContain('is in use by another store');
  });

  it('refuses options it does not know', async () => {
    expect((await ended(run('--prot', '1'))).code).toBe(2);
  });
});
