/**
 * Decides an on-behalf-of request: a valid SSO token of the app becomes a Graph token that carries the person's name and no more scopes than
 * were asked for and consented to.
 */
import type { JWTPayload } from 'jose';
import type { Tenant, User } from '../core/entities.ts';
import { permissionsNow } from '../core/permissions.ts';
import type { World } from '../core/world.ts';
import { delegatedClaims, graph, idClaims, issuerOf } from './claims.ts';
import type { SigningKeys } from './keys.ts';
import { askPerson, grant, refuse, type Granted } from './refusal.ts';
import { clientInfo, lifetime, refuseMissing, type TokenAnswer, type TokenForm } from './token-form.ts';

/** Scopes that say something about the answer and nothing about Graph. */
const signInScopes = ['openid', 'profile', 'email', 'offline_access'];
const permissionName = /^[A-Z][A-Za-z]*(\.[A-Z][A-Za-z]*)+$/;

export async function grantDelegated(world: World, keys: SigningKeys, tenant: Tenant, form: TokenForm): Promise<Granted<TokenAnswer>> {
  if (!form.assertion) return refuseMissing('assertion');
  if (form.requested_token_use !== 'on_behalf_of') return refuseMissing('requested_token_use');
  const person = await checkAssertion(world, keys, tenant, form.assertion);
  if (!person.ok) return person;
  if (world.faults.take('entra', 'POST', `/${tenant.id}/oauth2/v2.0/token`, 'person')) return askPerson(graph.appId);
  const scopes = checkScopes(world, form.scope ?? '');
  if (!scopes.ok) return scopes;
  const claims = delegatedClaims(
    world,
    person.value,
    scopes.value.filter((scope) => scope !== 'offline_access'),
  );
  const answer: TokenAnswer = {
    ...lifetime(world, claims),
    scope: scopes.value.map((scope) => (signInScopes.includes(scope) ? scope : `${graph.uri}/${scope}`)).join(' '),
    access_token: await keys.sign(claims),
  };
  if (scopes.value.includes('openid')) answer.id_token = await keys.sign(idClaims(world, person.value));
  if (form.client_info) answer.client_info = clientInfo(person.value);
  return grant(answer);
}

async function checkAssertion(world: World, keys: SigningKeys, tenant: Tenant, assertion: string): Promise<Granted<User>> {
  const { clientId, appIdUri } = world.app;
  const verified = await keys.verify(assertion, { audience: [clientId, appIdUri] });
  if (!verified.ok) return refuseAssertion(verified.why, verified.claims, world);
  const { claims } = verified;
  if (claims.idtyp === 'app')
    return refuse(400, 'invalid_grant', 7000114, `Application '${clientId}' is not allowed to make application on-behalf-of calls.`);
  const issuer = issuerOf(tenant.id, claims.ver === '2.0' ? '2.0' : '1.0');
  if (claims.tid !== tenant.id || claims.iss !== issuer)
    return refuse(
      400,
      'invalid_grant',
      50013,
      'Assertion failed signature validation. [Reason - The provided signature value did not match the expected signature value.]',
    );
  const user = world.users.get(typeof claims.oid === 'string' ? claims.oid : '');
  if (user?.tenantId !== tenant.id)
    return refuse(400, 'invalid_grant', 500341, `The user account has been deleted from the ${tenant.name} directory.`);
  if (!user.accountEnabled) return refuse(400, 'invalid_grant', 50057, 'The user account is disabled.');
  return grant(user);
}

type Why = 'malformed' | 'signature' | 'expired' | 'not-yet-valid' | 'audience';

function refuseAssertion(why: Why, claims: JWTPayload, { app }: World): ReturnType<typeof refuse> {
  const at = (seconds: number | undefined): string => new Date((seconds ?? 0) * 1000).toISOString();
  switch (why) {
    case 'malformed':
      return refuse(400, 'invalid_request', 50027, 'JWT token is invalid or malformed.');
    case 'signature':
      return refuse(400, 'invalid_grant', 50013, 'Assertion failed signature validation. [Reason - The key was not found.]');
    case 'expired':
    case 'not-yet-valid':
      return refuse(
        400,
        'invalid_grant',
        500133,
        `Assertion is not within its valid time range. Ensure that the access token is not expired before using it for user assertion, or request a new token. Expiry time of assertion ${at(claims.exp)}.`,
      );
    case 'audience':
      return refuse(
        400,
        'invalid_grant',
        500131,
        `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${String(claims.aud)}' and the expected audience is '${app.appIdUri}' or one of the Application Uris of this application with App ID '${app.clientId}'.`,
      );
  }
}

/** The granted ones of the scopes asked for: all of them, or a refusal that names what is missing. */
function checkScopes(world: World, scope: string): Granted<string[]> {
  const granted = permissionsNow(world).delegated;
  const wanted = scope.split(' ').filter(Boolean);
  const names: string[] = [];
  for (const one of wanted) {
    const at = one.lastIndexOf('/');
    const resource = at > 0 ? one.slice(0, at) : graph.uri;
    const name = at > 0 ? one.slice(at + 1) : one;
    if (resource !== graph.uri && resource !== graph.appId)
      return refuse(400, 'invalid_resource', 500011, `The resource principal named ${resource} was not found in the tenant.`);
    names.push(name);
  }
  const graphNames = names.filter((name) => !signInScopes.includes(name));
  if (graphNames.length === 0)
    return refuse(
      400,
      'invalid_scope',
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope ${scope} is not valid.`,
    );
  const nobody = graphNames.find((name) => name !== '.default' && !permissionName.test(name));
  if (nobody)
    return refuse(
      400,
      'invalid_scope',
      70011,
      `The provided value for the input parameter 'scope' is not valid. The scope ${nobody} is not valid.`,
    );
  if (graphNames.some((name) => name !== '.default' && !granted.includes(name)))
    return refuse(
      400,
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application with ID '${world.app.clientId}'. Send an interactive authorization request for this user and resource.`,
      'consent_required',
    );
  const all = graphNames.includes('.default') ? granted.filter((name) => !signInScopes.includes(name)) : graphNames;
  const signIn = names.filter((name) => signInScopes.includes(name) && granted.includes(name));
  return grant([...new Set([...signIn, ...all])]);
}
