/** What an update statement does to a document: operators, a replacement, or a pipeline; and the document that an upsert starts from. */
import { ObjectId } from 'bson';
import { StoreError } from '../errors.ts';
import { runStages } from '../aggregate/stages.ts';
import { compileFilter, isOperators, type Filter } from '../query/filter.ts';
import { partsOf } from '../query/path.ts';
import { positionOf } from '../query/select.ts';
import { isDoc, typeOf, type Doc } from '../values/types.ts';
import { compileOperators } from './operators.ts';
import { writeAt } from './targets.ts';

export type Update = {
  isReplacement: boolean;
  /** Answers the changed document; may change the given one. */
  change(doc: Doc, isInsert?: boolean): Doc;
};

/** `filter` is the statement's own, for the positional operator. */
export function compileUpdate(update: unknown, filter: Doc, arrayFilters: unknown): Update {
  if (Array.isArray(update)) return pipelineUpdate(update as Doc[]);
  if (!isDoc(update)) throw new StoreError(9, 'Update argument must be either an object or an array');
  const [first] = Object.keys(update);
  if (!first?.startsWith('$')) return replacement(update);
  const odd = Object.keys(update).find((name) => !name.startsWith('$'));
  if (odd)
    throw new StoreError(9, `Unknown modifier: ${odd}. Expected a valid update modifier or pipeline-style update specified as an array`);
  const { apply } = compileOperators(update);
  const filters = readArrayFilters(arrayFilters);
  checkFiltersUsed(update, filters);
  const isPositional = Object.values(update).some(
    (fields) => isDoc(fields) && Object.keys(fields).some((path) => partsOf(path).includes('$')),
  );
  return {
    isReplacement: false,
    change(doc, isInsert = false) {
      const position = isPositional && !isInsert ? positionOf(filter, doc) : undefined;
      apply(doc, { position, arrayFilters: filters }, isInsert, new Date());
      return doc;
    },
  };
}

function replacement(update: Doc): Update {
  const odd = Object.keys(update).find((name) => name.startsWith('$'));
  if (odd)
    throw new StoreError(
      52,
      `The dollar ($) prefixed field '${odd}' in '${odd}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  return { isReplacement: true, change: (doc) => (Object.hasOwn(update, '_id') ? idFirst(update) : { ...idOf(doc), ...update }) };
}

const idOf = (doc: Doc): Doc => (Object.hasOwn(doc, '_id') ? { _id: doc._id } : {});
const idFirst = ({ _id, ...rest }: Doc): Doc => ({ _id, ...rest });

const updateStages = ['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith'];

function pipelineUpdate(pipeline: Doc[]): Update {
  const odd = pipeline.flatMap((stage) => Object.keys(isDoc(stage) ? stage : {})).find((name) => !updateStages.includes(name));
  if (odd) throw new StoreError(72, `${odd} is not allowed to be used within an update`);
  const run = runStages(pipeline);
  return {
    isReplacement: false,
    change(doc) {
      const changed = run(doc);
      return Object.hasOwn(changed, '_id') ? changed : { ...idOf(doc), ...changed };
    },
  };
}

function readArrayFilters(given: unknown): Map<string, Filter> {
  const filters = new Map<string, Filter>();
  for (const filter of (given as Doc[] | undefined) ?? []) {
    const names = new Set(namesIn(filter));
    const [name, ...others] = names;
    if (name === undefined || others.length > 0)
      throw new StoreError(9, 'Error parsing array filter :: caused by :: Expected a single top-level field name');
    if (!/^[a-z][A-Za-z0-9]*$/.test(name))
      throw new StoreError(
        2,
        `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${name}'`,
      );
    if (filters.has(name)) throw new StoreError(9, `Found multiple array filters with the same top-level field name ${name}`);
    filters.set(name, compileFilter(filter));
  }
  return filters;
}

function namesIn(filter: Doc): string[] {
  return Object.entries(filter).flatMap(([name, value]) =>
    ['$and', '$or', '$nor'].includes(name) && Array.isArray(value) ? (value as Doc[]).flatMap(namesIn) : [partsOf(name)[0] ?? ''],
  );
}

function checkFiltersUsed(update: Doc, filters: Map<string, Filter>): void {
  const paths = Object.values(update).flatMap((fields) => (isDoc(fields) ? Object.keys(fields) : []));
  for (const name of filters.keys()) {
    if (!paths.some((path) => partsOf(path).includes(`$[${name}]`))) {
      throw new StoreError(9, `The array filter for identifier '${name}' was not used in the update ${JSON.stringify(update)}`);
    }
  }
}

/** The document that an upsert inserts when nothing matched. */
export function upserted(update: Update, filter: Doc): Doc {
  const start: Doc = {};
  for (const [path, value] of fixedFields(filter)) {
    if (!update.isReplacement || path === '_id') writeAt(start, partsOf(path), value);
  }
  const changed = update.change(start, true);
  return Object.hasOwn(changed, '_id') ? idFirst(changed) : { _id: new ObjectId(), ...changed };
}

/** Fields that the filter sets to one value. */
function fixedFields(filter: Doc): [string, unknown][] {
  const fields = Object.entries(filter).flatMap(([name, value]): [string, unknown][] => {
    if (name === '$and' || (name === '$or' && Array.isArray(value) && value.length === 1)) return (value as Doc[]).flatMap(fixedFields);
    if (name.startsWith('$')) return [];
    return fixedValue(value).map((one) => [name, one]);
  });
  const names = fields.map(([name]) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new StoreError(54, `cannot infer query fields to set, path '${twice}' is matched twice`);
  return fields;
}

function fixedValue(value: unknown): unknown[] {
  if (!isOperators(value)) return typeOf(value) === 'regex' ? [] : [value];
  if (Object.hasOwn(value, '$eq')) return [value.$eq];
  for (const name of ['$in', '$all']) {
    const values = value[name];
    if (Array.isArray(values) && values.length === 1 && typeOf(values[0]) !== 'regex' && !isOperators(values[0])) return values;
  }
  return [];
}
