/** How a call to Microsoft 365 can fail, in the words of those who called: not now, or no. Knows nothing of HTTP libraries. */

/** Microsoft 365 cannot answer now. `retryAfterSeconds`: what it asked for. `maybeDone`: the effect may have happened, so look before repeating. */
export class MicrosoftUnavailable extends Error {
  readonly retryAfterSeconds: number | undefined;
  readonly maybeDone: boolean;
  constructor(message: string, maybeDone: boolean, retryAfterSeconds?: number) {
    super(message);
    this.name = 'MicrosoftUnavailable';
    this.maybeDone = maybeDone;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** It asks whoever asked so much to wait: the app in one mailbox, most often, so that another mailbox may answer meanwhile. Nothing was done. */
export class AskedToWait extends MicrosoftUnavailable {
  constructor(message: string, retryAfterSeconds?: number) {
    super(message, false, retryAfterSeconds);
  }
}

/** Graph refused: a status below 500 that repeating does not change. `code` is Graph's own. */
export class GraphRefused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'GraphRefused';
    this.status = status;
    this.code = code;
  }
}

/** The answer, or null when what was asked for does not exist (any more). What has no body answers undefined. */
export async function unlessGone(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 404) return null;
    throw error;
  }
}

/** For how long an answer of Microsoft's, of Graph or of Teams, asks to wait (Retry-After, in seconds); undefined when it does not say so. */
export function askedSeconds(headers: Pick<Headers, 'get'> | null | undefined): number | undefined {
  const asked = headers?.get('Retry-After') ?? '';
  return /^\d{1,9}$/.test(asked) ? Number(asked) : undefined;
}
