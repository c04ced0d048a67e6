/**
 * Documents as mingo computes with them: JavaScript numbers instead of BSON's classes. What mingo cannot compute with (binaries, decimals, longs
 * beyond 2^53) is carried through in a sealed box that compares like its content.
 */
import { BSONRegExp, Double, Int32, Long } from 'bson';
import { equals } from './compare.ts';
import { orderKey } from './order-key.ts';
import { isArray, isDoc, setField, typeOf, type Doc } from './types.ts';

/** mingo compares and groups objects it does not know by their text. */
type Box = { readonly content: unknown; toString(): string };
const boxes = new WeakSet<object>();

function boxed(content: unknown): Box {
  // A prototype of its own keeps mingo from taking it for a document.
  const box = Object.assign(Object.create(boxPrototype) as Box, { content });
  boxes.add(box);
  return box;
}
const boxPrototype = {
  toString(this: Box): string {
    return orderKey(this.content);
  },
};
const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null && boxes.has(value);

export function toPlain(value: unknown): unknown {
  const type: string = typeOf(value);
  switch (type) {
    case 'int':
    case 'double':
      return Number(value);
    case 'long': {
      const number = value instanceof Long ? value.toNumber() : Number(value);
      return Number.isSafeInteger(number) ? number : boxed(value);
    }
    case 'array':
      return (value as unknown[]).map(toPlain);
    case 'object':
      return isDoc(value) ? mapFields(value, toPlain) : value;
    case 'regex':
      return value instanceof BSONRegExp ? new RegExp(value.pattern, value.options.replace(/[^imsu]/g, '')) : value;
    case 'decimal':
    case 'binData':
    case 'timestamp':
    case 'minKey':
    case 'maxKey':
    case 'javascript':
    case 'javascriptWithScope':
      return boxed(value);
    default:
      return value;
  }
}

/** Back to BSON's classes: whole numbers become int, or long when they are too large; all others double. */
export function toTyped(value: unknown): unknown {
  if (isBox(value)) return value.content;
  if (typeof value === 'number') return typedNumber(value);
  if (typeof value === 'bigint') return Long.fromBigInt(value);
  if (Array.isArray(value)) return value.map((one) => (one === undefined ? null : toTyped(one)));
  if (value instanceof RegExp) return new BSONRegExp(value.source, value.flags.replace(/[^imsux]/g, ''));
  return isDoc(value) ? mapFields(value, toTyped) : value;
}

function typedNumber(value: number): unknown {
  if (!Number.isInteger(value) || Object.is(value, -0)) return new Double(value);
  if (Math.abs(value) <= 0x7fffffff) return new Int32(value);
  return Number.isSafeInteger(value) ? Long.fromNumber(value) : new Double(value);
}

function mapFields(doc: Doc, map: (value: unknown) => unknown): Doc {
  const result: Doc = {};
  for (const name of Object.keys(doc)) if (doc[name] !== undefined) setField(result, name, map(doc[name]));
  return result;
}

/** Gives numbers that a computation left as they were their old type back. */
export function withOldTypes(value: unknown, old: unknown): unknown {
  if (isDoc(value) && isDoc(old)) {
    for (const name of Object.keys(value)) if (Object.hasOwn(old, name)) setField(value, name, withOldTypes(value[name], old[name]));
    return value;
  }
  if (isArray(value) && isArray(old)) return value.map((one, at) => (at < old.length ? withOldTypes(one, old[at]) : one));
  return value !== undefined && equals(value, old) ? old : value;
}
