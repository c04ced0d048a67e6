/** Results that are read in batches. A cursor holds what was there when it was opened. */
import { randomBytes } from 'node:crypto';
import { Int32, Long } from 'bson';
import { StoreError } from '../errors.ts';
import { type Doc } from '../values/types.ts';
import { arrayOf, arrayType, documentOf, element, fieldsOf, objectType } from '../wire/raw.ts';
import { countIn, docsIn, type Call, type Command, type Cursors } from './call.ts';

const firstBatchSize = 101;
const batchBytes = 16 * 1024 * 1024;
const idleMs = 10 * 60_000;

/** The answer with the first batch; opens a cursor when there is more. `batchSize` null: the server chooses. */
export function firstBatch(cursors: Cursors, namespace: string, raws: Uint8Array[], batchSize: number | null, single = false): Uint8Array {
  const size = fitting(raws, batchSize ?? firstBatchSize);
  let id = Long.ZERO;
  if (size < raws.length && !single) {
    const now = Date.now();
    for (const [key, { usedAt }] of cursors) if (now - usedAt > idleMs) cursors.delete(key);
    id = Long.fromBigInt(BigInt.asIntN(63, randomBytes(8).readBigInt64LE()) | 1n);
    cursors.set(id.toString(), { namespace, rest: raws.slice(size), usedAt: now });
  }
  return batch('firstBatch', raws.slice(0, size), id, namespace);
}

/** How many of the first documents make a batch. */
function fitting(raws: Uint8Array[], most: number): number {
  let bytes = 0;
  let size = 0;
  for (const raw of raws) {
    bytes += raw.length;
    if (size >= most || (bytes > batchBytes && size > 0)) break;
    size += 1;
  }
  return size;
}

function batch(name: string, raws: Uint8Array[], id: Long, ns: string): Uint8Array {
  const cursor = documentOf([element(arrayType, name, arrayOf(raws)), fieldsOf({ id, ns })]);
  return documentOf([element(objectType, 'cursor', cursor), fieldsOf({ ok: new Int32(1) })]);
}

export const getMore: Command = {
  fields: ['collection', 'batchSize'],
  run({ cursors, db, command }) {
    const id = Long.fromValue(command.getMore as Long);
    const open = cursors.get(id.toString());
    if (!open || open.namespace !== `${db}.${String(command.collection)}`) throw new StoreError(43, `cursor id ${id.toString()} not found`);
    const size = fitting(open.rest, countIn(command, 'batchSize', 0) || Infinity);
    const raws = open.rest.slice(0, size);
    open.rest = open.rest.slice(size);
    open.usedAt = Date.now();
    if (open.rest.length === 0) cursors.delete(id.toString());
    return batch('nextBatch', raws, open.rest.length === 0 ? Long.ZERO : id, open.namespace);
  },
};

export const killCursors: Command = {
  fields: ['cursors'],
  run({ cursors, command }: Call): Doc {
    const cursorsKilled: unknown[] = [];
    const cursorsNotFound: unknown[] = [];
    for (const id of docsIn(command, 'cursors') as unknown as Long[])
      (cursors.delete(id.toString()) ? cursorsKilled : cursorsNotFound).push(id);
    return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
  },
};
