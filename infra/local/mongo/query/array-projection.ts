/** What projections make of an array: a part of it, or the one element that matched. */
import { StoreError } from '../errors.ts';
import { integerOf } from '../values/numbers.ts';
import { isArray, isDoc, isNumber, type Doc } from '../values/types.ts';
import { compileFilter } from './filter.ts';
import { missing } from './path.ts';
import { positionOf } from './select.ts';

export type ArrayChange = (value: unknown, doc: Doc) => unknown;

/** `.$`: the element that the query matched. */
export function matched(filter: Doc): ArrayChange {
  return (array, doc) => {
    if (!isArray(array)) return array;
    const position = positionOf(filter, doc);
    if (position === undefined) {
      throw new StoreError(
        51246,
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    }
    return array.slice(position, position + 1);
  };
}

/** `$slice` */
export function sliceOf(operand: unknown): ArrayChange {
  const numbers = (Array.isArray(operand) ? operand : [operand]).map((one) => (isNumber(one) ? integerOf(one) : null));
  const [first, size] = numbers;
  if (first === null || first === undefined || size === null || numbers.length > 2) throw new StoreError(28667, 'Invalid $slice syntax');
  return (value) => {
    if (!isArray(value)) return value;
    if (size === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
    const from = first < 0 ? Math.max(0, value.length + first) : first;
    return value.slice(from, from + size);
  };
}

/** `$elemMatch`: the first element that matches; `missing` when there is none. */
export function firstElement(operand: unknown): ArrayChange {
  if (!isDoc(operand)) throw new StoreError(2, 'elemMatch: Invalid argument, object required');
  const { matches } = compileFilter({ value: { $elemMatch: operand } });
  return (value) => {
    const found = isArray(value) ? value.find((one) => matches({ value: [one] })) : undefined;
    return found === undefined ? missing : [found];
  };
}
