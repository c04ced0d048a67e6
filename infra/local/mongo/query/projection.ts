/** Projections: fields in, fields out, computed fields; in queries also slices of arrays and the one element that matched. */
import { StoreError } from '../errors.ts';
import { compileExpression } from '../aggregate/expression.ts';
import { numberOf } from '../values/numbers.ts';
import { toPlain } from '../values/plain.ts';
import { isArray, isDoc, isNumber, setField, type Doc } from '../values/types.ts';
import { firstElement, matched, sliceOf, type ArrayChange } from './array-projection.ts';
import { fieldOf, missing, partsOf } from './path.ts';

export type Projection = (doc: Doc) => Doc;

type Change = { parts: string[]; of: ArrayChange };
type Tree = { [name: string]: Tree | true };

/**
 * Null when everything is wanted. `filter` is the query that the positional projection refers to; null for a `$project` stage, where
 * operators are expressions only.
 */
export function compileProjection(spec: unknown, filter: Doc | null): Projection | null {
  if (spec === undefined || spec === null) return null;
  if (!isDoc(spec)) throw new StoreError(14, "BSON field 'projection' is the wrong type, expected type 'object'");
  const { included, excluded, changes, added, id } = sortOut(spec, filter);
  if ((included.length > 0 || added.length > 0) && excluded.length > 0) throw mixed(spec);
  const isInclusion = included.length > 0 || added.length > 0 || (id === true && excluded.length === 0 && changes.length === 0);
  const paths = isInclusion ? [...included, ...(id === false ? [] : ['_id'])] : [...excluded, ...(id === false ? ['_id'] : [])];
  const tree = treeOf([...paths, ...(isInclusion ? changes.map(({ parts }) => parts.join('.')) : [])]);
  return (doc) => {
    const kept = (isInclusion ? keep(doc, tree) : drop(doc, tree)) as Doc;
    for (const change of changes) apply(kept, change, doc);
    const plain = added.length > 0 ? (toPlain(doc) as Doc) : {};
    for (const { path, evaluate } of added) addField(kept, partsOf(path), evaluate(plain), doc);
    return kept;
  };
}

function sortOut(spec: Doc, filter: Doc | null) {
  const included: string[] = [];
  const excluded: string[] = [];
  const changes: Change[] = [];
  const added: { path: string; evaluate: (doc: Doc) => unknown }[] = [];
  let id: boolean | undefined;
  for (const [path, value] of Object.entries(flat(spec))) {
    const isFlag = typeof value === 'boolean' || isNumber(value);
    const on = value === true || (isNumber(value) && numberOf(value) !== 0);
    if (isFlag && path === '_id') id = on;
    else if (filter && path.endsWith('.$')) {
      included.push(path.slice(0, -2));
      changes.push({ parts: partsOf(path.slice(0, -2)), of: matched(filter) });
    } else if (isFlag) (on ? included : excluded).push(path);
    else if (filter && isDoc(value) && Object.hasOwn(value, '$slice')) changes.push({ parts: partsOf(path), of: sliceOf(value.$slice) });
    else if (filter && isDoc(value) && Object.hasOwn(value, '$elemMatch')) {
      included.push(path);
      changes.push({ parts: partsOf(path), of: firstElement(value.$elemMatch) });
    } else added.push({ path, evaluate: compileExpression(value) });
  }
  return { included, excluded, changes, added, id };
}

/** `{ a: { b: 1 } }` says the same as `{ 'a.b': 1 }`. */
function flat(spec: Doc, prefix = ''): Doc {
  const result: Doc = {};
  for (const [name, value] of Object.entries(spec)) {
    if (name.startsWith('$'))
      throw new StoreError(16410, `FieldPath field names may not start with '$'. Consider using $getField or $setField.`);
    const isNested = isDoc(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$');
    if (isNested) Object.assign(result, flat(value, `${prefix}${name}.`));
    else result[`${prefix}${name}`] = value;
  }
  return result;
}

function mixed(spec: Doc): StoreError {
  const [[, first] = []] = Object.entries(spec).filter(([name]) => name !== '_id');
  const isInclusion = first === true || (isNumber(first) && numberOf(first) !== 0);
  const odd = Object.entries(spec).find(([name, value]) => {
    const on = value === true || (isNumber(value) && numberOf(value) !== 0);
    return name !== '_id' && on !== isInclusion;
  });
  const [what, where] = isInclusion ? ['exclusion', 'inclusion'] : ['inclusion', 'exclusion'];
  return new StoreError(isInclusion ? 31254 : 31253, `Cannot do ${what} on field ${odd?.[0] ?? ''} in ${where} projection`);
}

function treeOf(paths: string[]): Tree {
  const root: Tree = Object.create(null) as Tree;
  for (const path of new Set(paths)) {
    const parts = partsOf(path);
    let at = root;
    for (const [step, part] of parts.entries()) {
      const isLast = step === parts.length - 1;
      const found = at[part];
      if (found === true || (isLast && found)) throw new StoreError(isLast ? 31250 : 31249, `Path collision at ${path}`);
      if (isLast) at[part] = true;
      else at = at[part] = found ?? (Object.create(null) as Tree);
    }
  }
  return root;
}

function keep(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.filter((one) => isDoc(one) || Array.isArray(one)).map((one) => keep(one, tree));
  if (!isDoc(value)) return missing;
  const result: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const branch = tree[name];
    const kept = branch === undefined ? missing : branch === true ? field : keep(field, branch);
    if (kept !== missing) setField(result, name, kept);
  }
  return result;
}

function drop(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((one) => drop(one, tree));
  if (!isDoc(value)) return value;
  const result: Doc = {};
  for (const [name, field] of Object.entries(value)) {
    const branch = tree[name];
    if (branch !== true) setField(result, name, branch === undefined ? field : drop(field, branch));
  }
  return result;
}

function apply(target: unknown, change: Change, doc: Doc, at = 0): void {
  const part = change.parts[at];
  if (Array.isArray(target)) return target.forEach((one) => apply(one, change, doc, at));
  if (part === undefined || !isDoc(target) || !Object.hasOwn(target, part)) return;
  if (at < change.parts.length - 1) {
    // Kept documents may still be shared with the stored one.
    const copy = Array.isArray(target[part]) ? target[part].map((one: unknown) => (isDoc(one) ? { ...one } : one)) : target[part];
    setField(target, part, isDoc(copy) ? { ...copy } : copy);
    return apply(target[part], change, doc, at + 1);
  }
  const value = change.of(target[part], doc);
  if (value === missing) delete target[part];
  else setField(target, part, value);
}

/** Adds a field at a path; arrays on the way in the source get it in each element. */
function addField(target: Doc, parts: string[], value: unknown, source: unknown): void {
  if (value === undefined) return;
  const [part = '', ...rest] = parts;
  if (rest.length === 0) return setField(target, part, value);
  const from = fieldOf(source, part);
  const kept = target[part];
  const within = (inner: unknown, origin: unknown): Doc => {
    const copy = isDoc(inner) ? { ...inner } : {};
    addField(copy, rest, value, origin);
    return copy;
  };
  setField(target, part, isArray(from) ? from.map((origin, at) => within(isArray(kept) ? kept[at] : {}, origin)) : within(kept, from));
}
