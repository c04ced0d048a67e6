/**
 * Decides what a single-page application asks the token endpoint: a code against tokens, once, with the proof that only the asking page has
 * (PKCE); a refresh token against new ones, for 24 hours after the sign-in. In the order in which Entra looks.
 */
import { createHash } from 'node:crypto';
import type { Tenant, User } from '../../core/entities.ts';
import type { World } from '../../core/world.ts';
import { idClaims, ssoClaims } from '../claims.ts';
import type { SigningKeys } from '../keys.ts';
import { grant, refuse, type Granted } from '../refusal.ts';
import { clientInfo, lifetime, refuseMissing, type TokenAnswer, type TokenForm } from '../token-form.ts';
import { scopeFault } from './read-request.ts';
import { refreshMs, type Code, type RefreshToken, type Sessions } from './sessions.ts';
import { isSpaOrigin } from './spa.ts';

export const isSignedInGrant = ({ grant_type: type }: TokenForm): boolean => type === 'authorization_code' || type === 'refresh_token';

/** `tenant` null: asked at `organizations`, where the code or token tells whose it is. `origin`: the page's, as its browser says. */
type Place = { tenant: Tenant | null; origin: string | undefined };

export async function grantSignedIn(
  world: World,
  keys: SigningKeys,
  sessions: Sessions,
  { tenant, origin }: Place,
  form: TokenForm,
): Promise<Granted<TokenAnswer>> {
  if (!form.client_id) return refuseMissing('client_id');
  if (form.client_id !== world.app.clientId)
    return refuse(400, 'unauthorized_client', 700016, `Application with identifier '${form.client_id}' was not found in the directory.`);
  if (form.client_secret)
    return refuse(401, 'invalid_client', 700025, "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
  if (!origin)
    return refuse(
      400,
      'invalid_request',
      9002327,
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  if (!isSpaOrigin(world, origin))
    return refuse(
      400,
      'invalid_request',
      9002326,
      "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
    );
  const held = form.grant_type === 'authorization_code' ? redeemCode(world, sessions, form) : findRefreshToken(world, sessions, form);
  if (!held.ok) return held;
  const { tenantId, userId } = held.value;
  if (tenant && tenant.id !== tenantId)
    return refuse(400, 'invalid_grant', 700005, 'Provided Authorization Code is intended to use against other tenant, thus rejected.');
  const person = findPerson(world, userId, tenantId);
  if (!person.ok) return person;
  const scope = held.value.scope ?? form.scope ?? '';
  const fault = scopeFault(world, scope);
  if (fault) return { ok: false, refusal: fault };
  return grant(await answerFor(world, keys, sessions, { ...held.value, user: person.value, scope, withInfo: Boolean(form.client_info) }));
}

type Held = RefreshToken & { scope?: string; nonce?: string | null };

function redeemCode(world: World, sessions: Sessions, form: TokenForm): Granted<Held> {
  if (!form.code) return refuseMissing('code');
  const code = sessions.code(form.code);
  if (!code) return refuse(400, 'invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
  const now = world.clock.now().getTime();
  if (code.until <= now) return refuse(400, 'invalid_grant', 70008, 'The provided authorization code or refresh token has expired.');
  if (code.used)
    return refuse(400, 'invalid_grant', 54005, 'OAuth2 Authorization code was already redeemed, please retry with a new valid code.');
  if (form.redirect_uri !== code.redirectUri)
    return refuse(
      400,
      'invalid_client',
      500112,
      'The reply address does not match the reply address provided when requesting the Authorization code.',
    );
  const proof = checkProof(code, form);
  if (!proof.ok) return proof;
  code.used = true;
  const { userId, tenantId, scope, nonce } = code;
  return grant({ userId, tenantId, scope, nonce, until: now + refreshMs });
}

function checkProof({ challenge }: Code, { code_verifier: verifier }: TokenForm): Granted<null> {
  if (challenge === null || !verifier)
    return refuse(
      400,
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required for cross-origin authorization code redemption.',
    );
  if (createHash('sha256').update(verifier).digest('base64url') !== challenge)
    return refuse(
      400,
      'invalid_grant',
      501481,
      'The Code_Verifier does not match the code_challenge supplied in the authorization request.',
    );
  return grant(null);
}

function findRefreshToken(world: World, sessions: Sessions, form: TokenForm): Granted<Held> {
  if (!form.refresh_token) return refuseMissing('refresh_token');
  const held = sessions.refreshToken(form.refresh_token);
  if (!held) return refuse(400, 'invalid_grant', 9002313, 'Invalid request. Request is malformed or invalid.');
  if (held.until > world.clock.now().getTime()) return grant(held);
  return refuse(
    400,
    'invalid_grant',
    700084,
    'The refresh token was issued to a single page app (SPA), and therefore has a fixed, limited lifetime of 1.00:00:00, which cannot be extended.',
  );
}

function findPerson(world: World, userId: string, tenantId: string): Granted<User> {
  const user = world.users.get(userId);
  if (user?.tenantId !== tenantId) return refuse(400, 'invalid_grant', 500341, 'The user account has been deleted from the directory.');
  return user.accountEnabled ? grant(user) : refuse(400, 'invalid_grant', 50057, 'The user account is disabled.');
}

type Wanted = Held & { user: User; scope: string; withInfo: boolean };

async function answerFor(world: World, keys: SigningKeys, sessions: Sessions, wanted: Wanted): Promise<TokenAnswer> {
  const { user, scope, nonce, withInfo, until } = wanted;
  const { userId, tenantId } = wanted;
  const { clientId } = world.app;
  const claims = { ...ssoClaims(world, user, '2.0'), azp: clientId };
  const names = scope.split(' ').filter(Boolean);
  return {
    ...lifetime(world, claims),
    scope: names.filter((name) => name !== 'offline_access').join(' '),
    access_token: await keys.sign(claims),
    ...(names.includes('offline_access') ? renewal(world, sessions, { userId, tenantId, until }) : {}),
    ...(names.includes('openid') ? { id_token: await keys.sign({ ...idClaims(world, user), ...(nonce ? { nonce } : {}) }) } : {}),
    ...(withInfo ? { client_info: clientInfo(user) } : {}),
  };
}

const renewal = (world: World, sessions: Sessions, held: RefreshToken): Partial<TokenAnswer> => ({
  refresh_token: sessions.newRefreshToken(held),
  refresh_token_expires_in: Math.floor((held.until - world.clock.now().getTime()) / 1000),
});
