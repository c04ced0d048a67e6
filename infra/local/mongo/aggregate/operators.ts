/** The operators of expressions, from mingo, and the names that exist. Knows no stage of a pipeline. */
import { Context } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as projections from 'mingo/operators/projection';
import * as windows from 'mingo/operators/window';
import { StoreError } from '../errors.ts';
import { isDoc } from '../values/types.ts';

/** Not offered: they run code, or write elsewhere. */
export const refused = new Set(['$function', '$accumulator', '$where', '$out', '$merge', 'default']);
export const offered = <T extends object>(operators: T): T =>
  Object.fromEntries(Object.entries(operators).filter(([name]) => !refused.has(name))) as T;

export const operators = {
  accumulator: offered(accumulators),
  expression: offered(expressions),
  projection: offered(projections),
  window: offered(windows),
};
export const context = Context.init(operators);

const names = new Set(Object.values(operators).flatMap((group) => Object.keys(group)));

/** Throws for operators that do not exist. */
export function checkExpression(expression: unknown, code = 168): void {
  if (Array.isArray(expression)) return expression.forEach((one) => checkExpression(one, code));
  if (!isDoc(expression)) return;
  for (const [name, value] of Object.entries(expression)) {
    if (name === '$literal') continue;
    if (refused.has(name)) throw new StoreError(115, `${name} is not supported by this store`);
    if (name.startsWith('$') && !names.has(name)) throw new StoreError(code, `Unrecognized expression '${name}'`);
    checkExpression(value, code);
  }
}
