/**
 * Types of BSON values. Documents are plain objects whose numbers stay in the classes of `bson` (Int32, Double, Long, Decimal128), so that
 * every type comes back as it was written.
 */
import { deserialize, serialize } from 'bson';

export type Doc = Record<string, unknown>;

/** MongoDB's type names with their numbers, as `$type` knows them. */
export const typeNumbers = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
} as const;
export type TypeName = keyof typeof typeNumbers;

const classes: Record<string, TypeName> = {
  Int32: 'int',
  Double: 'double',
  Long: 'long',
  Decimal128: 'decimal',
  ObjectId: 'objectId',
  Binary: 'binData',
  BSONRegExp: 'regex',
  Timestamp: 'timestamp',
  BSONSymbol: 'symbol',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
  DBRef: 'object',
};

/** The place of each type in MongoDB's order over all types; types with the same rank are compared with each other. */
const ranks: Record<TypeName, number> = {
  minKey: 1,
  undefined: 2,
  null: 5,
  double: 10,
  int: 10,
  long: 10,
  decimal: 10,
  string: 15,
  symbol: 15,
  object: 20,
  array: 25,
  binData: 30,
  objectId: 35,
  bool: 40,
  date: 45,
  timestamp: 47,
  regex: 50,
  dbPointer: 55,
  javascript: 60,
  javascriptWithScope: 65,
  maxKey: 127,
};

export function typeOf(value: unknown): TypeName {
  if (typeof value === 'object') return typeOfObject(value);
  if (typeof value === 'string') return 'string';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff ? 'int' : 'double';
  return typeof value === 'bigint' ? 'long' : 'undefined';
}

function typeOfObject(value: object | null): TypeName {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (Object.getPrototypeOf(value) === Object.prototype) return 'object';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  const tag = (value as { _bsontype?: string })._bsontype ?? '';
  if (tag === 'Code') return (value as { scope?: unknown }).scope ? 'javascriptWithScope' : 'javascript';
  return classes[tag] ?? 'object';
}

export const rankOf = (value: unknown): number => ranks[typeOf(value)];
export const isNumber = (value: unknown): boolean => rankOf(value) === ranks.int;
/** Like Array.isArray, but says less about the elements. */
export const isArray = (value: unknown): value is unknown[] => Array.isArray(value);
export const isDoc = (value: unknown): value is Doc => typeOf(value) === 'object';
export const isObjectLike = (value: unknown): value is Doc | unknown[] => Array.isArray(value) || isDoc(value);

const exact = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true } as const;

/** A fresh document from its bytes. */
export const decode = (raw: Uint8Array): Doc => deserialize(raw, exact);

/** Like decode, but leaves the elements of the top-level array `documents` as bytes. */
export const decodeInsert = (raw: Uint8Array): Doc => deserialize(raw, { ...exact, fieldsAsRaw: { documents: true } });

export const encode = (doc: Doc): Uint8Array => serialize(doc, { ignoreUndefined: false });

/** Sets a field, also one with the name of an object's own machinery. */
export function setField(target: Doc, name: string, value: unknown): void {
  if (name === '__proto__') Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
  else target[name] = value;
}
export const hasField = (target: object, name: string): boolean => Object.hasOwn(target, name);
