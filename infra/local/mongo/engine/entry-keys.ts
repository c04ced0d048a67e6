/** The texts under which an index files a document. Arrays give one text per element. */
import { Decimal128 } from 'bson';
import { StoreError } from '../errors.ts';
import { fieldOf, isPosition, missing } from '../query/path.ts';
import { orderKey } from '../values/order-key.ts';
import type { Doc } from '../values/types.ts';

export type IndexKeys = {
  keys: string[];
  /** An array stood at or on the way to one of the fields. */
  multikey: boolean;
  /** None of the fields exists. */
  absent: boolean;
  /** Texts may be shared by neighbouring values: see order-key.ts. */
  inexact: boolean;
};

type Cursor = { value: unknown; rest: string[]; trail: string };

export function keysOf(doc: Doc, paths: string[][]): IndexKeys {
  const tuples = expand(paths.map((parts) => walk({ value: doc, rest: parts, trail: '' })));
  const keys = tuples.values.map((tuple) => tuple.map((value) => orderKey(value === missing ? null : value)).join(''));
  return {
    keys: tuples.multikey ? [...new Set(keys)] : keys,
    multikey: tuples.multikey,
    absent: tuples.values.every((tuple) => tuple.every((value) => value === missing)),
    inexact: tuples.values.some((tuple) => tuple.some((value) => value instanceof Decimal128)),
  };
}

/** Goes down to the end or to the first array that has to be taken apart. */
function walk(cursor: Cursor): Cursor {
  let { value, rest, trail } = cursor;
  while (rest[0] !== undefined) {
    if (Array.isArray(value)) {
      if (!isPosition(rest[0]) || Number(rest[0]) >= value.length) break;
      value = value[Number(rest[0])];
    } else value = fieldOf(value, rest[0]);
    trail += `.${rest[0]}`;
    rest = rest.slice(1);
  }
  return { value: value === undefined ? null : value, rest, trail };
}

function expand(cursors: Cursor[]): { values: unknown[][]; multikey: boolean } {
  const arrays = cursors.filter(({ value }) => Array.isArray(value));
  const [first] = arrays;
  if (!first) return { values: [cursors.map(({ value, rest }) => (rest.length > 0 ? missing : value))], multikey: false };
  if (arrays.some(({ trail }) => trail !== first.trail)) {
    const names = arrays.map(({ trail }) => `[${trail.slice(1)}]`);
    throw new StoreError(171, `cannot index parallel arrays ${names.join(' ')}`);
  }
  const elements = first.value as unknown[];
  const inElement = (element: unknown): unknown[][] =>
    expand(cursors.map((cursor) => (Array.isArray(cursor.value) ? enter(cursor, element) : cursor))).values;
  const values = elements.length > 0 ? elements.flatMap(inElement) : inElement(missing).map((tuple) => emptied(tuple, cursors));
  return { values, multikey: true };
}

/** An array inside an array is filed as it is. */
function enter({ rest, trail }: Cursor, element: unknown): Cursor {
  if (rest.length > 0 && !Array.isArray(element)) return walk({ value: element, rest, trail: `${trail}[]` });
  const value = Array.isArray(element) ? { whole: element } : element;
  return { value: rest.length > 0 ? missing : value, rest: [], trail: `${trail}[]` };
}

/** An empty array at the end of a path is filed as undefined. */
const emptied = (tuple: unknown[], cursors: Cursor[]): unknown[] =>
  tuple.map((value, at) => (Array.isArray(cursors[at]?.value) && cursors[at].rest.length === 0 ? undefined : value));
