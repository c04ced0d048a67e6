/** The app installed in a chat or for a person: consent to what the manifest asks there, once. */
import type { InstalledApp } from '../core/entities.ts';
import { installationId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import type { Call } from './call.ts';
import { appNames, resourcePermissions, type Permission } from './manifest.ts';
import { badRequest, GraphRefusal, notFound } from './refusal.ts';
import { isObject, readBody, type Fields, type Shape } from './shape.ts';
import { boundApp } from './tenant.ts';

const shape: Extract<Shape, { type: string }> = {
  type: 'teamsAppInstallation',
  has: {
    id: 'string',
    teamsApp: 'any',
    teamsAppDefinition: 'any',
    consentedPermissionSet: {
      type: 'teamsAppPermissionSet',
      has: {
        resourceSpecificPermissions: {
          listOf: {
            type: 'teamsAppResourceSpecificPermission',
            has: { permissionValue: 'string', permissionType: { oneOf: ['delegated', 'application'] } },
          },
        },
      },
    },
  },
};

type Place = { kind: 'Chat'; id: string; tenantId: string } | { kind: 'User'; id: string; tenantId: string };

/** Installs the app that the body names, or refuses. */
export function install(world: World, call: Call, place: Place): InstalledApp {
  const body = readBody(call.body, shape);
  const teamsAppId = boundApp(world, body['teamsApp@odata.bind']);
  const asked = resourcePermissions(world.app, place.kind);
  const consented = consentOf(body);
  checkConsent(call, asked, consented, place.kind);
  const id = installationId(place.id, teamsAppId);
  if (installedAt(world, place.id)) throw new GraphRefusal(409, 'Conflict', 'App is already installed in the target scope.');
  const target = place.kind === 'Chat' ? { kind: 'chat' as const, chatId: place.id } : { kind: 'user' as const, userId: place.id };
  const at = world.clock.now().toISOString();
  return world.installedApps.put(id, { id, tenantId: place.tenantId, teamsAppId, target, permissions: asked, at });
}

/** Takes it away again, with what was consented to there. */
export function uninstall(world: World, installation: string, targetId: string): void {
  const found = installedAt(world, targetId);
  if (found?.id !== installation) throw notFound(`The app installation '${installation}' was not found.`);
  world.installedApps.remove(found.id);
}

export const installedAt = (world: World, targetId: string): InstalledApp | undefined =>
  world.installedApps.by('target', targetId).find(({ teamsAppId }) => teamsAppId === world.app.teamsAppId);

function consentOf(body: Fields): Permission[] {
  const set = isObject(body.consentedPermissionSet) ? body.consentedPermissionSet.resourceSpecificPermissions : [];
  return Array.isArray(set)
    ? set.filter(isObject).map(({ permissionValue, permissionType }) => ({
        permissionValue: String(permissionValue),
        permissionType: String(permissionType),
      }))
    : [];
}

function checkConsent({ caller }: Call, asked: Permission[], consented: Permission[], where: 'Chat' | 'User'): void {
  if (asked.length === 0 && consented.length === 0) return;
  const mayConsent = [...caller.permissions].some(
    (name) => name.startsWith('TeamsAppInstallation.ReadWriteAndConsent') && name.includes(`For${where}`),
  );
  if (!mayConsent && asked.length > 0)
    throw new GraphRefusal(
      403,
      'Forbidden',
      'The app requires consent to resource-specific permissions, which the permissions on the request cannot give.',
    );
  const onlyDelegated = asked.every(({ permissionType }) => permissionType === 'Delegated');
  if (onlyDelegated && consented.length === 0) return;
  const names = (permissions: Permission[]): string =>
    [...new Set(permissions.map((one) => `${one.permissionValue}/${one.permissionType.toLowerCase()}`))].sort().join();
  if (names(asked) !== names(consented))
    throw badRequest('The consented permissions do not match the resource-specific permissions of the app.');
}

/** The installation as Graph writes it, with what `$expand` asks for. */
export function installationFields(world: World, call: Call, { id, permissions }: InstalledApp): Fields {
  const expand = (call.query.get('$expand') ?? '').split(',');
  const { name, version } = appNames(world.app);
  const { teamsAppId } = world.app;
  const app = { id: teamsAppId, externalId: teamsAppId, displayName: name, distributionMethod: 'organization' };
  const definition = {
    id: Buffer.from(`1#${version}`).toString('base64'),
    teamsAppId,
    displayName: name,
    version,
    publishingState: 'published',
  };
  const resourceSpecificPermissions = permissions.map((one) => ({ ...one, permissionType: one.permissionType.toLowerCase() }));
  return {
    id,
    ...(expand.includes('consentedPermissionSet') || permissions.length > 0
      ? { consentedPermissionSet: { resourceSpecificPermissions } }
      : {}),
    ...(expand.some((one) => /^teamsApp(\(|$)/.test(one.trim())) ? { teamsApp: app } : {}),
    ...(expand.some((one) => /^teamsAppDefinition(\(|$)/.test(one.trim())) ? { teamsAppDefinition: definition } : {}),
  };
}
