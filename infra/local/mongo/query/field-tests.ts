/** Operators that stand at one field of a filter, from `$eq` to `$elemMatch`. */
import { BSONRegExp } from 'bson';
import { StoreError } from '../errors.ts';
import { compare, equals } from '../values/compare.ts';
import { numberOf } from '../values/numbers.ts';
import { isDoc, isNumber, rankOf, typeOf, type Doc } from '../values/types.ts';
import { missing, someAt, type Trace } from './path.ts';
import { toRegExp } from './regex.ts';
import { shapeTest, type ValueTest } from './shape-tests.ts';

/** A compiled filter. `trace` learns which array element matched, for the positional operator of updates. */
export type Filter = { matches(doc: Doc, trace?: Trace): boolean };
export type FieldTest = (doc: Doc, parts: string[], trace: Trace) => boolean;
type Compile = (filter: Doc) => Filter;

const any =
  (test: ValueTest, whole = false): FieldTest =>
  (doc, parts, trace) =>
    someAt(doc, parts, 0, test, trace, whole);
const none =
  (test: FieldTest): FieldTest =>
  (doc, parts) =>
    !test(doc, parts, {});

/** `{ field: value }`. */
export const literalTest = (value: unknown): FieldTest => any(isRegex(value) ? regexTest(value) : equalTest(value));

const isRegex = (value: unknown): value is BSONRegExp | RegExp => typeOf(value) === 'regex';
const isNull = (value: unknown): boolean => value === null || value === undefined || value === missing;

function equalTest(operand: unknown): ValueTest {
  if (operand === null || operand === undefined) return isNull;
  return (value) => value !== missing && equals(value, operand);
}

function regexTest(operand: BSONRegExp | RegExp): ValueTest {
  const pattern = toRegExp(operand);
  return (value) => (typeof value === 'string' ? pattern.test(value) : isRegex(value) && equals(value, operand));
}

/** All operators at one field together. */
export function fieldTest(operators: Doc, compile: Compile): FieldTest {
  const tests = Object.entries(operators).flatMap(([name, operand]) => {
    if (name === '$options') {
      if (!Object.hasOwn(operators, '$regex')) throw new StoreError(2, '$options needs a $regex');
      return [];
    }
    return [operatorTest(name, operand, operators, compile)];
  });
  return (doc, parts, trace) => tests.every((test) => test(doc, parts, trace));
}

function operatorTest(name: string, operand: unknown, all: Doc, compile: Compile): FieldTest {
  switch (name) {
    case '$eq':
      return any(equalTest(operand));
    case '$ne':
      if (isRegex(operand)) throw new StoreError(2, "Can't have regex as arg to $ne.");
      return none(any(equalTest(operand)));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return any(orderTest(name, operand));
    case '$in':
      return any(inTest(name, operand));
    case '$nin':
      return none(any(inTest(name, operand)));
    case '$exists':
      return operand === false || operand === null || (isNumber(operand) && numberOf(operand) === 0) ? none(exists) : exists;
    case '$not':
      return none(notOperand(operand, compile));
    case '$regex':
      return any(regexTest(regexOperand(operand, all.$options)));
    case '$all':
      return allTest(operand, compile);
    case '$elemMatch':
      return elementTest(operand, compile);
    default:
      return any(...shapeTest(name, operand));
  }
}

const exists: FieldTest = any((value) => value !== missing, true);

function orderTest(name: '$gt' | '$gte' | '$lt' | '$lte', operand: unknown): ValueTest {
  if (isRegex(operand)) throw new StoreError(2, `Can't have RegEx as arg to predicate over field '${name}'.`);
  const withEqual = name.endsWith('e');
  if (operand === null || operand === undefined) return withEqual ? isNull : () => false;
  const sign = name.startsWith('$g') ? 1 : -1;
  const rank = rankOf(operand);
  const acrossTypes = ['minKey', 'maxKey'].includes(typeOf(operand));
  const operandIsNaN = isNumber(operand) && Number.isNaN(numberOf(operand));
  return (value) => {
    if (value === missing || (rankOf(value) !== rank && !acrossTypes)) return false;
    const order = compare(value, operand) * sign;
    if (order === 0) return withEqual;
    return order > 0 && !operandIsNaN && !(isNumber(value) && Number.isNaN(numberOf(value)));
  };
}

function inTest(name: string, operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw new StoreError(2, `${name} needs an array`);
  const tests = operand.map((one) => {
    if (isDoc(one) && Object.keys(one)[0]?.startsWith('$') && !Object.hasOwn(one, '$ref')) {
      throw new StoreError(2, `cannot nest $ under ${name}`);
    }
    return isRegex(one) ? regexTest(one) : equalTest(one);
  });
  return (value) => tests.some((test) => test(value));
}

function notOperand(operand: unknown, compile: Compile): FieldTest {
  if (isRegex(operand)) return any(regexTest(operand));
  if (!isDoc(operand)) throw new StoreError(2, '$not needs a regex or a document');
  const names = Object.keys(operand);
  if (names.length === 0) throw new StoreError(2, '$not cannot be empty');
  for (const name of names) if (!name.startsWith('$')) throw new StoreError(2, `unknown operator: ${name}`);
  return fieldTest(operand, compile);
}

function regexOperand(operand: unknown, options: unknown): BSONRegExp {
  if (typeof operand === 'string') return new BSONRegExp(operand, typeof options === 'string' ? options : '');
  if (!(operand instanceof BSONRegExp)) throw new StoreError(2, '$regex has to be a string');
  if (typeof options === 'string' && operand.options) throw new StoreError(51074, 'options set in both $regex and $options');
  return typeof options === 'string' ? new BSONRegExp(operand.pattern, options) : operand;
}

function allTest(operand: unknown, compile: Compile): FieldTest {
  if (!Array.isArray(operand)) throw new StoreError(2, '$all needs an array');
  const tests = operand.map((one): FieldTest => {
    if (isDoc(one) && Object.hasOwn(one, '$elemMatch')) return elementTest(one.$elemMatch, compile);
    if (isDoc(one) && Object.keys(one)[0]?.startsWith('$')) throw new StoreError(2, 'no $ expressions in $all');
    return literalTest(one);
  });
  return (doc, parts, trace) => tests.length > 0 && tests.every((test) => test(doc, parts, trace));
}

/** One element has to meet all conditions: of a filter for documents, or of operators for plain values. */
function elementTest(operand: unknown, compile: Compile): FieldTest {
  if (!isDoc(operand)) throw new StoreError(2, '$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  const isLogical = ['$and', '$or', '$nor', '$expr', '$comment'].includes(first ?? '');
  const test: ValueTest = first?.startsWith('$') && !isLogical ? elementOperators(operand, compile) : elementFilter(compile(operand));
  return (doc, parts, trace) => {
    let position: number | undefined;
    const found = someAt(doc, parts, 0, (value) => Array.isArray(value) && (position = value.findIndex(test)) !== -1, trace, true);
    if (found) trace.position ??= position;
    return found;
  };
}

const elementFilter =
  (filter: Filter): ValueTest =>
  (value) =>
    isDoc(value) ? filter.matches(value) : Array.isArray(value) && filter.matches({ ...value });

function elementOperators(operand: Doc, compile: Compile): ValueTest {
  const test = fieldTest(operand, compile);
  // The element is offered as a field's value, and one that is an array is not taken apart again.
  return (value) => test({ value: Array.isArray(value) ? [value] : value }, ['value'], {});
}
