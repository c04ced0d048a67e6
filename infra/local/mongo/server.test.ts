/** What goes over the wire: the handshake, frames that are none, answers that nobody wants, documents that are too large. */
import { connect, type Socket } from 'node:net';
import { deserialize, serialize } from 'bson';
import { Double, Int32, MongoClient, MongoServerError } from 'mongodb';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { givenStore, type Given } from '#test/given/store.ts';

let given: Given;
beforeAll(async () => {
  given = await givenStore();
});
afterAll(() => given.stop());

const port = (): number => Number(new URL(given.uri).port);
const codeOf = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no error',
    (error: unknown) => (error instanceof MongoServerError ? error.code : error),
  );

/** Sends bytes and answers what came back until the end, or until there is one whole message. */
async function exchange(bytes: Buffer): Promise<Buffer> {
  const socket: Socket = connect(port(), '127.0.0.1');
  const parts: Buffer[] = [];
  const answer = new Promise<Buffer>((resolve) => {
    socket.on('close', () => resolve(Buffer.concat(parts)));
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => {
      parts.push(part);
      const all = Buffer.concat(parts);
      if (all.length >= 4 && all.length >= all.readInt32LE(0)) socket.end();
    });
  });
  socket.write(bytes);
  return answer;
}

function message(operation: number, ...parts: Buffer[]): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + Buffer.concat(parts).length, 0);
  head.writeInt32LE(77, 4);
  head.writeInt32LE(operation, 12);
  return Buffer.concat([head, ...parts]);
}
const number = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};
const msg = (command: object, flags = 0): Buffer => message(2013, number(flags), Buffer.from([0]), Buffer.from(serialize(command)));

describe('the handshake', () => {
  it('says: the one member of a replica set, and its primary', async () => {
    const hello = await given.db.admin().command({ hello: 1 });
    expect(hello).toMatchObject({ isWritablePrimary: true, setName: 'rs0', maxWireVersion: 21, logicalSessionTimeoutMinutes: 30, ok: 1 });
    expect(hello.hosts).toEqual([`127.0.0.1:${port()}`]);
  });

  it('answers an old hello in OP_QUERY with OP_REPLY', async () => {
    const query = message(2004, number(0), Buffer.from('admin.$cmd\0'), number(0), number(-1), Buffer.from(serialize({ isMaster: 1 })));
    const reply = await exchange(query);
    expect([reply.readInt32LE(8), reply.readInt32LE(12), reply.readInt32LE(32)]).toEqual([77, 1, 1]);
    expect(deserialize(reply.subarray(36))).toMatchObject({ ismaster: true, ok: 1 });
  });

  it('lets mongoose connect with durable writes', async () => {
    const connection = await mongoose
      .createConnection(given.uri, { dbName: 'm', writeConcern: { w: 'majority', journal: true }, readPreference: 'primary' })
      .asPromise();
    const Thing = connection.model('Thing', new mongoose.Schema({ name: { type: String, unique: true } }, { autoIndex: false }));
    await Thing.createIndexes();
    await Thing.create({ name: 'a' });
    await expect(Thing.create({ name: 'a' })).rejects.toMatchObject({ code: 11000 });
    expect(await Thing.countDocuments({ name: /a/ })).toBe(1);
    await connection.close();
  });

  it('lets a driver connect to it directly', async () => {
    const client = await new MongoClient(`mongodb://127.0.0.1:${port()}/?directConnection=true`).connect();
    expect(await client.db('x').command({ ping: 1 })).toMatchObject({ ok: 1 });
    await client.close();
  });
});

describe('a message that is none', () => {
  it.each([
    ['a length of nothing', number(0)],
    ['a length beyond all bounds', number(0x7fffffff)],
    ['a negative length', number(-5)],
  ])('ends the connection: %s', async (_name, bytes) => {
    expect((await exchange(bytes)).length).toBe(0);
    expect(await given.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it.each<[string, Buffer, number]>([
    ['an operation of long ago', message(2002, number(0)), 2],
    ['a section that is cut off', message(2013, number(0), Buffer.from([0]), number(1000)), 22],
    ['a section of an unknown kind', message(2013, number(0), Buffer.from([9]), Buffer.from(serialize({}))), 2],
    ['flags nobody knows', msg({ ping: 1, $db: 'x' }, 4), 2],
    ['a body that is no BSON', message(2013, number(0), Buffer.from([0]), Buffer.from([9, 0, 0, 0, 0x99, 0x61, 0, 1, 0])), 22],
    ['no body at all', message(2013, number(0)), 2],
  ])('is answered with an error, and the server goes on: %s', async (_name, bytes, code) => {
    const reply = await exchange(bytes);
    expect(reply.readInt32LE(8)).toBe(77);
    expect(deserialize(reply.subarray(21))).toMatchObject({ ok: 0, code });
    expect(await given.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('arrives in as many pieces as it likes', async () => {
    const socket = connect({ port: port(), host: '127.0.0.1', noDelay: true });
    const answer = new Promise<Buffer>((resolve) => socket.once('data', resolve));
    const bytes = Buffer.concat([msg({ ping: 1, $db: 'x' }), msg({ ping: 1, $db: 'x' })]);
    for (const byte of bytes) await new Promise((resolve) => socket.write(Buffer.from([byte]), resolve));
    expect((await answer).readInt32LE(8)).toBe(77);
    socket.destroy();
  });
});

describe('a command', () => {
  it('that asks for no answer gets none, and is done', async () => {
    const quiet = given.db.collection('quiet', { writeConcern: { w: 0 } });
    await quiet.insertOne({ _id: 1 as never });
    await expect.poll(() => given.db.collection('quiet').countDocuments()).toBe(1);
  });

  it('with a document over 16 MB is refused, also when it grows by an update', async () => {
    const large = given.db.collection<{ _id: number; text: string }>('large');
    await large.insertOne({ _id: 1, text: 'x'.repeat(9_000_000) });
    const both = [{ $set: { text: { $concat: ['$text', '$text'] } } }];
    expect(await codeOf(large.updateOne({ _id: 1 }, both))).toBe(17419);
    const raw = { insert: 'large', documents: [{ _id: 2, text: 'x'.repeat(17_000_000) }] };
    expect((await given.db.command(raw)).writeErrors).toMatchObject([{ index: 0, code: 2 }]);
    expect(await large.countDocuments()).toBe(1);
  });

  it('with a document nested without end is refused, and the server goes on', async () => {
    let deep: object = {};
    for (let level = 0; level < 3000; level += 1) deep = { a: deep };
    await codeOf(given.db.collection('deep').insertOne(deep));
    expect(await given.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('of a transaction is refused', async () => {
    const session = given.client.startSession();
    const work = session.withTransaction(() => given.db.collection('t').insertOne({ a: 1 }, { session }));
    await expect(work).rejects.toThrow('This store has no transactions');
    await session.endSession();
  });

  it('keeps every type and the order of fields', async () => {
    const types = given.db.collection('types', { promoteValues: false });
    const document = { z: new Double(1), a: new Int32(1), '10': 'x', nested: { b: null, a: [new Double(2)] } };
    const { insertedId } = await types.insertOne(document);
    const found = await types.findOne({ _id: insertedId });
    expect(found).toEqual({ _id: insertedId, ...document });
    expect(Buffer.from(serialize(found ?? {})).equals(Buffer.from(serialize({ _id: insertedId, ...document })))).toBe(true);
  });
});

describe('results in batches', () => {
  it('come whole, in order, and as they were when asked for', async () => {
    const many = given.db.collection<{ _id: number }>('many');
    await many.insertMany(Array.from({ length: 1000 }, (_, _id) => ({ _id })));
    const cursor = many.find({}, { batchSize: 10 });
    const first = await cursor.next();
    await many.deleteMany({ _id: { $gte: 500 } });
    const rest = await cursor.toArray();
    expect([first, ...rest].map((doc) => doc?._id)).toEqual(Array.from({ length: 1000 }, (_, _id) => _id));
  });

  it('can be given up', async () => {
    const cursor = given.db.collection('many').find({}, { batchSize: 2 });
    await cursor.next();
    const { id } = cursor;
    await cursor.close();
    expect(await codeOf(given.db.command({ getMore: id, collection: 'many' }))).toBe(43);
  });

  it('fit into a message, however large the documents are', async () => {
    const big = given.db.collection('big');
    for (let at = 0; at < 5; at += 1) await big.insertOne({ text: 'x'.repeat(5_000_000) });
    expect((await big.find().toArray()).length).toBe(5);
  });
});

describe('databases', () => {
  it('know nothing of each other, are listed and dropped', async () => {
    const [one, two] = [given.client.db('one'), given.client.db('two')];
    await one.collection('c').insertOne({ a: 1 });
    await two.collection('c').insertOne({ a: 2 });
    const names = async (): Promise<string[]> => (await given.db.admin().listDatabases()).databases.map(({ name }) => name);
    expect(await names()).toEqual(expect.arrayContaining(['one', 'two']));
    expect((await one.listCollections().toArray()).map(({ name }) => name)).toEqual(['c']);
    await one.dropDatabase();
    expect(await names()).not.toContain('one');
    expect(await two.collection('c').countDocuments()).toBe(1);
  });
});
