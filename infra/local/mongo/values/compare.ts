/** MongoDB's order over values of all types; equality is order 0. Knows no query operator. */
import type { Binary, Code, Timestamp } from 'bson';
import { BSONRegExp, type ObjectId } from 'bson';
import { compareNumbers } from './numbers.ts';
import { rankOf, typeOf, type Doc } from './types.ts';

export const equals = (a: unknown, b: unknown): boolean => compare(a, b) === 0;

export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  const rank = rankOf(a);
  const difference = rank - rankOf(b);
  return difference !== 0 ? difference : compareSame(a, b);
}

function compareSame(a: unknown, b: unknown): number {
  const type: string = typeOf(a);
  switch (type) {
    case 'int':
    case 'double':
    case 'long':
    case 'decimal':
      return compareNumbers(a, b);
    case 'string':
    case 'symbol':
      return compareText(String(a), String(b));
    case 'object':
      return compareDocs(a as Doc, b as Doc);
    case 'array':
      return compareArrays(a as unknown[], b as unknown[]);
    case 'binData':
      return compareBinary(a as Binary, b as Binary);
    case 'objectId':
      return compareText((a as ObjectId).toHexString(), (b as ObjectId).toHexString());
    case 'bool':
    case 'date':
      return Number(a) - Number(b);
    case 'timestamp':
      return Number((a as Timestamp).toBigInt() - (b as Timestamp).toBigInt());
    case 'regex':
      return compareText(regexText(a), regexText(b));
    case 'javascript':
    case 'javascriptWithScope':
      return compareText((a as Code).code.toString(), (b as Code).code.toString());
    default:
      return 0;
  }
}

const regexText = (value: unknown): string =>
  value instanceof BSONRegExp ? `${value.pattern}\u0000${value.options}` : `${(value as RegExp).source}\u0000${(value as RegExp).flags}`;

/** By code point, as the bytes of UTF-8 compare. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [inOrder(a), inOrder(b)];
  return left < right ? -1 : 1;
}

/** Text whose UTF-16 units compare as its code points do: surrogates move above the units from U+E000. */
export function inOrder(text: string): string {
  if (!/[\ud800-\uffff]/.test(text)) return text;
  return text.replace(/[\ud800-\uffff]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return String.fromCharCode(code >= 0xe000 ? code - 0x800 : code + 0x2000);
  });
}

/** Field by field in their order: first the kinds of the values, then the names, then the values. */
function compareDocs(a: Doc, b: Doc): number {
  const [left, right] = [Object.keys(a), Object.keys(b)];
  for (const [at, name] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    const [x, y] = [a[name], b[other]];
    const order = rankOf(x) - rankOf(y) || compareText(name, other) || compare(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const order = compare(a[at], b[at]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareBinary(a: Binary, b: Binary): number {
  return a.length() - b.length() || a.sub_type - b.sub_type || Buffer.compare(bytesOf(a), bytesOf(b));
}

const bytesOf = (value: Binary): Uint8Array => value.buffer.subarray(0, value.position);
