/** Writing: `insert`, `update`, `delete`. Each statement stands for itself: what the ones before it did stays when it fails. */
import { Int32 } from 'bson';
import { docOf } from '../engine/row.ts';
import { asStoreError, StoreError } from '../errors.ts';
import { selectRows } from '../query/select.ts';
import { compileUpdate, upserted } from '../update/update.ts';
import { integerOf } from '../values/numbers.ts';
import { decode, encode, type Doc } from '../values/types.ts';
import { checkStatement } from './arguments.ts';
import { checkHint, collectionIn, docIn, docsIn, flagIn, nameIn, type Call, type Command } from './call.ts';

const mostStatements = 100_000;

/** Runs statements in turn and reports those that failed; in ordered mode none after the first failure. */
function each<T>(command: Doc, statements: T[], run: (statement: T, at: number) => void): Doc {
  if (statements.length === 0 || statements.length > mostStatements) {
    throw new StoreError(16, `Write batch sizes must be between 1 and ${mostStatements}. Got ${statements.length} operations.`);
  }
  const writeErrors: Doc[] = [];
  for (const [at, statement] of statements.entries()) {
    try {
      run(statement, at);
    } catch (error) {
      const { code, message, extra } = asStoreError(error);
      writeErrors.push({ index: new Int32(at), code: new Int32(code), ...extra, errmsg: message });
      if (flagIn(command, 'ordered', true)) break;
    }
  }
  return writeErrors.length > 0 ? { writeErrors } : {};
}

export const insert: Command = {
  writes: true,
  fields: ['documents', 'ordered', 'bypassDocumentValidation'],
  run({ engine, db, command }) {
    const collection = engine.obtain(db, nameIn(command));
    let n = 0;
    const failed = each(command, docsIn(command, 'documents') as unknown as Uint8Array[], (raw) => {
      collection.insert(raw);
      n += 1;
    });
    return { n: new Int32(n), ...failed };
  },
};

export const update: Command = {
  writes: true,
  fields: ['updates', 'ordered', 'bypassDocumentValidation'],
  unless: ['let'],
  run(call) {
    const { command } = call;
    let n = 0;
    let nModified = 0;
    const upserts: Doc[] = [];
    const failed = each(command, docsIn(command, 'updates'), (statement, at) => {
      checkStatement('update.updates', statement, ['q', 'u', 'upsert', 'multi', 'arrayFilters', 'hint']);
      const result = updateOne(call, statement);
      n += result.matched + (result.id === undefined ? 0 : 1);
      nModified += result.modified;
      if (result.id !== undefined) upserts.push({ index: new Int32(at), _id: result.id });
    });
    return { n: new Int32(n), nModified: new Int32(nModified), ...(upserts.length > 0 ? { upserted: upserts } : {}), ...failed };
  },
};

function updateOne(call: Call, statement: Doc): { matched: number; modified: number; id?: unknown } {
  const filter = docIn(statement, 'q');
  const change = compileUpdate(statement.u, filter, statement.arrayFilters);
  const isMulti = flagIn(statement, 'multi');
  if (isMulti && change.isReplacement) throw new StoreError(9, 'multi update is not supported for replacement-style update');
  const collection = collectionIn(call);
  checkHint(collection, statement.hint);
  const rows = selectRows(collection, filter, { limit: isMulti ? 0 : 1 });
  if (rows.length === 0 && flagIn(statement, 'upsert')) return { matched: 0, modified: 0, id: insertFor(call, change, filter)._id };
  let modified = 0;
  for (const row of rows) if (collection?.replace(row, change.change(decode(row.raw)))) modified += 1;
  return { matched: rows.length, modified };
}

/** What an upsert inserts when it found nothing. */
export function insertFor({ engine, db, command }: Call, change: ReturnType<typeof compileUpdate>, filter: Doc): Doc {
  return docOf(engine.obtain(db, nameIn(command)).insert(encode(upserted(change, filter))));
}

export const remove: Command = {
  writes: true,
  fields: ['deletes', 'ordered'],
  unless: ['let'],
  run(call) {
    const { command } = call;
    const collection = collectionIn(call);
    let n = 0;
    const failed = each(command, docsIn(command, 'deletes'), (statement) => {
      checkStatement('delete.deletes', statement, ['q', 'limit', 'hint']);
      const limit = integerOf(statement.limit);
      if (limit !== 0 && limit !== 1)
        throw new StoreError(9, `The limit field in delete objects must be 0 or 1. Got ${String(statement.limit)}`);
      checkHint(collection, statement.hint);
      const rows = selectRows(collection, docIn(statement, 'q'), { limit });
      for (const row of rows) collection?.remove(row);
      n += rows.length;
    });
    return { n: new Int32(n), ...failed };
  },
};
