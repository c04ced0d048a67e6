/**
 * The address Microsoft Graph posts notifications to: the handshake, bounds on the body and on requests, and the three answers. Who may send is decided
 * by what is sent, not by a token. Knows no feature.
 */
import express, { type Express, type Request, type Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';

/** Graph sends a few hundred bytes for each of at most some hundred changes. */
const bodyLimitBytes = 256 * 1024;
const longestToken = 2_000;
const statuses = { taken: 202, refused: 404, malformed: 400 } as const;

/** So many requests a minute may turn out not to be Graph's, per address. A handshake is only echoed, and costs nothing worth a bound. */
const mostWrongPerMinute = 120;

export type Notifications = {
  /** Must have stored what it needs when it answers: Graph does not tell again what was answered with 202. */
  take(body: unknown): Promise<keyof typeof statuses>;
  /** Whether it comes from a subscription that was proven before; asks nothing but memory. */
  isKnown(body: unknown): boolean;
};

/**
 * Mounts the address. Whoever sends what is not ours too often waits; what carries the secret of a known subscription passes all the same, so that
 * nobody can silence Graph by shouting from the same side of a proxy. What is turned away so, Graph sends again for hours.
 */
export function serveNotifications(app: Express, path: string, { take, isKnown }: Notifications): void {
  app.post(
    path,
    express.json({ limit: bodyLimitBytes, strict: true }),
    limitWrong(isKnown),
    async (request: Request, response: Response) => {
      const token = tokenOf(request);
      response.set('Cache-Control', 'no-store');
      // Echoed as plain text only: whatever it contains, nobody's browser may take it for a page.
      if (token !== null) return void response.status(200).type('text/plain').send(token);
      response.status(statuses[await take(request.body)]).end();
    },
  );
}

/** Of a handshake; null when this is none. */
function tokenOf({ query: { validationToken: token } }: Request): string | null {
  return typeof token === 'string' && token.length <= longestToken ? token : null;
}

function limitWrong(isKnown: (body: unknown) => boolean): ReturnType<typeof rateLimit> {
  return rateLimit({
    windowMs: 60_000,
    limit: mostWrongPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    skip: (request) => tokenOf(request) !== null || isKnown(request.body),
    // A notification that was taken is given back.
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode === statuses.taken,
    handler: (_request, response: Response) => void response.status(429).end(),
  });
}
