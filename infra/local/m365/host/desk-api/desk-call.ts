/** One call to /desk/api. Turns refusals into errors that carry the desk's own sentence; keeps nothing. */
import type { Refusal } from './desk-types.ts';

/** The desk refused: `message` is its sentence. Status 0: it could not be reached. */
export class DeskRefusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** Calls the desk. `path` is what follows /desk/api/. */
export async function callDesk<T>(method: Method, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/desk/api/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => null);
  if (!response) throw new DeskRefusal(0, '');
  const text = await response.text();
  const answer = text.startsWith('{') ? (JSON.parse(text) as T | Refusal) : null;
  if (!response.ok) throw new DeskRefusal(response.status, sentenceOf(answer) ?? `${method} ${path}: ${response.status}`);
  return answer as T;
}

function sentenceOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return null;
  return typeof answer.error === 'string' ? answer.error : null;
}

/** Path of something that belongs to a person. */
export const ofPerson = (personId: string, ...parts: string[]): string => ['people', personId, ...parts].map(encodeURIComponent).join('/');
