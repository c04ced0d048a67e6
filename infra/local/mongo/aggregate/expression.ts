/** Expressions outside of pipelines: `$expr` in filters and computed fields in projections. */
import { evalExpr } from 'mingo/core';
import { StoreError } from '../errors.ts';
import { toPlain, toTyped } from '../values/plain.ts';
import type { Doc } from '../values/types.ts';
import { checkExpression, context } from './operators.ts';

const options = { context, scriptEnabled: false } as unknown as Parameters<typeof evalExpr>[2];

/**
 * Throws at once for operators that do not exist. The result takes a document in mingo's form (toPlain) and answers a value, or undefined
 * when there is none.
 */
export function compileExpression(expression: unknown): (doc: Doc) => unknown {
  checkExpression(expression);
  const plain = toPlain(expression);
  return (doc) => computed(() => toTyped(evalExpr(doc, plain, options)));
}

/** What mingo finds wrong, in the form of this store's errors. */
export function computed<T>(compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(2, error instanceof Error ? error.message : String(error));
  }
}
