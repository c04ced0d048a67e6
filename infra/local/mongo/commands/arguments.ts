/** Refuses what a command does not know, before anything is done: an unknown argument is an error, never ignored. */
import { StoreError } from '../errors.ts';
import { numberOf } from '../values/numbers.ts';
import { isDoc, isNumber, type Doc } from '../values/types.ts';
import type { Command } from './call.ts';

/** Arguments of every command. The time limit and the read preference need no action: there is one member, and no command waits. */
const general = [
  '$db',
  'lsid',
  'txnNumber',
  '$readPreference',
  '$clusterTime',
  'readConcern',
  'writeConcern',
  'maxTimeMS',
  'comment',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
];

export function checkArguments(name: string, { fields, unless = [] }: Command, command: Doc): void {
  if ('startTransaction' in command || 'autocommit' in command) throw new StoreError(263, 'This store has no transactions');
  if (!fields) return;
  for (const [field, value] of Object.entries(command)) {
    if (field === name || general.includes(field) || fields.includes(field)) continue;
    if (field === 'collation') checkCollation(value);
    else if (!unless.includes(field)) throw new StoreError(40415, `BSON field '${name}.${field}' is an unknown field.`);
    else if (!asksNothing(value)) throw new StoreError(115, `${name} with ${field} is not supported by this store`);
  }
  checkConcerns(command);
}

/** The same for a statement inside of a command. */
export function checkStatement(name: string, statement: unknown, fields: string[]): asserts statement is Doc {
  if (!isDoc(statement)) throw new StoreError(14, `BSON field '${name}' has an element that is no object`);
  for (const [field, value] of Object.entries(statement)) {
    if (field === 'collation') checkCollation(value);
    else if (!fields.includes(field)) throw new StoreError(40415, `BSON field '${name}.${field}' is an unknown field.`);
  }
}

const asksNothing = (value: unknown): boolean =>
  value === false || value === null || value === undefined || (isDoc(value) && Object.keys(value).length === 0);

function checkCollation(value: unknown): void {
  if (isDoc(value) && (Object.keys(value).length === 0 || value.locale === 'simple')) return;
  throw new StoreError(115, 'Collations are not supported by this store');
}

function checkConcerns({ readConcern, writeConcern }: Doc): void {
  const level = isDoc(readConcern) ? (readConcern.level as string | undefined) : undefined;
  if (level === 'snapshot') throw new StoreError(246, 'Read concern snapshot is not supported by this store');
  if (level !== undefined && !['local', 'available', 'majority', 'linearizable'].includes(level)) {
    throw new StoreError(2, `Enumeration value '${level}' for field 'readConcern.level' is not a valid value.`);
  }
  const members = isDoc(writeConcern) ? writeConcern.w : undefined;
  if (isNumber(members) && numberOf(members) > 1) throw new StoreError(100, 'Not enough data-bearing nodes');
  if (typeof members === 'string' && members !== 'majority')
    throw new StoreError(79, `No write concern mode named '${members}' found in replica set configuration`);
}
