/** Speaks with Samtal's API as one person, through the contracts: what is sent and what comes back has the contract's types. */
import { isBytes, type Answer, type Endpoint } from '#api/platform/endpoint/contract.ts';
import { problemSchema, type Problem } from '#api/platform/refusal/contract.ts';
import { addressOf, type Given } from '#tabs/platform/call/call.ts';

/** One of `body` and `problem` is null. `text` is the answer as it came, for tests that look for what must not be in it. */
export type Answered<E extends Endpoint> = {
  status: number;
  body: Answer<E> | null;
  problem: Problem | null;
  headers: Headers;
  text: string;
};

/** What must be given is asked for by the types; nothing when the contract has neither params, query, body nor version. */
export type Asked<E extends Endpoint> = object extends Given<E> ? [given?: Given<E>] : [given: Given<E>];

export type Raw = { method?: string; body?: unknown; headers?: Record<string, string> };

export type Speaker = {
  /** Calls an endpoint and gives whatever comes: an answer or a refusal. */
  call<E extends Endpoint>(endpoint: E, ...asked: Asked<E>): Promise<Answered<E>>;
  /** Calls an endpoint that must answer, and gives the answer; a refusal is an error that tells it. */
  must<E extends Endpoint>(endpoint: E, ...asked: Asked<E>): Promise<Answer<E>>;
  /** Calls an endpoint that must refuse, and gives the refusal. */
  refused<E extends Endpoint>(endpoint: E, ...asked: Asked<E>): Promise<Problem>;
  /** Any request, for what no contract allows. A string is sent as it is, everything else as JSON. */
  request(path: string, raw?: Raw): Promise<{ status: number; body: unknown; headers: Headers; text: string; bytes: Uint8Array }>;
};

type Loose = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown; version?: number };

/** @param token asked for each call; null for somebody who is not signed in */
export function speakerOf(samtalUrl: string, token: (() => Promise<string>) | null): Speaker {
  const request: Speaker['request'] = async (path, { method = 'GET', body, headers = {} } = {}) => {
    const said = new Headers(token ? { Authorization: `Bearer ${await token()}` } : {});
    if (body !== undefined) said.set('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(headers)) said.set(name, value);
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const response = await fetch(`${samtalUrl}${path}`, { method, headers: said, redirect: 'manual', ...sent });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    return { status: response.status, body: parsed(text), headers: response.headers, text, bytes };
  };
  const call: Speaker['call'] = async (endpoint, ...[asked = {}]) => {
    const { params, query, body, version } = asked as Loose;
    const headers: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
    const answer = await request(addressOf(endpoint.path, params, query), { method: endpoint.method, body, headers });
    const common = { status: answer.status, headers: answer.headers, text: answer.text };
    if (answer.status >= 400) return { ...common, body: null, problem: problemSchema.parse(answer.body) };
    // The body is given as it came; parsing only makes sure that it keeps the contract.
    const given = isBytes(endpoint) ? answer.bytes : answer.body;
    endpoint.answer.parse(given);
    return { ...common, body: given as Answer<typeof endpoint>, problem: null };
  };
  return {
    request,
    call,
    async must(endpoint, ...asked) {
      const { body, problem } = await call(endpoint, ...asked);
      if (problem) throw new Error(`${endpoint.method} ${endpoint.path} was refused: ${JSON.stringify(problem)}`);
      return body as Answer<typeof endpoint>;
    },
    async refused(endpoint, ...asked) {
      const { problem, text } = await call(endpoint, ...asked);
      if (!problem) throw new Error(`${endpoint.method} ${endpoint.path} was not refused but answered ${text.slice(0, 500)}`);
      return problem;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
