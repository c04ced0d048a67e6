/** Filters: from a query document to a test of documents. What stands at one field is in field-tests.ts. */
import { StoreError } from '../errors.ts';
import { compileExpression } from '../aggregate/expression.ts';
import { toPlain } from '../values/plain.ts';
import { numberOf } from '../values/numbers.ts';
import { isDoc, isNumber, typeOf, type Doc } from '../values/types.ts';
import { fieldTest, literalTest, type Filter } from './field-tests.ts';
import { partsOf, type Trace } from './path.ts';

type Test = (doc: Doc, trace: Trace) => boolean;
export type { Filter } from './field-tests.ts';

/** Throws BadValue for what no filter may contain. */
export function compileFilter(filter: Doc): Filter {
  const test = allOf(filter);
  return { matches: (doc, trace = {}) => test(doc, trace) };
}

function allOf(filter: Doc): Test {
  const tests = Object.entries(filter).flatMap(([name, value]) => clause(name, value));
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (doc, trace) => tests.every((test) => test(doc, trace));
}

function clause(name: string, value: unknown): Test[] {
  if (!name.startsWith('$')) return [fieldClause(name, value)];
  switch (name) {
    case '$and':
      return branches(name, value);
    case '$or': {
      const tests = branches(name, value);
      return [(doc, trace) => tests.some((test) => test(doc, trace))];
    }
    case '$nor': {
      const tests = branches(name, value);
      return [(doc) => !tests.some((test) => test(doc, {}))];
    }
    case '$expr': {
      const evaluate = compileExpression(value);
      return [(doc) => truthy(evaluate(toPlain(doc) as Doc))];
    }
    case '$comment':
      return [];
    case '$alwaysTrue':
      return [() => true];
    case '$alwaysFalse':
      return [() => false];
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw new StoreError(115, `${name} is not supported by this store`);
    default:
      throw new StoreError(
        2,
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

const truthy = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== false && !(isNumber(value) && numberOf(value) === 0);

function branches(name: string, value: unknown): Test[] {
  if (!Array.isArray(value)) throw new StoreError(2, `${name} must be an array`);
  if (value.length === 0) throw new StoreError(2, `${name} must be a nonempty array`);
  return value.map((branch) => {
    if (!isDoc(branch)) throw new StoreError(2, `${name} entries must be objects, but found ${typeOf(branch)}`);
    return allOf(branch);
  });
}

function fieldClause(path: string, value: unknown): Test {
  const parts = partsOf(path);
  const test = isOperators(value) ? fieldTest(value, compileFilter) : literalTest(value);
  return (doc, trace) => test(doc, parts, trace);
}

/** Whether a field's condition is written with operators. `{ $ref, $id }` is a reference, hence a value. */
export function isOperators(value: unknown): value is Doc {
  if (!isDoc(value)) return false;
  const [first] = Object.keys(value);
  return first !== undefined && first.startsWith('$') && !['$ref', '$id', '$db'].includes(first);
}
