/** How the desk refuses: a status and one sentence. */
import type { ErrorRequestHandler } from 'express';
import type { z } from 'zod';

export class DeskRefusal extends Error {
  readonly status: 400 | 404 | 409;
  constructor(status: 400 | 404 | 409, sentence: string) {
    super(sentence);
    this.status = status;
  }
}

export const notFound = (what: string): DeskRefusal => new DeskRefusal(404, `There is no such ${what}.`);

/** Reads input; what is wrong with it is said with the field's name. */
export function readInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const read = schema.safeParse(input ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new DeskRefusal(400, `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'wrong input'}`);
}

export const answerDeskRefusal: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  if (status >= 500) console.error(error);
  response.status(status).json({ error: error instanceof Error ? error.message : 'Something went wrong at the desk.' });
};
