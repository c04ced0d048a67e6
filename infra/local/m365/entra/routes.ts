/** Addresses of login.microsoftonline.com, below its host prefix: metadata, keys, tokens. The pages a person sees there are in sign-in/. */
import express, { type Request, type Response, type Router } from 'express';
import { answerCalls, answerFailures } from '../core/answer-call.ts';
import type { Tenant } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { grantToken } from './grant-token.ts';
import type { SigningKeys } from './keys.ts';
import { instanceDiscovery, keySetOf, metadataOf } from './metadata.ts';
import { answerAskedFor, answerRefusal } from './refusal.ts';
import { grantSignedIn, isSignedInGrant } from './sign-in/grant-signed-in.ts';
import { signInRoutes } from './sign-in/routes.ts';
import { createSessions } from './sign-in/sessions.ts';
import { isFromSpa } from './sign-in/spa.ts';
import type { TokenForm } from './token-form.ts';
import type { Version } from './claims.ts';

/** Stand for any tenant in an address; no tenant's tokens come from there. */
const anyTenant = ['common', 'organizations'];

export function entraRoutes(world: World, keys: SigningKeys): Router {
  const router = express.Router();
  const sessions = createSessions(world);
  router.use((request, response, next) => {
    if (isFromSpa(world, { headers: request.headers, path: `${request.baseUrl}${request.path}` }))
      response.set({ 'Access-Control-Allow-Origin': request.get('origin') ?? '', Vary: 'Origin' });
    next();
  });
  router.use(answerCalls(world, 'entra', answerAskedFor));
  router.use(
    signInRoutes(world, sessions, (request) => {
      const name = tenantName(request);
      const tenant = findTenant(world, name);
      if (anyTenant.includes(name)) return world.tenants.all();
      return tenant ? [tenant] : null;
    }),
  );
  router.get('/common/discovery/instance', (_request, response) => void response.json(instanceDiscovery));

  const metadata =
    (version: Version) =>
    (request: Request, response: Response): void => {
      const name = tenantName(request);
      if (anyTenant.includes(name)) return void response.json(metadataOf(name, '{tenantid}', version));
      const tenant = findTenant(world, name);
      if (!tenant) return refuseTenant(world, name, response);
      response.json(metadataOf(tenant.id, tenant.id, version));
    };
  router.get('/:tenant/.well-known/openid-configuration', metadata('1.0'));
  router.get('/:tenant/v2.0/.well-known/openid-configuration', metadata('2.0'));

  const keySet = (request: Request, response: Response): void => {
    const name = tenantName(request);
    const tenant = findTenant(world, name);
    if (!tenant && !anyTenant.includes(name)) return refuseTenant(world, name, response);
    response.json(keySetOf(tenant?.id ?? '{tenantid}', keys.publicKeys()));
  };
  router.get('/:tenant/discovery/keys', keySet);
  router.get('/:tenant/discovery/v2.0/keys', keySet);

  router.post('/:tenant/oauth2/v2.0/token', express.urlencoded({ extended: false }), async (request: Request, response: Response) => {
    const name = tenantName(request);
    const tenant = findTenant(world, name);
    const form = (request.body ?? {}) as TokenForm;
    const isSignedIn = isSignedInGrant(form);
    if (!tenant && !(isSignedIn && anyTenant.includes(name))) return refuseTenant(world, name, response);
    const place = { tenant: tenant ?? null, origin: request.get('origin') };
    const granted = await (tenant && !isSignedIn
      ? grantToken(world, keys, tenant, form)
      : grantSignedIn(world, keys, sessions, place, form));
    if (!granted.ok) return answerRefusal(response, granted.refusal, world.clock.now());
    response.set({ 'Cache-Control': 'no-store, no-cache', Pragma: 'no-cache' }).json(granted.value);
  });
  router.use((_request, response) => void response.status(404).end());
  router.use(answerFailures(answerAskedFor));
  return router;
}

const tenantName = (request: Request): string => String(request.params.tenant).toLowerCase();

function findTenant(world: World, name: string): Tenant | undefined {
  return world.tenants.get(name) ?? world.tenants.all().find(({ domain }) => domain.toLowerCase() === name);
}

function refuseTenant(world: World, name: string, response: Response): void {
  const refusal = anyTenant.includes(name)
    ? {
        number: 50059,
        says: 'No tenant-identifying information found in either the request or implied by any provided credentials.',
      }
    : {
        number: 90002,
        says: `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
      };
  answerRefusal(response, { status: 400, error: 'invalid_request', ...refusal }, world.clock.now());
}
