/** Numbers across BSON's four types: exact comparison, and sums and products with MongoDB's rules for the type of the result. */
import { Decimal128, Double, Int32, Long } from 'bson';
import { StoreError } from '../errors.ts';
import { typeOf } from './types.ts';

/** The nearest JavaScript number. */
export function numberOf(value: unknown): number {
  if (value instanceof Decimal128) return Number(value.toString());
  if (value instanceof Long) return value.toNumber();
  return Number(value);
}

/** The value as an integer, or null when it is not one. */
export function integerOf(value: unknown): number | null {
  const number = numberOf(value);
  return Number.isInteger(number) ? number : null;
}

/** Negative, 0 or positive; NaN is below every other number and equal to itself. */
export function compareNumbers(a: unknown, b: unknown): number {
  const left = simple(a);
  const right = simple(b);
  if (left !== null && right !== null) {
    // A number is never === a bigint.
    if (left !== left) return right !== right ? 0 : -1;
    if (right !== right) return 1;
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return compareDecimals(a, b);
}

/** Long as bigint, Int32 and Double as number: JavaScript compares the two exactly. Null for Decimal128. */
function simple(value: unknown): number | bigint | null {
  if (value instanceof Decimal128) return null;
  if (value instanceof Long) return value.toBigInt();
  return typeof value === 'bigint' ? value : Number(value);
}

type Exact = { digits: bigint; exponent: number };

/** NaN, negative infinity, anything finite, infinity: -2 to 1. */
function placeOf(value: unknown): number {
  const text = String(value);
  if (text === 'NaN') return -2;
  return text.endsWith('Infinity') ? (text.startsWith('-') ? -1 : 1) : 0;
}

function compareDecimals(a: unknown, b: unknown): number {
  const place = placeOf(a);
  if (place !== 0 || placeOf(b) !== 0) return place - placeOf(b);
  const [p, q] = aligned(exactOf(a), exactOf(b));
  return p === q ? 0 : p < q ? -1 : 1;
}

function aligned(x: Exact, y: Exact): [bigint, bigint, number] {
  const exponent = Math.min(x.exponent, y.exponent);
  return [x.digits * 10n ** BigInt(x.exponent - exponent), y.digits * 10n ** BigInt(y.exponent - exponent), exponent];
}

/** A finite number as digits times a power of ten, without rounding. */
function exactOf(value: unknown): Exact {
  if (value instanceof Long) return { digits: value.toBigInt(), exponent: 0 };
  if (value instanceof Decimal128) return parseDecimal(value.toString());
  const number = Number(value);
  if (Number.isInteger(number)) return { digits: BigInt(number), exponent: 0 };
  let shift = 0;
  let scaled = number;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift += 1;
  }
  return { digits: BigInt(scaled) * 5n ** BigInt(shift), exponent: -shift };
}

function parseDecimal(text: string): Exact {
  const match = /^(-?)(\d*)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(text);
  if (!match) throw new StoreError(2, `Not a finite decimal: ${text}`);
  const fraction = match[3] ?? '';
  const digits = BigInt(`${match[2] ?? ''}${fraction}`);
  return { digits: match[1] ? -digits : digits, exponent: Number(match[4] ?? 0) - fraction.length };
}

/** a + b, or a * b. The result has the wider of the two types; int grows into long, and a long that overflows is an error. */
export function calculate(operation: '+' | '*', a: unknown, b: unknown): unknown {
  const types = [typeOf(a), typeOf(b)];
  if (types.includes('decimal')) return decimalOf(operation, a, b);
  if (types.includes('double')) return new Double(operation === '+' ? numberOf(a) + numberOf(b) : numberOf(a) * numberOf(b));
  const [x, y] = [BigInt(String(a)), BigInt(String(b))];
  const result = operation === '+' ? x + y : x * y;
  if (!types.includes('long') && BigInt.asIntN(32, result) === result) return new Int32(Number(result));
  if (BigInt.asIntN(64, result) !== result) {
    throw new StoreError(2, `Failed to apply ${operation === '+' ? '$inc' : '$mul'} operations to current value: integer overflow`);
  }
  return Long.fromBigInt(result);
}

function decimalOf(operation: '+' | '*', a: unknown, b: unknown): Decimal128 {
  const [left, right] = [numberOf(a), numberOf(b)];
  const special = [a, b].some((value) => /NaN|Infinity/.test(String(value)));
  if (special) return Decimal128.fromString(String(operation === '+' ? left + right : left * right));
  const [x, y] = [decimalExact(a), decimalExact(b)];
  if (operation === '*') return Decimal128.fromStringWithRounding(`${x.digits * y.digits}E${x.exponent + y.exponent}`);
  const [p, q, exponent] = aligned(x, y);
  return Decimal128.fromStringWithRounding(`${p + q}E${exponent}`);
}

/** A double joins decimal arithmetic with the fifteen digits it surely has, as in MongoDB. */
function decimalExact(value: unknown): Exact {
  if (typeOf(value) !== 'double') return exactOf(value);
  return parseDecimal(Number(Number(value).toPrecision(15)).toString().toUpperCase());
}
