/** Finds the route of a call, checks what the caller may, and turns refusals into Graph's error answers. Knows neither Express nor any entity. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { lateMs } from '../core/answer-call.ts';
import type { World } from '../core/world.ts';
import type { Answer, Call, Caller, InnerCall, Route } from './call.ts';
import { checkPermission } from './permissions.ts';
import { badRequest, errorBody, GraphRefusal, usualCode } from './refusal.ts';
import { enter } from './throttle.ts';

export type Incoming = Pick<Call, 'header' | 'body' | 'caller' | 'requestId'> & { method: string; url: string };

type Compiled = Route & { pattern: RegExp; names: string[] };

/** Compiles the templates once; the first route that fits answers, so literal paths stand before those with holes. */
export function createDispatch(world: World, routes: Route[]): (incoming: Incoming) => Promise<Answer & { code?: string }> {
  const compiled = routes.map(compile).sort((a, b) => a.names.length - b.names.length);
  const dispatch = async (incoming: Incoming): Promise<Answer & { code?: string }> => {
    try {
      return await answer(world, compiled, incoming, (inner, caller) => answerInner(world, dispatch, inner, caller));
    } catch (error) {
      return refusalAnswer(world, error, incoming.requestId, incoming.header('client-request-id'));
    }
  };
  return dispatch;
}

/** The error answer of a refusal; anything else is a fault of ours, and thrown on. */
export function refusalAnswer(world: World, error: unknown, requestId: string, clientRequestId?: string): Answer & { code: string } {
  if (!(error instanceof GraphRefusal)) throw error;
  const { status, code, message, headers } = error;
  return { status, headers, code, body: errorBody(world, code, message, requestId, clientRequestId) };
}

function compile(route: Route): Compiled {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const pattern = route.path.replaceAll('$', String.raw`\$`).replaceAll(/\{\w+\}/g, '([^/]+)');
  return { ...route, names, pattern: new RegExp(`^${pattern}$`, 'i') };
}

type Again = (inner: InnerCall, caller: Caller) => Promise<Answer>;

async function answer(world: World, routes: Compiled[], incoming: Incoming, again: Again): Promise<Answer> {
  const { caller, requestId, header, body } = incoming;
  const { pathname, searchParams } = new URL(incoming.url, 'https://graph.microsoft.com');
  const path = withPerson(plainly(pathname), caller);
  const fitting = routes.filter(({ pattern }) => pattern.test(path));
  if (fitting.length === 0) throw badRequest(`Resource not found for the segment '${decode(path.split('/').at(-1) ?? '')}'.`);
  const route = fitting.find(({ method }) => method === incoming.method);
  if (!route) throw new GraphRefusal(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.');
  const values = route.pattern.exec(path)?.slice(1) ?? [];
  const at = Object.fromEntries(route.names.map((name, index) => [name, decode(values[index] ?? '')]));
  const method = route.method;
  const call: Call = {
    method,
    path: decode(path),
    query: searchParams,
    header,
    body,
    caller,
    at,
    requestId,
    again: (inner) => again(inner, caller),
  };
  const permission = checkPermission(world, call, route.path);
  const { leave, headers } = enter(world, call, route.path);
  try {
    const answered = await route.answer(world, call);
    // What a killed process would forget is not answered; until then the call holds its place.
    if (method !== 'GET') await world.tables.flushed();
    return { permission, ...answered, headers: { ...headers, ...answered.headers } };
  } catch (error) {
    // The address was opened, though what it led to was refused.
    return { permission, ...refusalAnswer(world, error, requestId, header('client-request-id')) };
  } finally {
    leave();
  }
}

/** One way to write each address: functions without brackets (`delta()`), the default calendar without its name. */
const plainly = (path: string): string =>
  path
    .replace(/\(\)(?=\/|$)/g, '')
    .replace(/(?<=.)\/$/, '')
    .replace(/^(\/(?:me|users\/[^/]+))\/calendar\/(events|calendarView)(?=\/|$)/i, '$1/$2');

function withPerson(path: string, { userId }: Caller): string {
  if (!/^\/me(\/|$)/i.test(path)) return path;
  if (userId === null) throw badRequest('/me request is only valid with delegated authentication flow.');
  return `/users/${userId}${path.slice('/me'.length)}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badRequest('Bad Request - Invalid URL');
  }
}

/** One request of a batch: it meets faults and is recorded like any other. A cut connection, or one
 * that hangs, is, inside a batch, a gateway that gave up. */
async function answerInner(
  world: World,
  dispatch: (incoming: Incoming) => Promise<Answer & { code?: string }>,
  { method, url, headers, body }: InnerCall,
  caller: Caller,
): Promise<Answer> {
  const requestId = randomUUID();
  const path = `/v1.0${decode(url)}`;
  const record = ({ status, code = null, permission = null }: { status: number; code?: string | null; permission?: string | null }): void =>
    world.record({ at: world.clock.now().toISOString(), service: 'graph', method, path, status, code, permission });
  const header = (name: string): string | undefined =>
    Object.entries(headers).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
  const fault = world.faults.take('graph', method, path);
  const isBegun = fault?.kind !== 'refuse' && fault?.kind !== 'cut' && fault?.kind !== 'hang';
  const done = isBegun ? await dispatch({ method, url, header, body, caller, requestId }) : null;
  if (fault?.kind === 'slow') await pause(lateMs(fault));
  if (done && (!fault || fault.kind === 'slow')) {
    record(done);
    return done;
  }
  const status = fault?.kind === 'refuse' || fault?.kind === 'refuse-after' ? fault.status : 504;
  const { code: usual, body: errorBodyOf } = faultBody(world, status, fault?.code ?? null, requestId);
  record({ status, code: usual });
  const wait = fault?.retryAfterSeconds ?? null;
  return { status, body: errorBodyOf, headers: wait === null ? {} : { 'Retry-After': String(wait) } };
}

/** Body of an answer that a fault made. */
export function faultBody(world: World, status: number, code: string | null, requestId: string): { code: string; body: unknown } {
  const used = code ?? usualCode(status);
  return { code: used, body: errorBody(world, used, 'The service could not answer this request.', requestId) };
}
