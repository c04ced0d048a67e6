/** Update operators that look at one value: what stands at a place before, and what after. Arrays' own operators are in array-operators.ts. */
import { Double, Int32, Long, Timestamp } from 'bson';
import { StoreError } from '../errors.ts';
import { missing } from '../query/path.ts';
import { compare } from '../values/compare.ts';
import { calculate } from '../values/numbers.ts';
import { show } from '../values/show.ts';
import { isDoc, isNumber, typeOf, type Doc } from '../values/types.ts';

export type Change = {
  /** The value before; `missing` when there is none. */
  old: unknown;
  operand: unknown;
  path: string;
  doc: Doc;
  now: Date;
};
/** Answers the value after: `missing` removes the field, `unchanged` leaves everything as it is. */
export type Operator = (change: Change) => unknown;
export const unchanged = Symbol('unchanged');

export const fieldOperators: Record<string, Operator> = {
  $set: ({ operand }) => operand,
  $setOnInsert: ({ operand }) => operand,
  $unset: ({ old }) => (old === missing ? unchanged : missing),
  $inc: (change) => arithmetic('+', 'increment', change),
  $mul: (change) => arithmetic('*', 'multiply', change),
  $min: ({ old, operand }) => (old === missing || compare(operand, old) < 0 ? operand : unchanged),
  $max: ({ old, operand }) => (old === missing || compare(operand, old) > 0 ? operand : unchanged),
  $currentDate: currentDate,
  $bit: bit,
};

function arithmetic(operation: '+' | '*', verb: string, { old, operand, path, doc }: Change): unknown {
  if (!isNumber(operand)) throw new StoreError(14, `Cannot ${verb} with non-numeric argument: {${path}: ${show(operand)}}`);
  if (old === missing) return operation === '+' ? operand : zeroLike(operand);
  if (isNumber(old)) return calculate(operation, old, operand);
  const operator = operation === '+' ? '$inc' : '$mul';
  const field = path.split('.').at(-1) ?? path;
  throw new StoreError(
    14,
    `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(doc._id)}} has the field '${field}' of non-numeric type ${typeOf(old)}`,
  );
}

function zeroLike(operand: unknown): unknown {
  const zeros: Record<string, unknown> = { int: new Int32(0), long: Long.ZERO, double: new Double(0) };
  return zeros[typeOf(operand)] ?? calculate('*', operand, new Int32(0));
}

function currentDate({ operand, now }: Change): unknown {
  const type = isDoc(operand) ? operand.$type : undefined;
  if (operand === true || operand === false || type === 'date') return now;
  if (type === 'timestamp') return new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 });
  const problem = isDoc(operand)
    ? "The '$type' string field is required to be 'date' or 'timestamp'"
    : `${typeOf(operand)} is not valid type for $currentDate`;
  throw new StoreError(2, `${problem}. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`);
}

function bit({ old, operand, path }: Change): unknown {
  if (!isDoc(operand))
    throw new StoreError(2, `The $bit modifier is not compatible with a ${typeOf(operand)}. You must pass in an embedded document.`);
  const whole = (value: unknown): boolean => ['int', 'long'].includes(typeOf(value));
  if (old !== missing && !whole(old))
    throw new StoreError(2, `Cannot apply $bit to a value of non-integral type. The field ${path} has type ${typeOf(old)}`);
  let value = old === missing ? 0n : BigInt(String(old));
  let long = typeOf(old) === 'long';
  for (const [name, mask] of Object.entries(operand)) {
    if (!whole(mask))
      throw new StoreError(2, `The $bit modifier field must be an Integer(32/64 bit); a '${typeOf(mask)}' is not supported here`);
    const bits = BigInt(String(mask));
    long ||= typeOf(mask) === 'long';
    if (name === 'and') value &= bits;
    else if (name === 'or') value |= bits;
    else if (name === 'xor') value ^= bits;
    else throw new StoreError(2, `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`);
  }
  return long ? Long.fromBigInt(BigInt.asIntN(64, value)) : new Int32(Number(BigInt.asIntN(32, value)));
}
