/**
 * Serves declared endpoints: sign-in, whether the policy table has the declared row for such a caller, input check, the verb, and its refusal
 * as problem details. Decides nothing about a talk: the verb asks the table again with its facts.
 */
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import express, { type Express, type NextFunction, type Request, type Response, type Router } from 'express';
import type { z } from 'zod';
import type { Person } from '../identity/actor.ts';
import type { Log } from '../log/log.ts';
import { beginReading, inReading, NotNoted, within, type Reader, type Reading } from '../reading/reading.ts';
import { refuse, type Problem, type Refused, type Result } from '../refusal/contract.ts';
import type { Answer, Endpoint, Input } from './contract.ts';
import type { Identify, IdentifyByLink } from './identify.ts';

export type Serving = {
  router: Router;
  identify: Identify;
  identifyByLink: IdentifyByLink;
  /** Whether the policy table grants the endpoint's row to such a caller at all. */
  mayCall: (entry: Endpoint, actor: Person | null) => boolean;
  statusOf: Record<string, number>;
  log: Log;
  /** How a call is told to the access log. */
  readerOf: (entry: Endpoint, actor: Person) => Reader;
  /** Writes down what was opened for the reader; false when it cannot, and then nothing is shown. */
  record: (reading: Reading) => Promise<boolean>;
  /** Counts what the reader asked for and was not given. */
  recordRefused: (reading: Reading) => Promise<void>;
};

/** What a handler is given: the caller, the checked input and, for guarded endpoints, the version from If-Match (else 0). */
export type Call<E extends Endpoint> = Input<E> & { actor: E['may'] extends 'anyone' ? null : Person; version: number };

/** Largest body, in bytes: an answer of 20 000 characters fits many times over, and what is longer is refused by its own rule first. */
const bodyLimitBytes = 1_000_000;

/** What a verb answers: a file may also come in pieces, each made when the one before is on its way, so that a long one is never in memory as a whole. */
type Handed<E extends Endpoint> = E extends { type: string } ? Answer<E> | AsyncIterable<string> : Answer<E>;

/** Mounts one endpoint; `handle` is the verb. */
export function serve<E extends Endpoint>(serving: Serving, entry: E, handle: (call: Call<E>) => Promise<Result<Handed<E>>>): void {
  const method = entry.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  serving.router[method](
    entry.path,
    express.json({ limit: bodyLimitBytes, strict: true }),
    async (request: Request, response: Response) => {
      response.locals.endpoint = `${entry.method} ${entry.path}`;
      const call = await readCall(serving, entry, request, response);
      const result = call.ok ? await handleNoted(serving, entry, call.value, handle) : call;
      if (!result.ok) return answerProblem(serving, response, result);
      response.set('Cache-Control', 'no-store');
      if (!entry.type) return void response.json(result.value);
      response.attachment(`samtal.${entry.path.split('/').at(-1)}`).type(entry.type);
      if (isInPieces(result.value)) return sendPieces(serving, response, result.value);
      response.send(result.value instanceof Uint8Array ? Buffer.from(result.value) : String(result.value));
    },
  );
}

/** Runs the verb for its caller, and answers only when everything it opened for them is written down. */
async function handleNoted<E extends Endpoint>(
  serving: Serving,
  entry: E,
  call: Call<E>,
  handle: (call: Call<E>) => Promise<Result<Handed<E>>>,
): Promise<Result<Handed<E>>> {
  const actor: Person | null = call.actor;
  if (!actor) return handle(call);
  const reading = beginReading(serving.readerOf(entry, actor), serving.record);
  const result = await unlessNotNoted(within(reading, () => handle(call)));
  if (!(await serving.record(reading))) return refuse('not-noted');
  // Only what was asked for by name: that somebody has no talk in a meeting is an answer, and no refusal.
  if (!result.ok && result.reason === 'not-found' && entry.path.includes('/:')) {
    if (reading.refused.size === 0 && entry.about) reading.refused.add(entry.about.item);
    await serving.recordRefused(reading);
  }
  if (!result.ok || !isInPieces(result.value)) return result;
  const record = async (): Promise<void> => {
    if (!(await serving.record(reading))) throw new Error('What is in a file could not be written into the access log');
  };
  return { ok: true, value: inReading(reading, result.value, record) as Handed<E> };
}

/** What a write shows is written down before it is done: when it cannot be, nothing was done. */
async function unlessNotNoted<T>(answering: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await answering;
  } catch (error) {
    if (error instanceof NotNoted) return refuse('not-noted');
    throw error;
  }
}

const isInPieces = (value: unknown): value is AsyncIterable<string> =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value;

/** What fails on the way is cut off, so that nobody takes half a file for a whole one. Its message is not logged: it could hold words of the file. */
async function sendPieces({ log }: Serving, response: Response, pieces: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), response);
  } catch (error) {
    const { requestId, endpoint } = response.locals;
    const fault = error instanceof Error ? { name: error.name, code: 'code' in error ? error.code : undefined } : {};
    log.warn({ requestId: requestId as unknown, endpoint: endpoint as unknown, ...fault }, 'a file was cut off');
  }
}

async function readCall<E extends Endpoint>(serving: Serving, entry: E, request: Request, response: Response): Promise<Result<Call<E>>> {
  const who = await callerOf(serving, entry, request, response);
  if (!who.ok) return who;
  const actor = who.value;
  if (!serving.mayCall(entry, actor)) return refuse('not-found');
  const read: Record<string, unknown> = { params: undefined, query: undefined, body: undefined };
  for (const place of ['params', 'query', 'body'] as const) {
    const schema = entry[place];
    const given: unknown = place === 'body' ? request.body : { ...(request[place] as object) };
    if (!schema) continue;
    const checked = schema.safeParse(given);
    if (!checked.success) return wrongInput(checked.error);
    read[place] = checked.data;
  }
  const version = entry.guarded ? readVersion(request) : { ok: true as const, value: 0 };
  if (!version.ok) return version;
  return { ok: true, value: { ...read, actor, version: version.value } as Call<E> };
}

/** Null where nobody is asked who they are. */
async function callerOf(serving: Serving, { may }: Endpoint, request: Request, response: Response): Promise<Result<Person | null>> {
  if (may === 'anyone') return { ok: true, value: null };
  if (may === 'link') return serving.identifyByLink(request, response);
  const person = await serving.identify(request, response);
  return person ? { ok: true, value: person } : refuse('not-signed-in');
}

/** If-Match: "7" (RFC 9110, 13.1.1). Missing: 428. Anything that is not a version number cannot match: 412. */
function readVersion(request: Request): Result<number> {
  const header = request.get('if-match');
  if (header === undefined) return refuse('version-missing');
  const version = /^"(\d{1,15})"$/.exec(header)?.[1];
  return version === undefined ? refuse('stale') : { ok: true, value: Number(version) };
}

/** Names the first wrong field by its path, and for unknown fields their name. */
function wrongInput(error: z.ZodError): Refused {
  const first = error.issues[0];
  const path = first?.path.map(String) ?? [];
  if (first?.code === 'unrecognized_keys') path.push(first.keys[0] ?? '');
  return refuse('wrong-input', { field: path.join('.') || 'body', detail: first?.message ?? 'The input is not what this address takes.' });
}

function answerProblem(serving: Serving, response: Response, refused: Refused): void {
  const status = serving.statusOf[refused.reason] ?? 500;
  const { reason, field, limit, current, detail } = refused;
  const requestId = String(response.locals.requestId ?? randomUUID());
  const problem: Problem = {
    type: `urn:samtal:${reason}`,
    title: reason.replaceAll('-', ' '),
    status,
    reason,
    field,
    limit,
    current,
    detail,
    requestId,
  };
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  if (status === 404 || status === 401) serving.log.info({ requestId, endpoint: response.locals.endpoint as unknown, reason }, 'refused');
  response.status(status).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(problem));
}

/**
 * Last in the chain: unknown addresses are 404, broken bodies 400 or 413, faults one calm 500 with a request id. Mounted on the app itself: a
 * router is passed over once something has been thrown, and Express would then answer with a stack trace.
 */
export function serveProblems(serving: Serving, app: Express): void {
  app.use('/api', (_request: Request, response: Response) => answerProblem(serving, response, refuse('not-found')));
  app.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    answerProblem(serving, response, refusalOf(error, serving, response));
  });
}

function refusalOf(error: unknown, serving: Serving, response: Response): Refused {
  // What reads bodies names its faults by a type (entity.parse.failed, encoding.unsupported ...); nothing else of ours does.
  const kind = typeof error === 'object' && error !== null && 'type' in error && typeof error.type === 'string' ? error.type : null;
  if (kind === 'entity.too.large') return refuse('too-large', { limit: bodyLimitBytes, detail: `At most ${bodyLimitBytes} bytes.` });
  if (kind !== null) return refuse('wrong-input', { field: 'body', detail: 'The body is not valid JSON.' });
  if (error instanceof URIError) return refuse('wrong-input', { field: 'path', detail: 'The address cannot be read.' });
  if (error instanceof Error && error.name === 'MicrosoftUnavailable') return refuse('microsoft-unavailable');
  serving.log.error({ requestId: response.locals.requestId as unknown, err: error }, 'unexpected fault');
  return refuse('unexpected');
}
