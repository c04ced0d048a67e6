/** Sorting by paths, in MongoDB's order over all types. */
import { StoreError } from '../errors.ts';
import { compare } from '../values/compare.ts';
import { isNumber, isDoc, type Doc } from '../values/types.ts';
import { numberOf } from '../values/numbers.ts';
import { missing, partsOf, valuesAt } from './path.ts';

export type SortField = { path: string; direction: 1 | -1 };

/** Throws when a direction is neither 1 nor -1. */
export function readSort(spec: unknown): SortField[] {
  if (spec === undefined || spec === null) return [];
  if (!isDoc(spec)) throw new StoreError(14, "BSON field 'sort' is the wrong type, expected type 'object'");
  return Object.entries(spec).map(([path, value]) => {
    const direction = isNumber(value) ? numberOf(value) : 0;
    if (path === '$natural' && direction === 1) return { path, direction };
    if (direction !== 1 && direction !== -1)
      throw new StoreError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
    if (path === '' || path.startsWith('$')) throw new StoreError(16410, `FieldPath field names may not start with '$': ${path}`);
    return { path, direction };
  });
}

/** The items in order; equal ones stay as they were. */
export function sorted<T>(items: T[], fields: SortField[], docOf: (item: T) => Doc): T[] {
  const by = fields.filter(({ path }) => path !== '$natural').map(({ path, direction }) => ({ parts: partsOf(path), direction }));
  if (by.length === 0) return items;
  const keyed = items.map((item) => ({ item, keys: by.map(({ parts, direction }) => keyOf(docOf(item), parts, direction)) }));
  keyed.sort((a, b) => {
    for (const [at, { direction }] of by.entries()) {
      const order = compare(a.keys[at], b.keys[at]);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}

/** An array stands where its smallest element would, or descending its greatest. */
function keyOf(doc: Doc, parts: string[], direction: 1 | -1): unknown {
  let best: unknown = missing;
  for (const found of valuesAt(doc, parts)) {
    const value = found === missing ? null : found;
    if (best === missing || compare(value, best) * direction < 0) best = value;
  }
  return best === missing ? null : best;
}
