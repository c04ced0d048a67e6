/** Refusals: the answers a person can expect when something may not or cannot be done. Unexpected faults are thrown, never refused. */
import { z } from 'zod';

/** Refusals that any endpoint may give, with their HTTP status. Features add their own in their contract. */
export const platformRefusals = {
  'not-signed-in': 401,
  'not-found': 404,
  'wrong-input': 400,
  'too-large': 413,
  stale: 412,
  'version-missing': 428,
  'too-many-requests': 429,
  'microsoft-unavailable': 503,
  /** What was to be shown could not be written into the access log. */
  'not-noted': 503,
  unexpected: 500,
} as const;

/** Wire form of every refusal and fault: problem details (RFC 9457) with Samtal's own members. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  reason: z.string(),
  /** Path of the first wrong field, for `wrong-input`. */
  field: z.string().optional(),
  /** The limit that was exceeded, in characters or bytes as the title says. */
  limit: z.number().optional(),
  /** What is stored now, for `stale`, so that both texts can be shown side by side. */
  current: z.unknown().optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** What a verb answers: the value, or a named refusal with what the screen needs to explain it. */
export type Refused = { ok: false; reason: string; field?: string; limit?: number; current?: unknown; detail?: string };
export type Result<T> = { ok: true; value: T } | Refused;

/** Wraps a value as a successful result. */
export const done = <T>(value: T): Result<T> => ({ ok: true, value });

/** A named refusal; `more` carries what the screen needs to explain it. */
export const refuse = (reason: string, more: Omit<Refused, 'ok' | 'reason'> = {}): Refused => ({ ok: false, reason, ...more });
