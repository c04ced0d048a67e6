/**
 * The app registration in infra/entra says the same thing in both of its files, and the same as the code that checks tokens. Whether Microsoft
 * Entra accepts it is not tried: that needs a tenant.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signInPath } from '#api/platform/config/contract.ts';
import { registrationFor } from '#infra/local/demo.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const permissions = JSON.parse(read('infra/entra/permissions.json'));
const registration = JSON.parse(read('infra/entra/app.manifest.json'));
const verifyToken = read('api/platform/identity/verify-token.ts');
const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

type Permission = { name: string; why: string };

describe('the app registration', () => {
  it('asks Microsoft Graph for the permissions that are listed, each with a reason', () => {
    const listed = [
      ...permissions.application.map(({ name }: Permission) => [name, 'Role']),
      ...permissions.delegated.map(({ name }: Permission) => [name, 'Scope']),
    ];
    const [graph] = registration.requiredResourceAccess;
    expect(graph.resourceAppId).toBe('Microsoft Graph');
    expect(graph.resourceAccess.map(({ id, type }: { id: string; type: string }) => [id, type])).toEqual(listed);
    for (const { name, why } of [...permissions.application, ...permissions.delegated, ...permissions.resourceSpecific] as Permission[])
      expect(why.length, name).toBeGreaterThan(20);
  });

  it('offers the roles that are listed, for people only, and the code knows them', () => {
    const offered = registration.appRoles.map(({ value, displayName, description }: Record<string, string>) => ({
      value,
      displayName,
      description,
    }));
    expect(offered).toEqual(permissions.appRoles);
    for (const { allowedMemberTypes } of registration.appRoles) expect(allowedMemberTypes).toEqual(['User']);
    for (const { value } of permissions.appRoles) expect(verifyToken).toContain(`'${value}'`);
  });

  it('lets exactly those clients in that the token check accepts, with the one scope', () => {
    const clients = registration.api.preAuthorizedApplications.map(({ appId }: { appId: string }) => appId);
    expect(clients.sort()).toEqual([...new Set(verifyToken.match(guid))].sort());
    const [scope, ...others] = registration.api.oauth2PermissionScopes;
    expect(others).toEqual([]);
    expect(scope.value).toBe('access_as_user');
    for (const client of registration.api.preAuthorizedApplications) expect(client.delegatedPermissionIds).toEqual([scope.id]);
  });

  it('lets Samtal’s own page in a plain browser sign people in: one redirect address, one scope, no tokens in addresses', () => {
    expect(registration.spa.redirectUris).toEqual([`https://\${{TAB_DOMAIN}}${signInPath}`]);
    const [, own, ...others] = registration.requiredResourceAccess;
    expect(others).toEqual([]);
    const [scope] = registration.api.oauth2PermissionScopes;
    expect(own).toEqual({ resourceAppId: registration.appId, resourceAccess: [{ id: scope.id, type: 'Scope' }] });
    expect(registration.web.redirectUris).toEqual([]);
    expect(Object.values(registration.web.implicitGrantSettings)).toEqual([false, false]);
    // The demo's registration leads back to the same page.
    expect(registrationFor(5).spaRedirectUris).toEqual([`http://localhost:5${signInPath}`]);
  });

  it('has the application ID URI that the Teams manifest names', () => {
    const { webApplicationInfo } = JSON.parse(read('appPackage/manifest.json'));
    expect(registration.identifierUris).toEqual([webApplicationInfo.resource]);
    expect(registration.appId).toBe(webApplicationInfo.id);
  });
});
