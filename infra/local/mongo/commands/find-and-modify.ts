/** `findAndModify`: one document found, changed or removed, and answered, with nothing in between. */
import { Int32 } from 'bson';
import { docOf } from '../engine/row.ts';
import { StoreError } from '../errors.ts';
import { compileProjection } from '../query/projection.ts';
import { selectRows } from '../query/select.ts';
import { readSort } from '../query/sort.ts';
import { compileUpdate } from '../update/update.ts';
import { decode, type Doc } from '../values/types.ts';
import { checkHint, collectionIn, docIn, flagIn, type Command } from './call.ts';
import { insertFor } from './write.ts';

export const findAndModify: Command = {
  writes: true,
  fields: ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'arrayFilters', 'hint', 'bypassDocumentValidation'],
  unless: ['let'],
  run(call) {
    const { command } = call;
    const filter = docIn(command, 'query');
    const project = compileProjection(command.fields, filter);
    const isRemoval = flagIn(command, 'remove');
    const wantsNew = flagIn(command, 'new');
    const isUpsert = flagIn(command, 'upsert');
    if (isRemoval && (command.update !== undefined || wantsNew || isUpsert)) {
      throw new StoreError(9, "Cannot specify 'update', 'new' or 'upsert' along with 'remove'");
    }
    if (!isRemoval && command.update === undefined) throw new StoreError(9, 'Either an update or remove=true must be specified');
    const change = isRemoval ? null : compileUpdate(command.update, filter, command.arrayFilters);
    const collection = collectionIn(call);
    checkHint(collection, command.hint);
    const [row] = selectRows(collection, filter, { sort: readSort(command.sort), limit: 1 });
    const answer = (doc: Doc | null, lastErrorObject: Doc): Doc => ({ lastErrorObject, value: doc && (project ? project(doc) : doc) });
    if (row && !change) {
      collection?.remove(row);
      return answer(docOf(row), { n: new Int32(1) });
    }
    if (row && change) {
      const before = docOf(row);
      collection?.replace(row, change.change(decode(row.raw)));
      return answer(wantsNew ? docOf(row) : before, { n: new Int32(1), updatedExisting: true });
    }
    if (!change || !isUpsert) return answer(null, { n: new Int32(0), ...(change ? { updatedExisting: false } : {}) });
    const made = insertFor(call, change, filter);
    return answer(wantsNew ? made : null, { n: new Int32(1), updatedExisting: false, upserted: made._id });
  },
};
