/** Where an update writes: paths with `$`, `$[]` and `$[name]` become the places of one document, and places are read and written. */
import { StoreError } from '../errors.ts';
import type { Filter } from '../query/filter.ts';
import { isPosition, missing } from '../query/path.ts';
import { show } from '../values/show.ts';
import { isDoc, setField, type Doc } from '../values/types.ts';

export type Placing = {
  /** Element that the filter matched, for `$`. */
  position: number | undefined;
  /** The array filters by name. Each tests `{ name: element }`. */
  arrayFilters: Map<string, Filter>;
};

/** Far more than an array may grow by naming a far element. */
const mostPadding = 1_500_000;

/** The places that a path names in this document, each as its parts. */
export function placesOf(doc: Doc, parts: string[], placing: Placing): string[][] {
  let places: string[][] = [[]];
  for (const [at, part] of parts.entries()) {
    if (!part.startsWith('$')) places = places.map((place) => [...place, part]);
    else if (part === '$') places = places.map((place) => [...place, String(matchedPosition(placing))]);
    else
      places = places.flatMap((place) => elementsAt(doc, place, part, parts.slice(0, at), placing).map((element) => [...place, element]));
  }
  return places;
}

function matchedPosition({ position }: Placing): number {
  if (position === undefined) throw new StoreError(2, 'The positional operator did not find the match needed from the query.');
  return position;
}

function elementsAt(doc: Doc, place: string[], part: string, path: string[], { arrayFilters }: Placing): string[] {
  const name = /^\$\[([a-z]?[A-Za-z0-9]*)\]$/.exec(part)?.[1];
  if (name === undefined)
    throw new StoreError(52, `The dollar ($) prefixed field '${part}' in '${[...path, part].join('.')}' is not valid for storage.`);
  const array = valueAt(doc, place);
  if (array === missing)
    throw new StoreError(2, `The path '${path.join('.')}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(array)) throw new StoreError(2, `Cannot apply array updates to non-array element ${path.join('.')}: ${show(array)}`);
  const filter = arrayFilters.get(name);
  if (name && !filter) throw new StoreError(2, `No array filter found for identifier '${name}' in path '${[...path, part].join('.')}'`);
  return array.flatMap((element: unknown, at) => (!filter || filter.matches({ [name]: element }) ? [String(at)] : []));
}

export function valueAt(doc: unknown, place: string[]): unknown {
  let value = doc;
  for (const part of place) {
    if (Array.isArray(value)) value = isPosition(part) && Number(part) < value.length ? value[Number(part)] : missing;
    else value = isDoc(value) && Object.hasOwn(value, part) ? value[part] : missing;
  }
  return value;
}

/** Writes a value, making the documents on the way. Throws PathNotViable where something else than a document or array stands. */
export function writeAt(doc: Doc, place: string[], value: unknown): void {
  let holder: unknown = doc;
  for (const [at, part] of place.entries()) {
    const isLast = at === place.length - 1;
    if (Array.isArray(holder)) {
      pad(holder, part);
      const position = Number(part);
      if (isLast) holder[position] = value;
      else {
        if (position === holder.length) holder.push({});
        holder = holder[position];
      }
    } else if (isDoc(holder)) {
      if (isLast) setField(holder, part, value);
      else {
        if (!Object.hasOwn(holder, part)) setField(holder, part, {});
        holder = holder[part];
      }
    }
    if (!isLast && !isDoc(holder) && !Array.isArray(holder)) throw notViable(place[at + 1] ?? '', part, holder);
    if (!isLast && Array.isArray(holder) && !isPosition(place[at + 1] ?? '')) throw notViable(place[at + 1] ?? '', part, holder);
  }
}

/** Throws PathNotViable where a value could not be written. */
export function checkViable(doc: Doc, place: string[]): void {
  for (let at = 1; at < place.length; at += 1) {
    const holder = valueAt(doc, place.slice(0, at));
    if (holder === missing) return;
    const field = place[at] ?? '';
    if (Array.isArray(holder) ? !isPosition(field) : !isDoc(holder)) throw notViable(field, place[at - 1] ?? '', holder);
  }
}

const notViable = (field: string, holderName: string, holder: unknown): StoreError =>
  new StoreError(28, `Cannot create field '${field}' in element {${holderName}: ${show(holder)}}`);

function pad(array: unknown[], part: string): void {
  const position = Number(part);
  if (position - array.length > mostPadding) throw new StoreError(2, `Cannot pad the array by more than ${mostPadding} elements`);
  while (array.length < position) array.push(null);
}

/** Removes a field; an array keeps its length and holds null there. */
export function removeAt(doc: Doc, place: string[]): void {
  const holder = valueAt(doc, place.slice(0, -1));
  const last = place.at(-1) ?? '';
  if (Array.isArray(holder)) {
    if (isPosition(last) && Number(last) < holder.length) holder[Number(last)] = null;
  } else if (isDoc(holder)) delete holder[last];
}
