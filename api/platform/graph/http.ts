/**
 * The Microsoft Graph client, app-only and on behalf of a person. The only file that knows how Graph is reached; retries what is safe to
 * repeat, and turns "not now" into MicrosoftUnavailable with the time to wait. Knows no feature.
 */
import { ConfidentialClientApplication } from '@azure/msal-node';
import {
  Client,
  GraphError,
  HTTPMessageHandler,
  RetryHandler,
  RetryHandlerOptions,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';
import type { Config } from '../config/config.ts';

/** A call and its repeats take at most this long: well under the lease of the work that makes it (api/platform/db/due.ts). */
const longestCallMs = 25_000;
const scope = 'https://graph.microsoft.com/.default';

/** Microsoft 365 cannot answer now. `retryAfterSeconds`: what it asked for. `maybeDone`: the effect may have happened, so look before repeating. */
export class MicrosoftUnavailable extends Error {
  readonly retryAfterSeconds: number | undefined;
  readonly maybeDone: boolean;
  constructor(message: string, maybeDone: boolean, retryAfterSeconds?: number) {
    super(message);
    this.name = 'MicrosoftUnavailable';
    this.maybeDone = maybeDone;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Graph refused: a status below 500 that repeating does not change. `code` is Graph's own. */
export class GraphRefused extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'GraphRefused';
    this.status = status;
    this.code = code;
  }
}

/** The answer, or null when what was asked for does not exist (any more). What has no body answers undefined. */
export async function unlessGone(answer: Promise<unknown>): Promise<unknown> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 404) return null;
    throw error;
  }
}

export type GraphCall = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Relative to /v1.0, or the whole address of a next or delta link. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Sends a call as Samtal itself in a tenant, and answers the body (undefined for 202 and 204). */
export type SendGraph = <T>(tenantId: string, call: GraphCall) => Promise<T>;

/** Makes the app-only client; one sign-in per tenant, tokens kept by msal-node. */
export function createSendGraph(config: Config): SendGraph {
  const tenants = new Map<string, { client: Client; renew(): void }>();
  const clientOf = (tenantId: string): { client: Client; renew(): void } => {
    const known = tenants.get(tenantId);
    if (known) return known;
    const made = createTenantClient(config, tenantId);
    tenants.set(tenantId, made);
    return made;
  };
  return async <T>(tenantId: string, call: GraphCall): Promise<T> => {
    const { client, renew } = clientOf(tenantId);
    try {
      return await send<T>(client, call);
    } catch (error) {
      // 401 with a token that was good: revoked or outlived. A fresh one is asked for once (continuous access evaluation).
      if (!(error instanceof GraphRefused) || error.status !== 401) throw error;
      renew();
      return send<T>(client, call);
    }
  };
}

/** Sends a call with a token somebody else has got (on behalf of a person). */
export function sendWithToken<T>(token: string, call: GraphCall): Promise<T> {
  return send<T>(
    createClient(() => Promise.resolve(token)),
    call,
  );
}

function createTenantClient(config: Config, tenantId: string): { client: Client; renew(): void } {
  const app = new ConfidentialClientApplication({
    auth: { clientId: config.clientId, clientSecret: config.clientSecret, authority: `https://login.microsoftonline.com/${tenantId}` },
  });
  let skipCache = false;
  const token = async (): Promise<string> => {
    const fresh = skipCache;
    skipCache = false;
    const answer = await app.acquireTokenByClientCredential({ scopes: [scope], skipCache: fresh }).catch((error: unknown) => {
      throw new MicrosoftUnavailable(`Sign-in of the app failed: ${error instanceof Error ? error.message : 'unknown'}`, false);
    });
    if (!answer) throw new MicrosoftUnavailable('Sign-in of the app gave no token', false);
    return answer.accessToken;
  };
  return { client: createClient(token), renew: () => void (skipCache = true) };
}

function createClient(token: () => Promise<string>): Client {
  const sign: Middleware & { next?: Middleware } = {
    async execute(context: Context) {
      const options = (context.options ??= {});
      options.signal ??= AbortSignal.timeout(longestCallMs);
      options.headers = { ...(options.headers as Record<string, string>), Authorization: `Bearer ${await token()}` };
      await sign.next?.execute(context);
    },
    setNext(next: Middleware) {
      sign.next = next;
    },
  };
  // 503 and 504 may come after the effect, so only reads are repeated here; 429 never has an effect.
  const retry = new RetryHandler(
    new RetryHandlerOptions(1, 2, (_delay, _attempt, _request, options, response) => {
      const wait = Number(response?.headers.get('Retry-After') ?? 1);
      return wait <= 5 && (response?.status === 429 || (options?.method ?? 'GET') === 'GET');
    }),
  );
  const http = new HTTPMessageHandler();
  sign.setNext?.(retry);
  retry.setNext(http);
  return Client.initWithMiddleware({ middleware: sign });
}

async function send<T>(client: Client, call: GraphCall): Promise<T> {
  const method = call.method ?? 'GET';
  let request = client.api(call.path);
  if (call.headers) request = request.headers(call.headers);
  try {
    const answer: unknown = await (method === 'GET'
      ? request.get()
      : method === 'POST'
        ? request.post(call.body ?? {})
        : method === 'PATCH'
          ? request.patch(call.body)
          : request.delete());
    return answer as T;
  } catch (error) {
    throw asOurs(error, method);
  }
}

function asOurs(error: unknown, method: string): Error {
  if (error instanceof MicrosoftUnavailable) return error;
  if (!(error instanceof GraphError)) return new MicrosoftUnavailable('Microsoft Graph could not be reached', method !== 'GET');
  const { statusCode: status, code, message } = error;
  const wait = Number(error.headers?.get('Retry-After') ?? Number.NaN);
  const retryAfter = Number.isFinite(wait) ? wait : undefined;
  if (status === 429) return new MicrosoftUnavailable('Microsoft Graph asks to wait', false, retryAfter);
  if (status >= 400 && status < 500 && status !== 408) return new GraphRefused(status, code ?? 'unknown', message);
  return new MicrosoftUnavailable(`Microsoft Graph answered ${status}`, method !== 'GET', retryAfter);
}
