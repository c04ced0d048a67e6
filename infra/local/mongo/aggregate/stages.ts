/** The stages of pipelines: mingo's, with filters and sorting replaced by the store's own. Checks a pipeline before it runs. */
import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import { Lazy } from 'mingo/lazy';
import * as stages from 'mingo/operators/pipeline';
import type { Options } from 'mingo/types';
import { StoreError } from '../errors.ts';
import { compileFilter } from '../query/filter.ts';
import { compileProjection } from '../query/projection.ts';
import { readSort, sorted } from '../query/sort.ts';
import { toPlain, toTyped, withOldTypes } from '../values/plain.ts';
import { isDoc, type Doc } from '../values/types.ts';
import { computed } from './expression.ts';
import { checkExpression, offered, operators, refused } from './operators.ts';

type Stage = (typeof stages)['$limit'];
type Input = Parameters<Stage>[0];

const typedDoc = (doc: unknown): Doc => toTyped(doc) as Doc;

function match(input: Input, filter: unknown): Input {
  const compiled = compileFilter(typedDoc(filter));
  return input.filter((doc) => compiled.matches(typedDoc(doc)));
}

function sort(input: Input, spec: unknown): Input {
  const fields = readSort(typedDoc(spec));
  return input.transform((docs) => Lazy(sorted(docs, fields, typedDoc)));
}

function project(input: Input, spec: unknown): Input {
  const projection = compileProjection(typedDoc(spec), null);
  return projection ? input.map((doc) => toPlain(projection(typedDoc(doc)))) : input;
}

const pipeline = {
  ...offered(stages),
  $match: match as unknown as Stage,
  $sort: sort as unknown as Stage,
  $project: project as unknown as Stage,
};
export const context = Context.init({ ...operators, pipeline });

const stageNames = new Set(Object.keys(pipeline));

/** Stages whose parts are pipelines. */
const innerPipelines: Record<string, (spec: Doc) => unknown[]> = {
  $facet: (spec) => Object.values(spec),
  $lookup: (spec) => (spec.pipeline === undefined ? [] : [spec.pipeline]),
  $unionWith: (spec) => (spec.pipeline === undefined ? [] : [spec.pipeline]),
};

/** Throws for stages and operators that do not exist, also where no document would ever reach them. */
export function checkPipeline(pipeline: unknown): asserts pipeline is Doc[] {
  if (!Array.isArray(pipeline)) throw new StoreError(14, "'pipeline' option must be specified as an array");
  for (const stage of pipeline) {
    if (!isDoc(stage)) throw new StoreError(14, "Each element of the 'pipeline' array must be an object");
    const [name, ...others] = Object.keys(stage);
    if (name === undefined || others.length > 0) {
      throw new StoreError(40323, 'A pipeline stage specification object must contain exactly one field.');
    }
    checkStage(name, stage[name]);
  }
}

function checkStage(name: string, spec: unknown): void {
  if (refused.has(name)) throw new StoreError(115, `${name} is not supported by this store`);
  if (!stageNames.has(name)) throw new StoreError(40324, `Unrecognized pipeline stage name: '${name}'`);
  if (name === '$match') {
    if (!isDoc(spec)) throw new StoreError(15959, 'the match filter must be an expression in an object');
    compileFilter(spec);
  } else if (name === '$sort') readSort(spec);
  else if (name === '$project') {
    if (!isDoc(spec) || Object.keys(spec).length === 0)
      throw new StoreError(51272, 'Invalid $project :: caused by :: projection specification must have at least one field');
    checkExpression(spec, 31325);
    compileProjection(spec, null);
  } else if (name === '$group') checkGroup(spec);
  else if (innerPipelines[name] && isDoc(spec)) {
    innerPipelines[name](spec).forEach(checkPipeline);
    checkExpression(spec.let);
  } else if (name === '$graphLookup' && isDoc(spec)) {
    if (isDoc(spec.restrictSearchWithMatch)) compileFilter(spec.restrictSearchWithMatch);
    checkExpression(spec.startWith);
  } else checkExpression(spec);
}

function checkGroup(spec: unknown): void {
  if (!isDoc(spec)) throw new StoreError(15947, "a group's fields must be specified in an object");
  if (!Object.hasOwn(spec, '_id')) throw new StoreError(15955, 'a group specification must include an _id');
  for (const [field, value] of Object.entries(spec)) {
    if (field === '_id') {
      checkExpression(value);
      continue;
    }
    const [name = ''] = isDoc(value) ? Object.keys(value) : [];
    if (!name) throw new StoreError(40234, `The field '${field}' must be an accumulator object`);
    if (!Object.hasOwn(operators.accumulator, name)) throw new StoreError(15952, `unknown group operator '${name}'`);
    checkExpression(value);
  }
}

/** One document through stages that change documents one by one. Numbers that stay the same keep their type. */
export function runStages(pipeline: Doc[]): (doc: Doc) => Doc {
  checkPipeline(pipeline);
  const plain = pipeline.map((stage) => toPlain(stage) as Doc);
  return (doc) => {
    const [changed] = computed(() => new Aggregator(plain, mingoOptions()).run([toPlain(doc) as Doc]));
    return withOldTypes(toTyped(changed), doc) as Doc;
  };
}

/** `resolve` reads other collections, for `$lookup` and its like. */
export function mingoOptions(resolve: (name: string) => Doc[] = () => []): Options {
  return {
    context,
    collectionResolver: resolve,
    scriptEnabled: false,
    processingMode: 0,
    idKey: '_id',
    useStrictMode: true,
    failOnError: true,
  };
}
