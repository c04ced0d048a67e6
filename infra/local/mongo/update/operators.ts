/** Applies an update written with operators to one document, in MongoDB's order: by path, not by operator. */
import { StoreError } from '../errors.ts';
import { isPosition, missing, partsOf } from '../query/path.ts';
import { compareText } from '../values/compare.ts';
import { show } from '../values/show.ts';
import { isDoc, typeOf, type Doc } from '../values/types.ts';
import { arrayOperators } from './array-operators.ts';
import { fieldOperators, unchanged, type Operator } from './field-operators.ts';
import { checkViable, placesOf, removeAt, valueAt, writeAt, type Placing } from './targets.ts';

type Step = { name: string; path: string; parts: string[]; operand: unknown; operator: Operator };
export type OperatorUpdate = { apply(doc: Doc, placing: Placing, isInsert: boolean, now: Date): void };

const operators: Record<string, Operator> = { ...fieldOperators, ...arrayOperators };

/** They do nothing where there is nothing, unless nothing could ever be there. */
const removers = new Set(['$pull', '$pullAll', '$pop']);

/** Throws for operators that do not exist and for two changes of the same field. */
export function compileOperators(update: Doc): OperatorUpdate {
  const steps = Object.entries(update).flatMap(([name, fields]) => stepsOf(name, fields));
  checkConflicts(steps.flatMap((step) => (step.name === '$rename' ? [step.path, step.operand as string] : [step.path])));
  // A renamed field counts by its new name.
  const orderOf = ({ name, parts, operand }: Step): string[] => (name === '$rename' ? partsOf(operand as string) : parts);
  steps.sort((a, b) => comparePaths(orderOf(a), orderOf(b)));
  return {
    apply(doc, placing, isInsert, now) {
      for (const step of steps) {
        if (step.name === '$setOnInsert' && !isInsert) continue;
        if (step.name === '$rename') rename(doc, step);
        else applyStep(doc, step, placing, now);
      }
    },
  };
}

function stepsOf(name: string, fields: unknown): Step[] {
  const operator = name === '$rename' ? () => unchanged : operators[name];
  if (!operator) {
    throw new StoreError(9, `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`);
  }
  if (!isDoc(fields)) {
    throw new StoreError(
      9,
      `Modifiers operate on fields but we found type ${typeOf(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ${show(fields)}}`,
    );
  }
  return Object.entries(fields).map(([path, operand]) => {
    checkPath(path);
    if (name === '$rename') checkRename(path, operand);
    return { name, path, parts: partsOf(path), operand, operator };
  });
}

function checkPath(path: string): void {
  const parts = partsOf(path);
  if (path === '') throw new StoreError(56, 'An empty update path is not valid.');
  if (parts.includes('')) throw new StoreError(56, `The update path '${path}' contains an empty field name, which is not allowed.`);
  const odd = parts.find((part, at) => part.startsWith('$') && (at === 0 || !/^\$(\[[A-Za-z0-9]*\])?$/.test(part)));
  if (odd)
    throw new StoreError(
      52,
      `The dollar ($) prefixed field '${odd}' in '${path}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
}

function checkRename(path: string, target: unknown): void {
  if (typeof target !== 'string') throw new StoreError(2, `The 'to' field for $rename must be a string: ${path}: ${show(target)}`);
  checkPath(target);
  if (path === target) throw new StoreError(2, `The source and target field for $rename must differ: ${path}: ${show(target)}`);
  if ([path, target].some((one) => one.includes('$')))
    throw new StoreError(2, `The source and target fields for $rename may not be dynamic: ${path}`);
}

function checkConflicts(paths: string[]): void {
  const seen: string[] = [];
  for (const path of paths) {
    const other = seen.find((one) => one === path || one.startsWith(`${path}.`) || path.startsWith(`${one}.`));
    if (other !== undefined) {
      const shorter = other.length < path.length ? other : path;
      throw new StoreError(40, `Updating the path '${path}' would create a conflict at '${shorter}'`);
    }
    seen.push(path);
  }
}

function comparePaths(a: string[], b: string[]): number {
  for (const [at, part] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    const order = isPosition(part) && isPosition(other) ? Number(part) - Number(other) : compareText(part, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function applyStep(doc: Doc, { name, path, parts, operand, operator }: Step, placing: Placing, now: Date): void {
  for (const place of placesOf(doc, parts, placing)) {
    const old = valueAt(doc, place);
    if (old === missing && removers.has(name)) checkViable(doc, place);
    const value = operator({ old, operand, path, doc, now });
    if (value === unchanged) continue;
    if (value === missing) removeAt(doc, place);
    else writeAt(doc, place, value);
  }
}

function rename(doc: Doc, { parts, operand }: Step): void {
  const value = valueAt(doc, parts);
  if (value === missing) return;
  removeAt(doc, parts);
  writeAt(doc, partsOf(operand as string), value);
}
