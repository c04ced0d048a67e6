/** The rules of a JSON batch: size, ids, dependencies; each request is answered for itself. */
import type { Answer, Call } from './call.ts';
import { badRequest } from './refusal.ts';
import { isObject, readBody, type Shape } from './shape.ts';

const most = 20;
/** Outlook takes this many of one batch at a time; the rest wait. */
const atOnce = 4;

type Wanted = { id: string; method: string; url: string; headers: Record<string, string>; body: unknown; dependsOn: string[] };
type Done = { id: string; status: number; headers: Record<string, string>; body?: unknown };

const shape: Extract<Shape, { type: string }> = { type: 'batchRequest', has: { requests: { listOf: 'any' } } };

export async function answerBatch(call: Call): Promise<Answer> {
  const { requests } = readBody(call.body, shape);
  if (!Array.isArray(requests)) throw badRequest('Invalid batch payload format.');
  if (requests.length > most) throw badRequest(`Number of batch request steps exceeds the maximum value of ${most}.`);
  const wanted = requests.map(readWanted);
  const ids = wanted.map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw badRequest('The batch request contains duplicate ids.');
  for (const [index, { dependsOn }] of wanted.entries()) {
    if (dependsOn.some((id) => !ids.slice(0, index).includes(id)))
      throw badRequest('Invalid dependsOn: it must name requests that stand before it.');
  }
  return { status: 200, body: { responses: await answerAll(call, wanted) } };
}

function readWanted(item: unknown): Wanted {
  if (!isObject(item)) throw badRequest('Invalid batch payload format.');
  const { id, method, url, headers = {}, body, dependsOn = [] } = item;
  if (typeof id !== 'string' || id === '') throw badRequest('Request Id is missing or is no text.');
  if (typeof method !== 'string' || typeof url !== 'string') throw badRequest(`Method or url of the request '${id}' is missing.`);
  if (/^\/?\$batch/i.test(url)) throw badRequest('A batch cannot contain a batch.');
  if (!isObject(headers) || !Array.isArray(dependsOn)) throw badRequest('Invalid batch payload format.');
  const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  if (body !== undefined && !Object.keys(texts).some((name) => name.toLowerCase() === 'content-type'))
    throw badRequest(`Missing content type header for the body of the request '${id}'.`);
  return {
    id,
    method: method.toUpperCase(),
    url: url.startsWith('/') ? url : `/${url}`,
    headers: texts,
    body,
    dependsOn: dependsOn.map(String),
  };
}

async function answerAll(call: Call, wanted: Wanted[]): Promise<Done[]> {
  const done = new Map<string, Promise<Done>>();
  const lanes = Array.from({ length: atOnce }, () => Promise.resolve() as Promise<unknown>);
  for (const [index, one] of wanted.entries()) {
    const lane = index % atOnce;
    const needed = one.dependsOn.map((id) => done.get(id));
    const answer = Promise.all([lanes[lane], ...needed]).then(async ([, ...before]) => answerOne(call, one, before as Done[]));
    done.set(one.id, answer);
    lanes[lane] = answer;
  }
  return Promise.all(done.values());
}

async function answerOne(call: Call, one: Wanted, before: Done[]): Promise<Done> {
  if (before.some(({ status }) => status >= 400)) {
    const error = { code: 'FailedDependency', message: 'A request that this one depends on has failed.' };
    return { id: one.id, status: 424, headers: { 'Content-Type': 'application/json' }, body: { error } };
  }
  const { status, headers = {}, body: answered } = await call.again(one);
  const body = Buffer.isBuffer(answered) ? answered.toString('base64') : answered;
  const type: Record<string, string> = body === undefined ? {} : { 'Content-Type': 'application/json' };
  return { id: one.id, status, headers: { 'Cache-Control': 'no-cache', ...headers, ...type }, ...(body === undefined ? {} : { body }) };
}
