/** Commands when the disk fails: nothing is acknowledged that is not safe. */
import { deserialize, Long, Binary } from 'bson';
import { describe, expect, it } from 'vitest';
import { noDisk, type Disk } from '../engine/disk.ts';
import { createEngine } from '../engine/engine.ts';
import { encode, type Doc } from '../values/types.ts';
import { answer } from './run.ts';
import { createSessions } from './sessions.ts';

const callOn = (disk: Disk): ((command: Doc) => Promise<Doc>) => {
  const shared = { engine: createEngine(disk, []), sessions: createSessions(disk, [], 0), cursors: new Map() };
  return async (command) => deserialize(await answer({ ...shared, host: 'h', connection: 1, db: 'd', command }));
};
const insert = (_id: number): Doc => ({ insert: 'c', documents: [encode({ _id })], $db: 'd' });

describe('a write', () => {
  it('is answered only when the disk has it', async () => {
    let flush = (): void => undefined;
    const call = callOn({ ...noDisk, durable: () => new Promise((resolve) => (flush = resolve)) });
    let answered = false;
    const writing = call(insert(1)).then((reply) => {
      answered = true;
      return reply;
    });
    expect(await call({ ping: 1, $db: 'd' })).toEqual({ ok: 1 });
    expect(answered).toBe(false);
    flush();
    expect(await writing).toMatchObject({ n: 1, ok: 1 });
  });

  it('is an error when the disk fails, also when it would have changed nothing', async () => {
    const call = callOn({ ...noDisk, durable: () => Promise.reject(new Error('The store could not be written: no space')) });
    expect(await call(insert(1))).toMatchObject({ ok: 0, errmsg: 'The store could not be written: no space' });
    const same = { update: 'c', updates: [{ q: { _id: 1 }, u: { $setOnInsert: { a: 1 } }, upsert: true }], $db: 'd' };
    expect(await call(same)).toMatchObject({ ok: 0 });
  });

  it('that is sent again while the first one still waits is done once', async () => {
    let flush = (): void => undefined;
    const flushed = new Promise<void>((resolve) => (flush = resolve));
    const call = callOn({ ...noDisk, durable: () => flushed });
    const change = { q: { _id: 1 }, u: { $inc: { n: 1 } }, upsert: true };
    const command = { update: 'c', updates: [change], lsid: { id: new Binary(Buffer.alloc(16), 4) }, txnNumber: Long.ONE, $db: 'd' };
    const both = Promise.all([call(command), call(command)]);
    flush();
    const [first, second] = await both;
    expect(second).toEqual(first);
    expect((await call({ find: 'c', $db: 'd' })).cursor).toMatchObject({ firstBatch: [{ _id: 1, n: 1 }] });
  });
});
