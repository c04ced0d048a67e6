/** Reads what an app sends a person to the authorize address with, in the order in which Entra looks. Signs nobody in. */
import { graph } from '../claims.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { World } from '../../core/world.ts';
import type { Asked } from './sessions.ts';
import { isSpaRedirect } from './spa.ts';

export type SignInRequest = Asked & {
  state: string | null;
  mode: 'fragment' | 'query';
  prompt: string | null;
  loginHint: string | null;
};
/** `page`: told to the person, since it is not known where to return to. `back`: told to the app. */
export type Read =
  | { ok: true; request: SignInRequest }
  | { ok: false; tell: 'page'; refusal: Refusal }
  | { ok: false; tell: 'back'; refusal: Refusal; request: SignInRequest };

type Given = Record<string, unknown>;

export function readRequest(world: World, given: Given): Read {
  const text = (name: string): string | null => (typeof given[name] === 'string' && given[name] !== '' ? given[name] : null);
  const toPage = (...why: Parameters<typeof refuse>): Read => ({ ok: false, tell: 'page', refusal: refuse(...why).refusal });
  const { clientId } = world.app;
  const [client, redirectUri, scope] = [text('client_id'), text('redirect_uri'), text('scope')];
  if (!client) return toPage(400, 'invalid_request', 900144, "The request body must contain the following parameter: 'client_id'.");
  if (client !== clientId)
    return toPage(400, 'unauthorized_client', 700016, `Application with identifier '${client}' was not found in the directory.`);
  if (!redirectUri || !isSpaRedirect(world, redirectUri))
    return toPage(
      400,
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri ?? ''}' specified in the request does not match the redirect URIs configured for the application '${clientId}'.`,
    );
  const request: SignInRequest = {
    redirectUri,
    scope: scope ?? '',
    nonce: text('nonce'),
    challenge: text('code_challenge'),
    state: text('state'),
    mode: text('response_mode') === 'fragment' ? 'fragment' : 'query',
    prompt: text('prompt'),
    loginHint: text('login_hint'),
  };
  const wrong = faultOf(world, request, { type: text('response_type'), method: text('code_challenge_method') });
  return wrong ? { ok: false, tell: 'back', refusal: wrong, request } : { ok: true, request };
}

function faultOf(
  world: World,
  { scope, challenge }: SignInRequest,
  { type, method }: Record<'type' | 'method', string | null>,
): Refusal | null {
  const say = (...why: Parameters<typeof refuse>): Refusal => refuse(...why).refusal;
  if (type !== 'code')
    return say(400, 'unsupported_response_type', 700054, `response_type '${type ?? ''}' is not enabled for the application.`);
  if (scope === '') return say(400, 'invalid_request', 900144, "The request body must contain the following parameter: 'scope'.");
  if (challenge !== null && method !== 'S256')
    return say(400, 'invalid_request', 501491, 'Invalid Code_Challenge parameter: only the method S256 is allowed.');
  return scopeFault(world, scope);
}

const signInScopes = ['openid', 'profile', 'email', 'offline_access'];

/** An app may ask for a token for itself, but only by its id; for Graph a person's browser gets none here. */
export function scopeFault({ app: { clientId, appIdUri } }: World, scope: string): Refusal | null {
  for (const one of scope.split(' ').filter((name) => name !== '' && !signInScopes.includes(name))) {
    if (one.startsWith(`${appIdUri}/`))
      return refuse(
        400,
        'invalid_request',
        90009,
        `Application '${clientId}' is requesting a token for itself. This scenario is supported only if resource is specified using the GUID based App Identifier.`,
      ).refusal;
    const resource = one.slice(0, Math.max(0, one.lastIndexOf('/')));
    if (resource === graph.uri || (resource === '' && one.includes('.')))
      return refuse(
        400,
        'invalid_grant',
        65001,
        `The user or administrator has not consented to use the application with ID '${clientId}'.`,
      ).refusal;
    if (one !== `${clientId}/access_as_user` && one !== `${clientId}/.default`)
      return refuse(
        400,
        'invalid_scope',
        70011,
        `The provided value for the input parameter 'scope' is not valid. The scope ${one} is not valid.`,
      ).refusal;
  }
  return null;
}
