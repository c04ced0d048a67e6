/** How Microsoft Entra refuses: OAuth error, AADSTS number, trace. Source of numbers and words: its own page of error codes. */
import { randomUUID } from 'node:crypto';
import type { Response } from 'express';
import { noteCode } from '../core/answer-call.ts';

export type Refusal = { status: 400 | 401; error: string; number: number; says: string; suberror?: string; claims?: string };

export type Granted<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };
export const grant = <T>(value: T): Granted<T> => ({ ok: true, value });

type Refuse = (status: 400 | 401, error: string, number: number, says: string, suberror?: string) => { ok: false; refusal: Refusal };
export const refuse: Refuse = (status, error, number, says, suberror) => ({
  ok: false,
  refusal: { status, error, number, says, ...(suberror ? { suberror } : {}) },
});

export function answerRefusal(response: Response, { status, error, number, says, suberror, claims }: Refusal, now: Date): void {
  const trace = randomUUID();
  const correlation = randomUUID();
  const timestamp = now.toISOString().replace('T', ' ').replace(/\.\d+/, '');
  noteCode(response, `AADSTS${number}`);
  response.status(status).json({
    error,
    error_description: `AADSTS${number}: ${says} Trace ID: ${trace} Correlation ID: ${correlation} Timestamp: ${timestamp}`,
    error_codes: [number],
    timestamp,
    trace_id: trace,
    correlation_id: correlation,
    error_uri: `https://login.microsoftonline.com/error?code=${number}`,
    ...(suberror ? { suberror } : {}),
    ...(claims ? { claims } : {}),
  });
}

/** What conditional access asks: the person has to sign in again, with a second factor. */
export const askPerson = (appId: string): { ok: false; refusal: Refusal } => ({
  ok: false,
  refusal: {
    status: 400,
    error: 'interaction_required',
    number: 50076,
    says: `Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access '${appId}'.`,
    suberror: 'basic_action',
    claims: JSON.stringify({ access_token: { capolids: { essential: true, values: [randomUUID()] } } }),
  },
});

/** An error that somebody asked for at the desk: `code` is an AADSTS number or an OAuth error. */
export function answerAskedFor(response: Response, status: number, code: string | null): string {
  const error = code ?? (status >= 500 ? 'temporarily_unavailable' : status === 401 ? 'invalid_client' : 'invalid_request');
  const number = /^AADSTS(\d+)$/.exec(error)?.[1] ?? (status >= 500 ? '90033' : '900144');
  response.status(status).json({
    error: error.startsWith('AADSTS') ? 'invalid_grant' : error,
    error_description: `AADSTS${number}: A fault that was asked for at the desk.`,
    error_codes: [Number(number)],
  });
  return error;
}
