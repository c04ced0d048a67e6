/** How an endpoint is declared. The server serves it, the tab calls it, and both take their types from the same entry. */
import type { z } from 'zod';

/**
 * Who may call an endpoint at all; what they may see or change is decided again by the policy table (api/privacy/rules/policy.ts).
 * - `anyone`: no sign-in (configuration of the tab, health)
 * - `signed-in`: every member of an onboarded tenant
 * - `hr`: people with the Entra app role Samtal.HR
 * - `access-officer`: people with the Entra app role Samtal.AccessOfficer; everybody else is told that it does not exist
 * - `link`: whoever sends the secret of a link that Samtal has made for one person, instead of a sign-in; everybody else is told that it opens nothing
 * - `talk-party`: the talk's employee or manager; everybody else is told that it does not exist
 */
export type Caller = 'anyone' | 'signed-in' | 'hr' | 'access-officer' | 'talk-party' | 'link';

/** Item of the policy table and what is done with it. The table's own words are in api/privacy/contract.ts, which knows this file. */
export type About = { item: string; act: 'read' | 'write' };

type Shape = z.ZodType;
type FileType =
  | 'text/calendar'
  | 'text/html'
  | 'application/json'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export type Endpoint<P extends Shape = Shape, Q extends Shape = Shape, B extends Shape = Shape, A extends Shape = Shape> = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Express path, for example `/api/talks/:talkId`. */
  path: string;
  may: Caller;
  /** The row of the policy table that decides; null only for what no row is about: the tab's configuration, and one's own entry in the directory. */
  about: About | null;
  /** True for an unsafe write of a versioned resource: If-Match must carry the version read (428 without, 412 when stale). */
  guarded?: true;
  /** What the answer is when it is not JSON: a file, as text or as bytes (`Uint8Array`). The address ends with what its name ends with. */
  type?: FileType;
  params?: P;
  query?: Q;
  body?: B;
  answer: A;
};

/** What a call of the endpoint carries and what comes back, as plain types. */
export type Input<E extends Endpoint> = {
  params: E['params'] extends Shape ? z.infer<E['params']> : undefined;
  query: E['query'] extends Shape ? z.infer<E['query']> : undefined;
  body: E['body'] extends Shape ? z.infer<E['body']> : undefined;
};
export type Answer<E extends Endpoint> = z.infer<E['answer']>;

/** Declares an endpoint; only gives it its exact type. */
export function endpoint<const E extends Endpoint>(declaration: E): E {
  return declaration;
}

/** Whether the answer is a file of bytes, which must not be read as text. */
export const isBytes = ({ type }: Pick<Endpoint, 'type'>): boolean => type !== undefined && !type.startsWith('text/');
