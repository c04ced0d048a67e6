/** Refusals of Microsoft Graph: status, code and message, and the body they travel in. */
import type { World } from '../core/world.ts';

export class GraphRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;
  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'GraphRefusal';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

export const badRequest = (message: string, code = 'BadRequest'): GraphRefusal => new GraphRefusal(400, code, message);

export const itemNotFound = (): GraphRefusal =>
  new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');

export const resourceNotFound = (id: string): GraphRefusal =>
  new GraphRefusal(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

export const notFound = (message: string): GraphRefusal => new GraphRefusal(404, 'NotFound', message);

export const outlookDenied = (): GraphRefusal =>
  new GraphRefusal(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');

/** A thing that Graph does and this service does not: said as what it is, never answered half. */
export const notHere = (what: string): GraphRefusal =>
  new GraphRefusal(501, 'NotImplemented', `The local Microsoft Graph does not answer ${what}.`);

const usualCodes: Record<number, string> = {
  400: 'BadRequest',
  401: 'InvalidAuthenticationToken',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  410: 'syncStateNotFound',
  412: 'PreconditionFailed',
  423: 'Locked',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  502: 'BadGateway',
  503: 'ServiceUnavailable',
  504: 'GatewayTimeout',
};

/** The usual error code of a status. */
export const usualCode = (status: number): string => usualCodes[status] ?? 'UnknownError';

/** Graph's error body. `date` carries no zone, as there. */
export function errorBody(world: World, code: string, message: string, requestId: string, clientRequestId = requestId): unknown {
  const date = world.clock.now().toISOString().slice(0, 19);
  return { error: { code, message, innerError: { date, 'request-id': requestId, 'client-request-id': clientRequestId } } };
}
