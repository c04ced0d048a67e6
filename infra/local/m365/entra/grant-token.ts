/**
 * Decides a request to the token endpoint: the app's own sign-in with its secret, for Graph or for the bot service. On behalf of a person is in
 * grant-delegated.ts. In the order in which Entra looks, so that of two faults the same one is named.
 */
import type { Tenant } from '../core/entities.ts';
import { permissionsNow } from '../core/permissions.ts';
import type { World } from '../core/world.ts';
import { appClaims, botService, graph } from './claims.ts';
import { grantDelegated } from './grant-delegated.ts';
import type { SigningKeys } from './keys.ts';
import { grant, refuse, type Granted } from './refusal.ts';
import { lifetime, refuseMissing, type TokenAnswer, type TokenForm } from './token-form.ts';

const onBehalfOf = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

export async function grantToken(world: World, keys: SigningKeys, tenant: Tenant, form: TokenForm): Promise<Granted<TokenAnswer>> {
  const missing = ['grant_type', 'client_id', 'scope'].find((name) => !form[name]);
  if (missing) return refuseMissing(missing);
  if (form.grant_type !== 'client_credentials' && form.grant_type !== onBehalfOf)
    return refuse(400, 'unsupported_grant_type', 70003, `The app requested an unsupported grant type '${form.grant_type}'.`);
  const client = checkClient(world, tenant, form);
  if (!client.ok) return client;
  return form.grant_type === onBehalfOf ? grantDelegated(world, keys, tenant, form) : grantApp(world, keys, tenant, form.scope ?? '');
}

function checkClient(world: World, tenant: Tenant, form: TokenForm): Granted<null> {
  const { clientId, clientSecret } = world.app;
  if (form.client_id !== clientId)
    return refuse(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${form.client_id}' was not found in the directory '${tenant.name}'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
    );
  if (!form.client_secret)
    return refuse(
      401,
      'invalid_client',
      7000216,
      `'client_assertion', 'client_secret' or 'request' is required for the '${form.grant_type}' grant type.`,
    );
  if (form.client_secret !== clientSecret)
    return refuse(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    );
  return grant(null);
}

async function grantApp(world: World, keys: SigningKeys, tenant: Tenant, scope: string): Promise<Granted<TokenAnswer>> {
  const wanted = scope.split(' ').filter(Boolean);
  const [only] = wanted;
  if (wanted.length !== 1 || !only?.endsWith('/.default'))
    return refuse(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  const resource = only.slice(0, -'/.default'.length);
  const audience = resource === graph.appId ? graph.appId : resource;
  if (![graph.uri, graph.appId, botService.uri].includes(audience))
    return refuse(
      400,
      'invalid_resource',
      500011,
      `The resource principal named ${resource} was not found in the tenant named ${tenant.name}. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You might have sent your authentication request to the wrong tenant.`,
    );
  const roles = audience === botService.uri ? [] : permissionsNow(world).application;
  const claims = appClaims(world, tenant.id, audience, roles);
  return grant({ ...lifetime(world, claims), access_token: await keys.sign(claims) });
}
