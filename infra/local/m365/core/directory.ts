/** Changes of the directory as Entra records them: the account itself, and a line of history for users/delta. Knows no HTTP. */
import type { User } from './entities.ts';
import type { World } from './world.ts';

/** Writes the account as it is to be, and history of what is different; a new manager is a line of its own. */
export function saveUser(world: World, user: User): User {
  const before = world.users.get(user.id);
  world.users.put(user.id, user);
  const rest = (one: User): string => JSON.stringify({ ...one, managerId: null });
  if (!before || rest(before) !== rest(user)) recordChange(world, user, 'changed');
  if (before && before.managerId !== user.managerId) recordChange(world, user, 'manager', before.managerId);
  return user;
}

/** Deletes the account. Those it managed are left without a manager, as in Entra. */
export function deleteUser(world: World, user: User): void {
  for (const report of world.users.by('manager', user.id)) saveUser(world, { ...report, managerId: null });
  world.users.remove(user.id);
  recordChange(world, user, 'deleted');
}

function recordChange(world: World, user: User, kind: 'changed' | 'manager' | 'deleted', managerBefore?: string | null): void {
  // History is never shortened: its length is its last number.
  const seq = 1 + world.directoryChanges.count('tenant', user.tenantId);
  const key = `${user.tenantId}/${String(seq).padStart(12, '0')}`;
  const at = world.clock.now().toISOString();
  world.directoryChanges.put(key, { seq, tenantId: user.tenantId, userId: user.id, kind, at, ...(managerBefore ? { managerBefore } : {}) });
  world.announce({ personId: user.id, area: 'directory' });
}
