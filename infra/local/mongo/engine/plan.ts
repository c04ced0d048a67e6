/** Chooses an index for a filter and a sort. What it finds may be more than what matches: the filter is always applied afterwards. */
import { isOperators } from '../query/filter.ts';
import type { SortField } from '../query/sort.ts';
import { equals } from '../values/compare.ts';
import { afterAll, bracketOf, orderKey } from '../values/order-key.ts';
import { isDoc, typeOf, type Doc } from '../values/types.ts';
import type { Collection } from './collection.ts';
import type { Row } from './row.ts';
import type { TableIndex } from './indexes.ts';

/** What a filter says about one field, as texts of order-key.ts. */
type Bounds = { points?: string[]; from?: string; to?: string; matchesNull: boolean };
type Plan = { index: TableIndex; ranges: [string, string][]; weight: number; inOrder: false | 'forward' | 'backward' };

const mostRanges = 1000;

/** Rows that may match, and whether they come in the wanted order already. */
export function findRows(collection: Collection, filter: Doc, sort: SortField[]): { rows: Iterable<Row>; inOrder: boolean } {
  const bounds = boundsOf(filter);
  const ids = bounds.get('_id')?.points;
  if (ids) return { rows: byIds(collection, ids), inOrder: ids.length === 1 };
  const plan = bestPlan(collection, filter, bounds, sort);
  if (plan) return { rows: walk(plan), inOrder: plan.inOrder !== false };
  const union = eitherOf(collection, filter);
  return { rows: union ?? collection.rows.values(), inOrder: false };
}

function byIds(collection: Collection, ids: string[]): Row[] {
  const rows = ids.map((id) => collection.rows.get(id)).filter((row) => row !== undefined);
  return rows.length > 1 ? rows.sort((a, b) => a.order - b.order) : rows;
}

function bestPlan(collection: Collection, filter: Doc, bounds: Map<string, Bounds>, sort: SortField[]): Plan | null {
  let best: Plan | null = null;
  for (const index of collection.indexes) {
    const plan = planFor(index, filter, bounds, sort);
    if (plan && (!best || plan.weight > best.weight)) best = plan;
  }
  return best;
}

function planFor(index: TableIndex, filter: Doc, bounds: Map<string, Bounds>, sort: SortField[]): Plan | null {
  if (!isUsable(index, filter, bounds)) return null;
  let prefixes = [''];
  let fixed = 0;
  let ranges: [string, string][] | null = null;
  for (const path of index.fields) {
    const bound = bounds.get(path);
    if (!bound || (index.multikey && fixed > 0)) break;
    if (!bound.points) {
      ranges = prefixes.map((prefix) => rangeOf(prefix, bound, index.multikey));
      break;
    }
    if (prefixes.length * bound.points.length > mostRanges) break;
    prefixes = prefixes.flatMap((prefix) => (bound.points ?? []).map((point) => prefix + point));
    fixed += 1;
  }
  const bounded = fixed + (ranges ? 0.5 : 0);
  const inOrder = prefixes.length <= 1 && orderBy(index, sort, bounds);
  if (bounded === 0 && !inOrder) return null;
  return {
    index,
    ranges: ranges ?? prefixes.map((prefix) => [prefix, prefix + afterAll]),
    weight: bounded + (inOrder ? 0.25 : 0),
    inOrder,
  };
}

/** A sparse or partial index only serves filters that can match no document outside of it. */
function isUsable({ spec, fields }: TableIndex, filter: Doc, bounds: Map<string, Bounds>): boolean {
  if (spec.sparse) return fields.some((path) => bounds.get(path)?.matchesNull === false);
  return Object.entries(spec.partialFilterExpression ?? {}).every(([name, condition]) => {
    if (Object.hasOwn(filter, name) && equals(filter[name], condition)) return true;
    const demandsExistence = isDoc(condition) && Object.keys(condition).length === 1 && condition.$exists === true;
    return demandsExistence && bounds.get(name)?.matchesNull === false;
  });
}

/** With several elements in one document each bound may be met by another one, so only one of them can be used. */
function rangeOf(prefix: string, { from, to }: Bounds, multikey: boolean): [string, string] {
  const bracket = (from ?? to ?? '').charAt(0);
  const end = prefix + String.fromCharCode(bracket.charCodeAt(0) + 1);
  const low = prefix + (from ?? bracket);
  return [low, to === undefined || (multikey && from !== undefined) ? end : prefix + to];
}

/**
 * Fields with one fixed value do not disturb the order; the others have to follow the index. Fixed is only a field of this index, which holds no
 * arrays: elsewhere a document may match by one element of an array and stand in the order by another.
 */
function orderBy(index: TableIndex, sort: SortField[], bounds: Map<string, Bounds>): Plan['inOrder'] {
  if (sort.length === 0 || index.multikey || index.inexact) return false;
  const isFixed = (path: string): boolean => index.fields.includes(path) && bounds.get(path)?.points?.length === 1;
  const wanted = sort.filter(({ path }) => !isFixed(path));
  const first = index.fields.findIndex((path) => !isFixed(path));
  const given = first === -1 ? [] : index.fields.slice(first);
  if (wanted.some(({ path }, at) => given[at] !== path)) return false;
  const directions = new Set(wanted.map(({ direction }) => direction));
  return directions.size > 1 ? false : directions.has(-1) ? 'backward' : 'forward';
}

function* walk({ index, ranges, inOrder }: Plan): Generator<Row, void> {
  const seen = index.multikey || ranges.length > 1 ? new Set<Row>() : null;
  for (const [from, to] of ranges) {
    for (const { value } of index.entries.range(from, to, inOrder === 'backward')) {
      if (seen?.has(value)) continue;
      seen?.add(value);
      yield value;
    }
  }
}

/** Rows of all branches of an `$or`, when each branch has an index of its own. */
function eitherOf(collection: Collection, filter: Doc): Row[] | null {
  if (!Array.isArray(filter.$or)) return null;
  const rows = new Set<Row>();
  for (const branch of filter.$or as Doc[]) {
    const bounds = boundsOf(branch);
    const ids = bounds.get('_id')?.points;
    const plan = ids ? null : bestPlan(collection, branch, bounds, []);
    if (!ids && !plan) return null;
    for (const row of ids ? byIds(collection, ids) : walk(plan as Plan)) rows.add(row);
  }
  return [...rows].sort((a, b) => a.order - b.order);
}

function boundsOf(filter: Doc, into = new Map<string, Bounds>()): Map<string, Bounds> {
  for (const [name, value] of Object.entries(filter)) {
    if (name === '$and') for (const part of value as Doc[]) boundsOf(part, into);
    else if (!name.startsWith('$')) {
      const bound = isOperators(value) ? ofOperators(value) : pointsOf([value]);
      if (bound) into.set(name, narrower(into.get(name), bound));
    }
  }
  return into;
}

/** Of two conditions on a field, the one that leaves less; both are tested afterwards. */
const narrower = (a: Bounds | undefined, b: Bounds): Bounds => (a?.points && (!b.points || a.points.length <= b.points.length) ? a : b);

function ofOperators(operators: Doc): Bounds | null {
  if (Object.hasOwn(operators, '$eq')) return pointsOf([operators.$eq]);
  if (Array.isArray(operators.$in)) return pointsOf(operators.$in);
  const low = operators.$gt ?? operators.$gte;
  const high = operators.$lt ?? operators.$lte;
  const known = [low, high].filter((value) => value !== undefined && value !== null);
  const unfit = known.some((value) => ['array', 'regex', 'minKey', 'maxKey'].includes(typeOf(value)));
  if (known.length === 0 || unfit || (known.length === 2 && bracketOf(low) !== bracketOf(high))) return null;
  const bound: Bounds = { matchesNull: false };
  // Bounds include their ends: the filter decides.
  if (low !== undefined && low !== null) bound.from = orderKey(low);
  if (high !== undefined && high !== null) bound.to = orderKey(high) + afterAll;
  return bound;
}

function pointsOf(values: unknown[]): Bounds | null {
  if (values.some((value) => ['array', 'regex', 'undefined'].includes(typeOf(value)))) return null;
  return { points: [...new Set(values.map(orderKey))], matchesNull: values.includes(null) };
}
