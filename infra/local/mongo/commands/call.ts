/** What a command gets to work with, and the reading of its arguments. */
import type { Collection } from '../engine/collection.ts';
import type { Engine } from '../engine/engine.ts';
import { StoreError } from '../errors.ts';
import { integerOf } from '../values/numbers.ts';
import { isDoc, isNumber, typeOf, type Doc } from '../values/types.ts';

/** Open cursors by id, with what they still have to give. */
export type Cursors = Map<string, { namespace: string; rest: Uint8Array[]; usedAt: number }>;

/** What is kept of each session: see sessions.ts. */
export type Sessions = {
  /** The answer kept for this write, or null when it is new. Throws when the session has gone on since. */
  recall(command: Doc): Uint8Array | null;
  keep(command: Doc, reply: Uint8Array): void;
  end(id: string): void;
};

export type Call = {
  engine: Engine;
  cursors: Cursors;
  sessions: Sessions;
  /** 127.0.0.1:PORT */
  host: string;
  connection: number;
  db: string;
  command: Doc;
};

/** A command's answer: a document without `ok`, or the bytes of a finished one. */
export type Answer = Doc | Uint8Array;
export type Command = {
  run(call: Call): Answer;
  /** Its arguments; null: anything. */
  fields: string[] | null;
  /** Further arguments that are accepted only when they ask for nothing. */
  unless?: string[];
  writes?: true;
};

/** Name of the collection that the command's first field gives. */
export function nameIn(command: Doc): string {
  const [first = ''] = Object.keys(command);
  const name = command[first];
  if (typeof name !== 'string') throw new StoreError(73, `collection name has invalid type ${typeOf(name)}`);
  if (name === '') throw new StoreError(73, `Invalid namespace specified '${String(command.$db)}.'`);
  return name;
}

export const collectionIn = ({ engine, db, command }: Call): Collection | null => engine.find(db, nameIn(command));

const wrongType = (name: string, value: unknown, expected: string): StoreError =>
  new StoreError(14, `BSON field '${name}' is the wrong type '${typeOf(value)}', expected type '${expected}'`);

export function docIn(command: Doc, name: string): Doc {
  const value = command[name] ?? {};
  if (!isDoc(value)) throw wrongType(name, value, 'object');
  return value;
}

export function docsIn(command: Doc, name: string): Doc[] {
  const value = command[name];
  if (value === undefined) throw new StoreError(40414, `BSON field '${Object.keys(command)[0]}.${name}' is missing but a required field`);
  if (!Array.isArray(value)) throw wrongType(name, value, 'array');
  return value as Doc[];
}

/** A whole number that is not negative; `otherwise` when the command has none. */
export function countIn(command: Doc, name: string, otherwise: number): number {
  const value = command[name];
  if (value === undefined || value === null) return otherwise;
  const number = isNumber(value) ? integerOf(value) : null;
  if (number === null) throw wrongType(name, value, 'long');
  if (number < 0) throw new StoreError(51024, `BSON field '${name}' value must be >= 0, actual value '${number}'`);
  return number;
}

export function flagIn(command: Doc, name: string, otherwise = false): boolean {
  const value = command[name];
  if (value === undefined || value === null) return otherwise;
  if (typeof value === 'boolean') return value;
  if (!isNumber(value)) throw wrongType(name, value, 'bool');
  return integerOf(value) !== 0;
}

/** A hint has to name an index that exists; which one is used is decided by the store. */
export function checkHint(collection: Collection | null, hint: unknown): void {
  if (hint === undefined || !collection) return;
  const wanted = isDoc(hint) ? Object.keys(hint).join() : null;
  if (wanted === '$natural') return;
  const known = collection.indexes.some(({ spec, fields }) => (wanted === null ? spec.name === hint : fields.join() === wanted));
  if (!known) throw new StoreError(2, 'hint provided does not correspond to an existing index');
}
