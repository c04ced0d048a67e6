/** Who sends a request, by the token it carries: verified once, for the rate limit and for the endpoint alike. Refuses nobody. */
import type { Request, Response } from 'express';
import type { Person } from '../identity/actor.ts';
import type { VerifyToken } from '../identity/verify-token.ts';

/** Null without a token, and with one that is not valid. Fails as the check does when the keys cannot be read. */
export type Identify = (request: Request, response: Response) => Promise<Person | null>;

/** Remembers the answer with the response, so that asking again costs nothing. */
export function identifyOnce(verify: VerifyToken): Identify {
  return (request, response) => {
    const known = response.locals.identified as Promise<Person | null> | undefined;
    if (known) return known;
    const token = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
    const identified = token ? verify(token) : Promise.resolve(null);
    response.locals.identified = identified;
    return identified;
  };
}
