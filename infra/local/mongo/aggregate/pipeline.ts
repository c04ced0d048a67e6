/** Runs a pipeline: its first stages on stored documents, with indexes and exact types; the rest by mingo. */
import { Aggregator } from 'mingo/aggregator';
import { Int32 } from 'bson';
import type { Collection } from '../engine/collection.ts';
import { docOf } from '../engine/row.ts';
import { StoreError } from '../errors.ts';
import { selectRows } from '../query/select.ts';
import { readSort } from '../query/sort.ts';
import { toPlain, toTyped } from '../values/plain.ts';
import { integerOf, numberOf } from '../values/numbers.ts';
import { isDoc, isNumber, type Doc } from '../values/types.ts';
import { computed } from './expression.ts';
import { checkPipeline, mingoOptions } from './stages.ts';

export type Resolve = (name: string) => Collection | null;

/** Documents that come out. `collection` is null where there is none, or for a pipeline that starts with `$documents`. */
export function runPipeline(collection: Collection | null, pipeline: unknown, resolve: Resolve): Doc[] {
  checkPipeline(pipeline);
  const { filter, sort, skip, limit, rest } = leading(pipeline);
  const rows = selectRows(collection, filter, { sort: readSort(sort), skip, limit });
  const counted = countField(rest[0]);
  if (counted && rest.length === 1) return rows.length === 0 ? [] : [counted(rows.length)];
  if (rest.length === 0) return rows.map(docOf);
  return compute(
    rest,
    rows.map((row) => toPlain(docOf(row)) as Doc),
    resolve,
  );
}

function compute(pipeline: Doc[], docs: Doc[], resolve: Resolve): Doc[] {
  const read = new Map<string, Doc[]>();
  const collectionResolver = (name: string): Doc[] => {
    const found = read.get(name) ?? [...(resolve(name)?.rows.values() ?? [])].map((row) => toPlain(docOf(row)) as Doc);
    read.set(name, found);
    return found;
  };
  const plain = pipeline.map((stage) => (Object.hasOwn(stage, '$match') ? stage : (toPlain(stage) as Doc)));
  return computed(() => new Aggregator(plain, mingoOptions(collectionResolver)).run(docs).map((doc) => toTyped(doc) as Doc));
}

/** One `$match`, then `$sort`, `$skip` and `$limit` in this order, as far as the pipeline begins with them. */
function leading(pipeline: Doc[]): { filter: Doc; sort: unknown; skip: number; limit: number; rest: Doc[] } {
  const rest = [...pipeline];
  const take = (name: string): unknown => (rest[0] && Object.hasOwn(rest[0], name) ? rest.shift()?.[name] : undefined);
  const filter = (take('$match') as Doc | undefined) ?? {};
  const sort = take('$sort');
  const skip = count('$skip', take('$skip'), 0);
  const limit = count('$limit', take('$limit'), 1);
  return { filter, sort, skip: skip ?? 0, limit: limit ?? 0, rest };
}

function count(name: string, value: unknown, least: number): number | undefined {
  if (value === undefined) return undefined;
  const number = isNumber(value) ? integerOf(value) : null;
  if (number === null || number < least)
    throw new StoreError(15958, `the ${name.slice(1)} must be ${least === 0 ? 'non-negative' : 'positive'}`);
  return number;
}

/** `{ $count: name }`, and the `$group` that drivers count with. */
function countField(stage: Doc | undefined): ((number: number) => Doc) | null {
  if (!stage) return null;
  if (typeof stage.$count === 'string') {
    const name = stage.$count;
    return (number) => ({ [name]: new Int32(number) });
  }
  const group = stage.$group;
  if (!isDoc(group) || Object.keys(group).join() !== '_id,n' || !isNumber(group._id)) return null;
  const sum = isDoc(group.n) ? group.n.$sum : undefined;
  if (!isNumber(sum) || numberOf(sum) !== 1) return null;
  return (number) => ({ _id: group._id, n: new Int32(number) });
}
