/** A call that did not succeed, in the words of the API's problem details. It knows no text: those are in platform/texts. */
import type { Problem } from '#api/platform/refusal/contract.ts';
import type { Reason } from '#api/contract.ts';

/**
 * Reasons a person can meet: those of the API, that it could not be reached at all, that a part of the tab itself could not be fetched, and that a sign-in
 * in a plain browser has run out.
 */
export type TabReason = Reason | 'not-connected' | 'not-loaded' | 'sign-in-ended';

/** Thrown by `call`. `problem` is what the server said; without a connection it is made here. */
export class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.reason);
    this.name = 'Refused';
    this.problem = problem;
  }

  get reason(): string {
    return this.problem.reason;
  }

  /** True when trying again later can help without changing anything. */
  get passing(): boolean {
    return this.reason === 'not-connected' || this.reason === 'not-loaded' || [429, 502, 503, 504].includes(this.problem.status);
  }

  static because(reason: TabReason, status: number, detail?: string): Refused {
    return new Refused({ type: `urn:samtal:${reason}`, title: reason, status, reason, ...(detail === undefined ? {} : { detail }) });
  }
}

/** Whatever was thrown, as a refusal that can be shown. */
export function asRefused(error: unknown): Refused {
  return error instanceof Refused ? error : Refused.because('unexpected', 500, error instanceof Error ? error.message : String(error));
}

/** For a part of the tab, or its texts, that could not be fetched: no network, or a newer version has taken its place. */
export function notLoaded(error: unknown): never {
  throw Refused.because('not-loaded', 0, error instanceof Error ? error.message : String(error));
}
