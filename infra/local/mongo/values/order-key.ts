/**
 * Texts that compare as the values they stand for: what indexes are sorted by and uniqueness is decided by. A decimal that no double equals
 * shares its text with its neighbours on the same side of that double; all other values have a text of their own.
 */
import { Decimal128, Long, type Binary, type BSONRegExp, type Code, type ObjectId, type Timestamp } from 'bson';
import { inOrder } from './compare.ts';
import { compareNumbers, numberOf } from './numbers.ts';
import { rankOf, typeOf, type Doc } from './types.ts';

/** Above every continuation of a text. */
export const afterAll = '\uffff';

/** The beginning of all texts of values that compare with this one. */
export const bracketOf = (value: unknown): string => String.fromCharCode(rankOf(value) + 1);

export function orderKey(value: unknown): string {
  return bracketOf(value) + payloadOf(value);
}

function payloadOf(value: unknown): string {
  const type: string = typeOf(value);
  switch (type) {
    case 'int':
    case 'double':
    case 'long':
    case 'decimal':
      return numberText(value);
    case 'string':
    case 'symbol':
      return text(String(value));
    case 'object':
      return `${Object.keys(value as Doc)
        .map((name) => fieldText(name, (value as Doc)[name]))
        .join('')}\u0000`;
    case 'array':
      return `${(value as unknown[]).map(orderKey).join('')}\u0000`;
    case 'binData':
      return binaryText(value as Binary);
    case 'objectId':
      return (value as ObjectId).toHexString();
    case 'bool':
      return value === true ? '\u0001' : '\u0000';
    case 'date':
      return doubleText(Number(value));
    case 'timestamp':
      return (value as Timestamp).toBigInt().toString(16).padStart(16, '0');
    case 'regex':
      return value instanceof RegExp
        ? text(value.source) + text(value.flags)
        : text((value as BSONRegExp).pattern) + text((value as BSONRegExp).options);
    case 'javascript':
    case 'javascriptWithScope':
      return text((value as Code).code.toString());
    default:
      return '';
  }
}

const fieldText = (name: string, value: unknown): string => bracketOf(value) + text(name) + payloadOf(value);

/** Ends with two zeros; a zero inside is followed by a one. */
function text(value: string): string {
  const ordered = inOrder(value);
  return `${ordered.includes('\u0000') ? ordered.replaceAll('\u0000', '\u0000\u0001') : ordered}\u0000\u0000`;
}

const view = new DataView(new ArrayBuffer(8));

/** Eight bytes of a double, turned so that they compare as it does. */
function doubleText(value: number): string {
  if (value !== value) return '\u0000\u0000\u0000\u0000';
  view.setFloat64(0, value === 0 ? 0 : value);
  const negative = view.getUint8(0) >= 0x80;
  const unit = (at: number): number => (negative ? ~view.getUint16(at) & 0xffff : view.getUint16(at));
  return String.fromCharCode(negative ? unit(0) : unit(0) | 0x8000, unit(2), unit(4), unit(6));
}

/** The nearest double, then how far the exact value is from it. */
function numberText(value: unknown): string {
  const nearest = numberOf(value);
  let rest = 0;
  if (value instanceof Long) rest = Number(value.toBigInt() - BigInt(nearest));
  else if (value instanceof Decimal128) rest = Math.sign(compareNumbers(value, nearest));
  return doubleText(nearest) + String.fromCharCode(0x8000 + rest);
}

function binaryText(value: Binary): string {
  const length = value.length();
  const bytes = Buffer.from(value.buffer.buffer, value.buffer.byteOffset, length).toString('latin1');
  return String.fromCharCode(length >>> 16, length & 0xffff, value.sub_type) + bytes;
}
