/** What the desk shows of the tenants, their people and the app; and how it finds a person that an address names. */
import { readManifest, type StaticTab } from '../m365/core/manifest.ts';
import type { User } from '../m365/core/entities.ts';
import type { World } from '../m365/core/world.ts';
import { notFound } from './refusal.ts';

export function findUser(world: World, id: unknown): User {
  const user = world.users.get(String(id));
  if (!user) throw notFound('person');
  return user;
}

export type Named = { id: string; name: string };
export const named = (world: World, id: string): Named => ({ id, name: world.users.get(id)?.displayName ?? 'Deleted account' });

export function describeCompany(world: World): unknown {
  const { clientId, teamsAppId, appIdUri, tabUrl } = world.app;
  const { name, staticTabs, bots, validDomains } = readManifest(world.app);
  const first = (scope: string): string =>
    staticTabs.find(({ scopes }) => scopes.some((one) => one.toLowerCase() === scope.toLowerCase()))?.entityId ?? '';
  const tabs = staticTabs.map(({ entityId, name, contentUrl, scopes, context }: StaticTab) => ({
    entityId,
    name,
    contentUrl,
    scopes,
    context,
  }));
  const app = {
    ...{ name: name.short, clientId, teamsAppId, appIdUri, tabUrl, tabs, validDomains },
    ...{ personal: first('personal'), meeting: first('groupChat'), botScopes: bots.flatMap(({ scopes }) => scopes) },
  };
  const byName = (a: string, b: string): number => a.localeCompare(b, 'sv');
  const tenants = world.tenants
    .all()
    .sort((a, b) => byName(a.name, b.name))
    .map((tenant) => {
      // Rooms are nobody to be.
      const accounts = world.users.by('tenant', tenant.id).filter(({ room }) => !room);
      const users = accounts.sort((a, b) => byName(a.displayName, b.displayName));
      return { ...tenant, people: users.map((user) => describePerson(world, user)) };
    });
  return { now: world.clock.now().toISOString(), app, tenants };
}

export function describePerson(world: World, user: User): unknown {
  const { id, givenName, mail, userPrincipalName, jobTitle, department, managerId, mailbox } = user;
  return {
    id,
    name: user.displayName,
    givenName,
    mail,
    userPrincipalName,
    jobTitle,
    department,
    managerId,
    isManager: world.users.by('manager', id).length > 0,
    roles: user.appRoles,
    enabled: user.accountEnabled,
    hasMailbox: mailbox !== null,
    hasApp: hasApp(world, id),
    locale: mailbox?.locale ?? null,
    timeZone: mailbox?.timeZone ?? null,
  };
}

/** Whether the app is installed for a person or in a chat. */
export const hasApp = (world: World, targetId: string): boolean =>
  world.installedApps.by('target', targetId).some(({ teamsAppId }) => teamsAppId === world.app.teamsAppId);
