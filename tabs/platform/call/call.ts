/** Calls an endpoint declared in a contract, signed with the host's token. It does not cache, retry or show anything. */
import { isBytes, type Answer, type Endpoint, type Input } from '#api/platform/endpoint/contract.ts';
import type { Problem } from '#api/platform/refusal/contract.ts';
import { learnTime } from '../clock/clock.ts';
import { Refused } from './refused.ts';

type Carried<E extends Endpoint> = { [K in keyof Input<E> as undefined extends Input<E>[K] ? never : K]: Input<E>[K] };
type Versioned<E extends Endpoint> = E extends { guarded: true }
  ? { /** The version that was read; `stale` when it has changed since. */ version: number }
  : unknown;

/** What a call of this endpoint must be given: params, query, body and version, each only when the contract has it. */
export type Given<E extends Endpoint> = Carried<E> & Versioned<E>;

/**
 * Calls the API. Throws `Refused`, also when there is no connection (`not-connected`).
 * @param onBytes told how much has come so far, again and again, for what may take a while
 */
export type CallApi = <E extends Endpoint>(entry: E, given: Given<E>, onBytes?: (bytes: number) => void) => Promise<Answer<E>>;

type Loose = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; version?: number };

/** Planning a large cycle takes seconds; nothing takes longer than this, but what says how much of it has come. */
const patienceMs = 90_000;
const longPatienceMs = 900_000;

/**
 * Makes the call function.
 * @param token fresh sign-in token, asked for each call; not asked for endpoints that anyone may call
 */
export function createCall(token: () => Promise<string>, send: typeof fetch = (...request) => fetch(...request)): CallApi {
  return async <E extends Endpoint>(entry: E, given: Given<E>, onBytes?: (bytes: number) => void): Promise<Answer<E>> => {
    const { params, query, body, version } = given as Loose;
    const headers = new Headers();
    if (entry.may !== 'anyone') headers.set('Authorization', `Bearer ${await signIn(token)}`);
    if (version !== undefined) headers.set('If-Match', `"${version}"`);
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    const request: RequestInit = { method: entry.method, headers, signal: AbortSignal.timeout(onBytes ? longPatienceMs : patienceMs) };
    if (body !== undefined) request.body = JSON.stringify(body);
    const response = await reach(send, addressOf(entry.path, params, query), request);
    learnTime(response.headers.get('date'), Date.now());
    if (!response.ok) throw await refusalOf(response);
    return (await readAnswer(entry, onBytes ? counted(response, onBytes) : response)) as Answer<E>;
  };
}

function readAnswer(entry: Endpoint, response: Response): Promise<unknown> {
  if (isBytes(entry)) return response.arrayBuffer().then((bytes) => new Uint8Array(bytes));
  return entry.type ? response.text() : response.json();
}

function counted({ body }: Response, onBytes: (bytes: number) => void): Response {
  let bytes = 0;
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, out) {
      onBytes((bytes += chunk.byteLength));
      out.enqueue(chunk);
    },
  });
  return new Response(body?.pipeThrough(count) ?? null);
}

/** Path with its parameters and query filled in. */
export function addressOf(path: string, params: Record<string, string> = {}, query: Record<string, unknown> = {}): string {
  const filled = path.replace(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = Object.entries(query).flatMap(([key, value]): [string, string][] =>
    value == null ? [] : [[key, String(value as string | number | boolean)]],
  );
  return asked.length === 0 ? filled : `${filled}?${new URLSearchParams(asked).toString()}`;
}

async function signIn(token: () => Promise<string>): Promise<string> {
  try {
    return await token();
  } catch (error) {
    if (error instanceof Refused) throw error;
    if (globalThis.navigator?.onLine === false) throw Refused.because('not-connected', 0);
    throw Refused.because('not-signed-in', 401, error instanceof Error ? error.message : String(error));
  }
}

async function reach(send: typeof fetch, address: string, request: RequestInit): Promise<Response> {
  try {
    return await send(address, request);
  } catch (error) {
    if (error instanceof Refused) throw error;
    // fetch rejects only when no answer came: no network, no server, or too late.
    throw Refused.because('not-connected', 0, error instanceof Error ? error.message : String(error));
  }
}

async function refusalOf(response: Response): Promise<Refused> {
  if (response.headers.get('content-type')?.includes('application/problem+json')) return new Refused((await response.json()) as Problem);
  // A gateway in front of Samtal answers in its own form.
  const reason = response.status === 502 || response.status === 503 || response.status === 504 ? 'not-connected' : 'unexpected';
  return Refused.because(reason, response.status, `${response.status} ${response.statusText}`.trim());
}
