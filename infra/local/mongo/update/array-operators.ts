/** Update operators of arrays: `$push`, `$addToSet`, `$pull`, `$pullAll`, `$pop`. */
import { StoreError } from '../errors.ts';
import { compileFilter, isOperators } from '../query/filter.ts';
import { missing } from '../query/path.ts';
import { readSort, sorted } from '../query/sort.ts';
import { compare, equals } from '../values/compare.ts';
import { integerOf, numberOf } from '../values/numbers.ts';
import { show } from '../values/show.ts';
import { isArray, isDoc, isNumber, typeOf } from '../values/types.ts';
import { unchanged, type Change, type Operator } from './field-operators.ts';

export const arrayOperators: Record<string, Operator> = { $push: push, $addToSet: addToSet, $pull: pull, $pullAll: pullAll, $pop: pop };

function push({ old, operand, path, doc }: Change): unknown {
  if (old !== missing && !Array.isArray(old)) {
    throw new StoreError(2, `The field '${path}' must be an array but is of type ${typeOf(old)} in document {_id: ${show(doc._id)}}`);
  }
  const before = old === missing ? [] : (old as unknown[]);
  if (!isDoc(operand) || !Object.hasOwn(operand, '$each')) return [...before, operand];
  for (const name of Object.keys(operand)) {
    if (!['$each', '$slice', '$sort', '$position'].includes(name)) throw new StoreError(2, `Unrecognized clause in $push: ${name}`);
  }
  if (!isArray(operand.$each)) {
    throw new StoreError(2, `The argument to $each in $push must be an array but it was of type: ${typeOf(operand.$each)}`);
  }
  const place = operand.$position === undefined ? before.length : wholeNumber('$position', operand.$position);
  const at = place < 0 ? Math.max(0, before.length + place) : Math.min(place, before.length);
  const joined = [...before.slice(0, at), ...operand.$each, ...before.slice(at)];
  const ordered = operand.$sort === undefined ? joined : sortElements(joined, operand.$sort);
  if (operand.$slice === undefined) return ordered;
  const size = wholeNumber('$slice', operand.$slice);
  return size === 0 ? [] : size < 0 ? ordered.slice(size) : ordered.slice(0, size);
}

function wholeNumber(name: string, value: unknown): number {
  const number = isNumber(value) ? integerOf(value) : null;
  if (number === null) throw new StoreError(2, `The value for ${name} must be an integer value but was given type: ${typeOf(value)}`);
  return number;
}

function sortElements(elements: unknown[], spec: unknown): unknown[] {
  if (isDoc(spec)) return sorted(elements, readSort(spec), (element) => (isDoc(element) ? element : {}));
  const direction = isNumber(spec) ? numberOf(spec) : 0;
  if (Math.abs(direction) !== 1) throw new StoreError(2, 'The $sort element value must be either 1 or -1');
  return elements.sort((a, b) => compare(a, b) * direction);
}

function addToSet({ old, operand, path }: Change): unknown {
  if (old !== missing && !Array.isArray(old)) {
    throw new StoreError(2, `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${typeOf(old)}`);
  }
  const many = isDoc(operand) && Object.hasOwn(operand, '$each');
  if (many && Object.keys(operand).length > 1) {
    throw new StoreError(2, `Found unexpected fields after $each in $addToSet: ${Object.keys(operand).slice(1).join(', ')}`);
  }
  const added = many ? operand.$each : [operand];
  if (!Array.isArray(added))
    throw new StoreError(14, `The argument to $each in $addToSet must be an array but it was of type ${typeOf(added)}`);
  const result = old === missing ? [] : [...(old as unknown[])];
  const before = result.length;
  for (const value of added) if (!result.some((one) => equals(one, value))) result.push(value);
  return old !== missing && result.length === before ? unchanged : result;
}

function pull({ old, operand }: Change): unknown {
  if (old === missing) return unchanged;
  if (!Array.isArray(old)) throw new StoreError(2, 'Cannot apply $pull to a non-array value');
  const unwanted = pullTest(operand);
  const kept = old.filter((element) => !unwanted(element));
  return kept.length === old.length ? unchanged : kept;
}

/** Operators test the element itself; a document is a filter for elements that are documents; anything else has to be equal. */
function pullTest(operand: unknown): (element: unknown) => boolean {
  if (isOperators(operand) || typeOf(operand) === 'regex') {
    const { matches } = compileFilter({ value: operand });
    return (element) => matches({ value: element });
  }
  if (!isDoc(operand)) return (element) => equals(element, operand);
  const { matches } = compileFilter(operand);
  return (element) => isDoc(element) && matches(element);
}

function pullAll({ old, operand }: Change): unknown {
  if (!Array.isArray(operand)) throw new StoreError(2, `$pullAll requires an array argument but was given a ${typeOf(operand)}`);
  if (old === missing) return unchanged;
  if (!Array.isArray(old)) throw new StoreError(2, 'Cannot apply $pull to a non-array value');
  const kept = old.filter((element) => !operand.some((one) => equals(one, element)));
  return kept.length === old.length ? unchanged : kept;
}

function pop({ old, operand, path }: Change): unknown {
  const direction = isNumber(operand) ? numberOf(operand) : 0;
  if (Math.abs(direction) !== 1) throw new StoreError(9, `$pop expects 1 or -1, found: ${show(operand)}`);
  if (old === missing) return unchanged;
  if (!Array.isArray(old)) throw new StoreError(14, `Path '${path}' contains an element of non-array type '${typeOf(old)}'`);
  if (old.length === 0) return unchanged;
  return direction === 1 ? old.slice(0, -1) : old.slice(1);
}
