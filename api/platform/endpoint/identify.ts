/** Who sends a request, by the token or the link's secret that it carries: looked up once, for the limits and for the endpoint alike. */
import type { Request, Response } from 'express';
import type { Person } from '../identity/actor.ts';
import type { VerifyToken } from '../identity/verify-token.ts';
import type { Result } from '../refusal/contract.ts';

/** Refuses nobody: null without a token, and with one that is not valid. Fails as the check does when the keys cannot be read. */
export type Identify = (request: Request, response: Response) => Promise<Person | null>;

/** Remembers the answer with the response, so that asking again costs nothing. */
export function identifyOnce(verify: VerifyToken): Identify {
  return (request, response) => {
    const known = response.locals.identified as Promise<Person | null> | undefined;
    if (known) return known;
    const token = bearerOf(request);
    const identified = token ? verify(token) : Promise.resolve(null);
    response.locals.identified = identified;
    return identified;
  };
}

/** The same for the secret of a link, which is sent where a token is: never in an address, which is logged. Every link that opens nothing is refused alike. */
export type IdentifyByLink = (request: Request, response: Response) => Promise<Result<Person>>;

export function identifyByLinkOnce(open: (secret: string) => Promise<Result<Person>>): IdentifyByLink {
  return (request, response) => {
    const known = response.locals.openedBy as Promise<Result<Person>> | undefined;
    if (known) return known;
    const opened = open(bearerOf(request) ?? '');
    response.locals.openedBy = opened;
    return opened;
  };
}

const bearerOf = (request: Request): string | undefined => /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
