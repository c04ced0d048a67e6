/** Microsoft Graph v1.0 over HTTP: token, faults, record, headers and errors around the routes. What is answered where is in routes/. */
import { randomUUID } from 'node:crypto';
import express, { type Request, type Response, type Router } from 'express';
import { answerCalls, answerFailures, noteCode, notePermission } from '../core/answer-call.ts';
import type { World } from '../core/world.ts';
import type { SigningKeys } from '../entra/keys.ts';
import type { Answer } from './call.ts';
import { tellExchange } from './exchange.ts';
import { readCaller } from './caller.ts';
import { createDispatch, faultBody, refusalAnswer } from './dispatch.ts';
import { lookAtSubscriptions } from './lifecycle.ts';
import { tellSubscribers } from './notify.ts';
import { badRequest } from './refusal.ts';
import { activityRoutes } from './routes/activity.ts';
import { batchRoutes } from './routes/batch.ts';
import { calendarRoutes } from './routes/calendar.ts';
import { calendarViewRoutes } from './routes/calendar-view.ts';
import { chatRoutes } from './routes/chats.ts';
import { deltaRoutes } from './routes/delta.ts';
import { installedRoutes } from './routes/installed.ts';
import { mailRoutes } from './routes/mail.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { placeRoutes } from './routes/places.ts';
import { subscriptionRoutes } from './routes/subscriptions.ts';
import { userRoutes } from './routes/users.ts';

/** Every address that is answered. */
export const routes = [
  ...batchRoutes,
  ...deltaRoutes,
  ...userRoutes,
  ...calendarRoutes,
  ...calendarViewRoutes,
  ...meetingRoutes,
  ...placeRoutes,
  ...chatRoutes,
  ...installedRoutes,
  ...activityRoutes,
  ...mailRoutes,
  ...subscriptionRoutes,
];

/** Answers paths below the host graph.microsoft.com, for example /v1.0/users. */
export function graphRoutes(world: World, keys: SigningKeys): Router {
  tellSubscribers(world);
  const dispatch = createDispatch(world, routes);
  const router = express.Router();
  router.use(answerCalls(world, 'graph', (response, status, code) => answerFault(world, response, status, code)));
  router.use(express.text({ type: () => true, limit: '4mb' }));
  router.use(async (request, response) => {
    lookAtSubscriptions(world);
    const requestId = randomUUID();
    const header = (name: string): string | undefined => request.get(name);
    const answerIt = async (): Promise<Answer & { code?: string }> => {
      const caller = await readCaller(world, keys, request.get('authorization'));
      return dispatch({ method: request.method, url: below(request.url), header, body: bodyOf(request), caller, requestId });
    };
    const answer = await answerIt().catch((error: unknown) => refusalAnswer(world, error, requestId, header('client-request-id')));
    if ('code' in answer && answer.code !== undefined) noteCode(response, answer.code);
    notePermission(response, answer.permission ?? null);
    tellExchange(request.method, request.url, request.body === '' ? undefined : readable(request), answer.status, answer.body);
    sendAnswer(world, response, answer, { requestId, clientRequestId: header('client-request-id') ?? requestId });
  });
  router.use(answerFailures((response, status, code) => answerFault(world, response, status, code)));
  return router;
}

function below(url: string): string {
  const version = /^\/v1\.0(?=\/|$)/i.exec(url);
  if (!version) throw badRequest(`Invalid version: ${url.split('/')[1] ?? ''}`);
  return url.slice(version[0].length) || '/';
}

function bodyOf(request: Request): unknown {
  const text: unknown = request.body;
  if (typeof text !== 'string' || text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.');
  }
}

/** For those who listen; a body that is no JSON was refused. */
function readable(request: Request): unknown {
  try {
    return bodyOf(request);
  } catch {
    return undefined;
  }
}

type Ids = { requestId: string; clientRequestId: string };

function sendAnswer(world: World, response: Response, { status, headers = {}, body }: Answer, ids: Ids): void {
  response.set({
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    Date: world.clock.now().toUTCString(),
    'x-ms-ags-diagnostic': '{"ServerInfo":{"DataCenter":"Local","Slice":"E","Ring":"1","ScaleUnit":"000","RoleInstance":"LOCAL"}}',
    'Cache-Control': 'no-cache',
    ...headers,
  });
  response.status(status);
  if (body === undefined) return void response.end();
  if (Buffer.isBuffer(body)) return void response.end(body);
  response.type('application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false').end(JSON.stringify(body));
}

function answerFault(world: World, response: Response, status: number, code: string | null): string {
  const requestId = randomUUID();
  const fault = faultBody(world, status, code, requestId);
  const retryAfter = response.get('Retry-After');
  sendAnswer(
    world,
    response,
    { status, body: fault.body, headers: retryAfter ? { 'Retry-After': retryAfter } : {} },
    { requestId, clientRequestId: requestId },
  );
  return fault.code;
}
