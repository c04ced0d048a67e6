/**
 * The Microsoft Graph client, app-only and on behalf of a person. The only file that knows how Graph is reached; goes through the pacer into
 * mailboxes, retries what is safe to repeat, and turns "not now" into MicrosoftUnavailable with the time to wait. Knows no feature.
 */
import { Client, GraphError, HTTPMessageHandler, type Context, type Middleware } from '@microsoft/microsoft-graph-client';
import { systemClock } from '../clock/clock.ts';
import type { Config } from '../config/config.ts';
import { createAppToken, type AppToken } from './app-token.ts';
import { AskedToWait, askedSeconds, GraphRefused, MicrosoftUnavailable } from './failures.ts';
import type { Wait } from './pace.ts';
import { repeat, type Ways } from './repeat.ts';

export type GraphCall = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Relative to /v1.0, or the whole address of a next or delta link. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
  /** Asks only, though it is a POST: it may be repeated. */
  changesNothing?: true;
  /** Its caller keeps the pace: what is refused as too much is not asked again here. */
  isPaced?: true;
};

/** Sends a call as Samtal itself in a tenant, and answers the body (undefined for 202 and 204). */
export type SendGraph = <T>(tenantId: string, call: GraphCall) => Promise<T>;

/** Makes the app-only client; one sign-in per tenant. */
export function createSendGraph(config: Config, ways: Required<Ways>): SendGraph {
  const tokens = new Map<string, AppToken>();
  const tokenOf = (tenantId: string): AppToken => {
    const known = tokens.get(tenantId) ?? createAppToken(config, tenantId, ways.clock);
    tokens.set(tenantId, known);
    return known;
  };
  return async <T>(tenantId: string, call: GraphCall): Promise<T> => {
    let isFresh = false;
    const client = createClient(() => tokenOf(tenantId)(isFresh));
    const mailbox = mailboxOf(tenantId, call.path);
    try {
      return await send<T>(client, call, ways, mailbox);
    } catch (error) {
      // 401 with a token that was good: revoked or outlived. A fresh one is asked for once (continuous access evaluation).
      if (!(error instanceof GraphRefused) || !needsFreshToken(error, call)) throw error;
      isFresh = true;
      return send<T>(client, call, ways, mailbox);
    }
  };
}

/** Sends a call with a token somebody else has got (on behalf of a person). */
export function sendWithToken<T>(token: string, call: GraphCall): Promise<T> {
  const client = createClient(() => Promise.resolve(token));
  return send<T>(client, call, { clock: systemClock }, null);
}

/** Telling many at once wants a token that is good for 45 minutes more, and answers 412 to an older one. */
const needsFreshToken = ({ status }: GraphRefused, { path }: GraphCall): boolean =>
  status === 401 || (status === 412 && path.endsWith('/sendActivityNotificationToRecipients'));

const inMailbox = /^\/users\/([^/?]+)\/(calendar|calendarView|events|mailboxSettings|sendMail|messages|mailFolders)\b/i;
const sendsMessage = /^(POST|PATCH|DELETE) \/users\/[^/]+\/(events|sendMail|messages\/[^/]+\/send$)/i;

/** The pacer's name of a mailbox, as the person's id or address is written in paths. */
export const mailboxName = (tenantId: string, person: string): string => `${tenantId}/${person.toLowerCase()}`;

function mailboxOf(tenantId: string, path: string): string | null {
  const person = inMailbox.exec(path.replace(/^https:\/\/[^/]+\/v1\.0/, ''))?.[1];
  return person === undefined ? null : mailboxName(tenantId, person);
}

function createClient(token: () => Promise<string>): Client {
  const sign: Middleware & { next?: Middleware } = {
    async execute(context: Context) {
      const options = (context.options ??= {});
      options.headers = { ...(options.headers as Record<string, string>), Authorization: `Bearer ${await token()}` };
      await sign.next?.execute(context);
    },
    setNext(next: Middleware) {
      sign.next = next;
    },
  };
  sign.setNext?.(new HTTPMessageHandler());
  return Client.initWithMiddleware({ middleware: sign });
}

async function send<T>(client: Client, call: GraphCall, ways: Ways, mailbox: string | null): Promise<T> {
  const isMessage = sendsMessage.test(`${call.method ?? 'GET'} ${call.path}`);
  try {
    return await repeat<T>(ways, {
      entry: mailbox === null ? null : { mailbox, isMessage },
      once: (signal) => sendOnce(client, call, signal),
      failureOf: (error) => ({ refused: isRefusal(error), wait: waitOf(error), mayRepeat: mayRepeat(error, call) }),
      closed: (seconds) => new AskedToWait('The mailbox has had its share', seconds),
    });
  } catch (error) {
    throw asOurs(error, changes(call));
  }
}

/** The client's status for a call that was not answered at all. */
const noAnswer = -1;
const statusOf = (error: unknown): number => (error instanceof GraphError ? error.statusCode : 0);
const isRefusal = (error: unknown): boolean => statusOf(error) === 429;
const changes = ({ method = 'GET', changesNothing }: GraphCall): boolean => method !== 'GET' && !changesNothing;
/** 503, 504 and no answer at all may come after the effect, so only what asks is repeated here; 429 never has an effect. */
const mayRepeat = (error: unknown, call: GraphCall): boolean =>
  (isRefusal(error) && !call.isPaced) || (!changes(call) && [503, 504, noAnswer].includes(statusOf(error)));

/** What the answer asks to wait; null when it does not. */
function waitOf(error: unknown): Wait | null {
  if (!(error instanceof GraphError)) return null;
  const seconds = askedSeconds(error.headers);
  return seconds === undefined ? null : { retryAfterSeconds: seconds, scope: error.headers?.get('x-ms-throttle-scope') ?? null };
}

async function sendOnce<T>(client: Client, call: GraphCall, signal: AbortSignal): Promise<T> {
  const method = call.method ?? 'GET';
  let request = client.api(call.path).option('signal', signal);
  if (call.headers) request = request.headers(call.headers);
  const answer: unknown = await (method === 'GET'
    ? request.get()
    : method === 'POST'
      ? request.post(call.body ?? {})
      : method === 'PATCH'
        ? request.patch(call.body)
        : request.delete());
  return answer as T;
}

function asOurs(error: unknown, maybeDone: boolean): Error {
  if (error instanceof MicrosoftUnavailable) return error;
  if (!(error instanceof GraphError)) return new MicrosoftUnavailable('Microsoft Graph could not be reached', maybeDone);
  const { statusCode: status, code, message } = error;
  const retryAfter = waitOf(error)?.retryAfterSeconds;
  if (status === 429) return new AskedToWait('Microsoft Graph asks to wait', retryAfter);
  if (status >= 400 && status < 500 && status !== 408) return new GraphRefused(status, code ?? 'unknown', message);
  return new MicrosoftUnavailable(`Microsoft Graph answered ${status}`, maybeDone, retryAfter);
}
