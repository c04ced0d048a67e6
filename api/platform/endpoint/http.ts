/** The Express app before any address: security headers, request ids and log, rate limit. Knows no feature. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { Clock } from '../clock/clock.ts';
import type { Config } from '../config/config.ts';
import { signInOf } from '../identity/sign-in.ts';
import type { Log } from '../log/log.ts';
import type { Identify } from './identify.ts';
import { tellToWait } from './limit-links.ts';

/** Where Microsoft's host pages live. Source: security.md section 3, "Framing". */
const hostPages = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
];
/** teams-js asks Microsoft for its newest list of host pages here; without an answer it uses the one it carries. */
const hostList = 'https://res.cdn.office.net';

/** Without somebody who knows tokens, everybody is counted by address. */
const nobody: Identify = () => Promise.resolve(null);

/** Makes the app; addresses are mounted afterwards. */
export function createApp(config: Config, log: Log, clock: Clock, identify: Identify = nobody): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  // Whoever is not signed in is counted by address: the one that the outermost proxy of ours saw, never one that a caller has written.
  app.set('trust proxy', config.proxies);
  app.use(securityHeaders(config));
  app.use(
    pinoHttp({
      logger: log,
      genReqId: () => randomUUID(),
      customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'debug'),
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({ id, method, path: url.split('?')[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
      },
    }),
  );
  app.use((request: Request, response: Response, next) => {
    response.locals.requestId = (request as IncomingMessage).id;
    // The tab shows the server's time (tabs/platform/clock), so it must be the one that rules are decided by.
    response.set('Date', clock.now().toUTCString());
    next();
  });
  app.use('/api', limitRate(config, identify));
  return app;
}

const own = ["'self'"];
const none = ["'none'"];

function securityHeaders(config: Config): ReturnType<typeof helmet> {
  // In a plain browser the tab fetches its tokens from Entra itself.
  const reached = [...own, hostList, new URL(signInOf(config).loginUrl).origin];
  return helmet({
    frameguard: false,
    // A window for signing in again must be able to close itself (tabs/platform/web).
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
    contentSecurityPolicy: contentRules(reached, [...hostPages, ...config.frameAncestors]),
  });
}

/** @param reached where scripts may fetch from; @param around pages that may have this one in a frame */
function contentRules(reached: string[], around: string[]) {
  return {
    useDefaults: false,
    directives: {
      defaultSrc: own,
      scriptSrc: own,
      // Fluent's styles are made in the page; scripts never are.
      styleSrc: [...own, "'unsafe-inline'"],
      imgSrc: [...own, 'data:'],
      fontSrc: [...own, 'data:'],
      connectSrc: reached,
      objectSrc: none,
      baseUri: none,
      formAction: none,
      frameAncestors: around,
    },
  };
}

/** For a page that stands alone: in no frame, with nobody but Samtal to reach, kept nowhere, and its address told to nobody. */
export const standAlone: RequestHandler[] = [
  helmet({
    contentSecurityPolicy: contentRules(own, none),
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  }),
  (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  },
];

/**
 * Counted per person, since a whole office shares one address; per address for whoever is not signed in. A token that is not valid makes nobody a
 * person, so that inventing tokens gets nobody around the limit.
 */
function limitRate(config: Config, identify: Identify): ReturnType<typeof rateLimit> {
  return rateLimit({
    windowMs: 60_000,
    limit: config.rateLimit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: async (request, response) => {
      // That the keys cannot be read is told by the endpoint, which asks the same.
      const person = await identify(request, response).catch(() => null);
      return person ? `${person.tenantId}/${person.personId}` : ipKeyGenerator(request.ip ?? '');
    },
    handler: tellToWait,
  });
}
