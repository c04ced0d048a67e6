/** The bound on tries of links' secrets, beside the one on all requests. Knows no feature. */
import type { Express, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import type { IdentifyByLink } from './identify.ts';

/** So many links that open nothing are answered as such within a quarter of an hour, per address. */
export const mostWrongLinks = 20;
const quarterMs = 15 * 60_000;

/**
 * Whoever sends too many wrong ones waits; a right one passes all the same, so that nobody can lock people out by shouting from the same side of a proxy. A
 * secret of 256 bits is not found by trying, however often: this is for whoever tries all the same.
 */
export function limitWrongLinks(app: Express, path: string, identifyByLink: IdentifyByLink): void {
  app.use(
    path,
    rateLimit({
      windowMs: quarterMs,
      limit: mostWrongLinks,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
      skip: async (request, response) => (await identifyByLink(request, response)).ok,
      handler: tellToWait,
    }),
  );
}

/** The answer to whoever has reached a bound. */
export function tellToWait(_request: unknown, response: Response): void {
  const problem = { type: 'urn:samtal:too-many-requests', title: 'too many requests', status: 429, reason: 'too-many-requests' };
  response.status(429).set('Cache-Control', 'no-store').type('application/problem+json').send(JSON.stringify(problem));
}
