/** What is sent to the token endpoint and what it answers. */
import type { JWTPayload } from 'jose';
import type { User } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { refuse } from './refusal.ts';

export type TokenForm = Record<string, string | undefined>;
export type TokenAnswer = {
  token_type: 'Bearer';
  scope?: string;
  expires_in: number;
  ext_expires_in: number;
  access_token: string;
  id_token?: string;
  refresh_token?: string;
  /** For single-page applications only. */
  refresh_token_expires_in?: number;
  client_info?: string;
};

/** How long a token with these claims lives, as the answer says it. */
export function lifetime(world: World, { exp = 0 }: JWTPayload): Pick<TokenAnswer, 'token_type' | 'expires_in' | 'ext_expires_in'> {
  const seconds = exp - Math.floor(world.clock.now().getTime() / 1000);
  return { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds };
}

export const refuseMissing = (name: string): ReturnType<typeof refuse> =>
  refuse(400, 'invalid_request', 900144, `The request body must contain the following parameter: '${name}'.`);

/** Who the person is, as libraries want to know it without reading a token. */
export const clientInfo = ({ id, tenantId }: User): string =>
  Buffer.from(JSON.stringify({ uid: id, utid: tenantId })).toString('base64url');
