/** Dotted paths through documents and arrays, as queries, sorts and indexes follow them. */
import { isDoc, isObjectLike } from '../values/types.ts';

/** What stands for a field that is not there. */
export const missing = Symbol('missing');

const known = new Map<string, string[]>();

export function partsOf(path: string): string[] {
  const found = known.get(path);
  if (found) return found;
  const parts = path.split('.');
  if (known.size > 10_000) known.clear();
  known.set(path, parts);
  return parts;
}

export const isPosition = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);
export const fieldOf = (value: unknown, name: string): unknown => (isDoc(value) && Object.hasOwn(value, name) ? value[name] : missing);

/** Which element of the first array on the way matched last; undefined when there was no array. */
export type Trace = { position?: number | undefined };

/**
 * Whether a value at the path passes. Arrays on the way are looked into; an array at the end is offered by element and then as a whole,
 * unless `whole` is set. Values that are not there are offered as `missing`.
 */
export function someAt(
  value: unknown,
  parts: string[],
  at: number,
  test: (value: unknown) => boolean,
  trace: Trace,
  whole = false,
): boolean {
  const part = parts[at];
  if (part === undefined) return atEnd(value, test, trace, whole);
  if (!Array.isArray(value)) return someAt(fieldOf(value, part), parts, at + 1, test, trace, whole);
  const inner: Trace = {};
  // An element that the path itself names is not taken apart.
  const named = whole || at === parts.length - 1;
  if (isPosition(part) && Number(part) < value.length && someAt(value[Number(part)], parts, at + 1, test, inner, named)) {
    trace.position = Number(part);
    return true;
  }
  const found = value.findIndex((element) => isDoc(element) && someAt(element, parts, at, test, inner, whole));
  if (found === -1) return false;
  trace.position = found;
  return true;
}

function atEnd(value: unknown, test: (value: unknown) => boolean, trace: Trace, whole: boolean): boolean {
  if (!Array.isArray(value) || whole) return test(value);
  const found = value.findIndex(test);
  if (found === -1) return test(value);
  trace.position = found;
  return true;
}

/** All values that a sort or `distinct` sees at the path: elements of arrays one by one, and undefined for an empty array at the end. */
export function valuesAt(value: unknown, parts: string[], at = 0): unknown[] {
  const part = parts[at];
  if (part === undefined) return Array.isArray(value) ? (value.length > 0 ? value : [undefined]) : [value];
  if (!Array.isArray(value)) return isObjectLike(value) || at === 0 ? valuesAt(fieldOf(value, part), parts, at + 1) : [missing];
  if (isPosition(part) && Number(part) < value.length) return valuesAt(value[Number(part)], parts, at + 1);
  return value.flatMap((element) => (isDoc(element) ? valuesAt(element, parts, at) : [missing]));
}
