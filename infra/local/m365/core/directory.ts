/** Changes of the directory as Entra records them: the account itself, and a line of history for users/delta. Knows no HTTP. */
import type { DirectoryChange, User } from './entities.ts';
import type { World } from './world.ts';

/** Writes the account as it is to be, and history of what is different; a new manager is a line of its own. */
export function saveUser(world: World, user: User): User {
  const before = world.users.get(user.id);
  world.users.put(user.id, user);
  const properties = before ? differences(before, user) : null;
  if (properties === null || properties.length > 0) recordChange(world, user, 'changed', properties ? { properties } : {});
  const managerBefore = before?.managerId ?? null;
  if (before && managerBefore !== user.managerId) recordChange(world, user, 'manager', managerBefore === null ? {} : { managerBefore });
  return user;
}

/** Names of what is different, the manager left out. */
function differences(before: User, after: User): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)] as (keyof User)[]);
  return [...names].filter((name) => name !== 'managerId' && JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** Deletes the account. Those it managed are left without a manager, as in Entra. */
export function deleteUser(world: World, user: User): void {
  for (const report of world.users.by('manager', user.id)) saveUser(world, { ...report, managerId: null });
  world.users.remove(user.id);
  recordChange(world, user, 'deleted');
}

type Detail = Pick<DirectoryChange, 'managerBefore' | 'properties'>;

function recordChange(world: World, user: User, kind: DirectoryChange['kind'], detail: Detail = {}): void {
  // History is never shortened: its length is its last number.
  const seq = 1 + world.directoryChanges.count('tenant', user.tenantId);
  const key = `${user.tenantId}/${String(seq).padStart(12, '0')}`;
  const at = world.clock.now().toISOString();
  world.directoryChanges.put(key, { seq, tenantId: user.tenantId, userId: user.id, kind, at, ...detail });
  world.announce({ personId: user.id, area: 'directory' });
}
