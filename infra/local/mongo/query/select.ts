/** Rows of a collection that match a filter, in order, from an index where there is one. */
import type { Collection } from '../engine/collection.ts';
import { findRows } from '../engine/plan.ts';
import { docOf, type Row } from '../engine/row.ts';
import type { Doc } from '../values/types.ts';
import { compileFilter } from './filter.ts';
import type { Trace } from './path.ts';
import { sorted, type SortField } from './sort.ts';

export type Window = { sort?: SortField[]; skip?: number; /** 0: no limit. */ limit?: number };

/** A wrong filter is wrong also where there is no collection. */
export function selectRows(collection: Collection | null, filter: Doc, { sort = [], skip = 0, limit = 0 }: Window = {}): Row[] {
  const { matches } = compileFilter(filter);
  if (!collection) return [];
  const { rows, inOrder } = findRows(collection, filter, sort);
  const wanted = limit === 0 ? Infinity : skip + limit;
  const stopEarly = inOrder || sort.every(({ path }) => path === '$natural');
  const found: Row[] = [];
  for (const row of rows) {
    if (!matches(docOf(row))) continue;
    found.push(row);
    if (stopEarly && found.length >= wanted) break;
  }
  const ordered = stopEarly ? found : sorted(found, sort, docOf);
  return skip > 0 || limit > 0 ? ordered.slice(skip, wanted) : ordered;
}

/** Where in an array the filter matched, for the positional operator. */
export function positionOf(filter: Doc, doc: Doc): number | undefined {
  const trace: Trace = {};
  compileFilter(filter).matches(doc, trace);
  return trace.position;
}
