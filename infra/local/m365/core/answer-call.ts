/**
 * What every call to Entra, Graph or the connector goes through: faults that were asked for at the desk, and the record of how it was answered.
 * Knows no service; how an error looks there is passed in.
 */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Fault } from './faults.ts';
import type { AnsweredCall, World } from './world.ts';

/** How the service answers an error; `code` null: the usual one for the status. Answers the code it used. */
export type AnswerError = (response: Response, status: number, code: string | null) => string;

/** Path and query below the service's host, readable: `/v1.0/users/anna@example.com/events?$filter=...`. */
export function callPath(request: Request): string {
  try {
    return decodeURIComponent(request.url);
  } catch {
    return request.url;
  }
}

/** The error code that is recorded with the call. A service sets it when it refuses. */
export function noteCode(response: Response, code: string): void {
  response.locals.code = code;
}

/** The permission that opened the address. */
export function notePermission(response: Response, permission: string | null): void {
  response.locals.permission = permission;
}

/** Mounted before a service's routes. */
export function answerCalls(world: World, service: AnsweredCall['service'], answerError: AnswerError): RequestHandler {
  return (request, response, next) => {
    const { method } = request;
    const path = callPath(request);
    const record = (status: number, code: string | null): void => {
      const { permission = null } = response.locals as { permission?: string | null };
      world.record({ at: world.clock.now().toISOString(), service, method, path, status, code, permission });
    };
    const fault = world.faults.take(service, method, path);
    if (fault?.kind === 'cut') {
      record(0, 'cut');
      return void request.socket.destroy();
    }
    if (fault?.kind === 'hang') return record(0, 'hang');
    response.on('finish', () => {
      const { code } = response.locals as { code?: string };
      record(response.statusCode, code ?? null);
    });
    if (fault?.kind === 'refuse') return refuse(response, fault, answerError);
    if (fault?.kind === 'refuse-after') insteadOfAnswer(response, () => refuse(response, fault, answerError));
    if (fault?.kind === 'lose-answer')
      insteadOfAnswer(response, () => {
        record(0, 'lose-answer');
        request.socket.destroy();
      });
    if (fault?.kind === 'slow') answerLater(response, lateMs(fault));
    next();
  };
}

export const lateMs = ({ seconds = 5 }: Fault): number => seconds * 1000;

/** Lets the service do its work, and holds its answer back. */
function answerLater(response: Response, ms: number): void {
  const end = response.end.bind(response) as (...given: unknown[]) => Response;
  response.end = ((...given: unknown[]) => {
    const timer = setTimeout(() => end(...given), ms);
    response.on('close', () => clearTimeout(timer));
    return response;
  }) as Response['end'];
}

function refuse(response: Response, fault: Fault, answerError: AnswerError): void {
  if (fault.retryAfterSeconds !== null) response.set('Retry-After', String(fault.retryAfterSeconds));
  noteCode(response, answerError(response, fault.status, fault.code));
}

/** Lets the service do its work, and does this at the moment its answer would go out. */
function insteadOfAnswer(response: Response, act: () => void): void {
  const end = response.end.bind(response);
  response.end = (() => {
    response.end = end;
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    act();
    return response;
  }) as Response['end'];
}

/** Mounted after a service's routes: what they throw is answered as the service's own 500, and told on the console, because it is a fault of ours. */
export function answerFailures(answerError: AnswerError) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) return next(error);
    const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
    if (status >= 500) console.error(error);
    noteCode(response, answerError(response, status, null));
  };
}
