/** What an administrator does to the directory, and the token that Teams would give the app for a person, right or wrong on purpose. */
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { deleteUser, saveUser } from '../m365/core/directory.ts';
import type { User } from '../m365/core/entities.ts';
import { readPermissions } from '../m365/core/permissions.ts';
import type { World } from '../m365/core/world.ts';
import { ssoClaims } from '../m365/entra/claims.ts';
import type { SigningKeys } from '../m365/entra/keys.ts';
import { describePerson } from './read-people.ts';
import { DeskRefusal, readInput } from './refusal.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text).toISOString());
const change = z.strictObject({
  managerId: z.string().nullable().optional(),
  enabled: z.boolean().optional(),
  department: z.string().optional(),
  jobTitle: z.string().optional(),
  roles: z.array(z.string()).optional(),
  /** Automatic replies of their mailbox; null turns them off. */
  autoReplies: z.union([z.literal('always'), z.strictObject({ from: instant, until: instant }), z.null()]).optional(),
});

export async function changePerson(world: World, user: User, input: unknown): Promise<unknown> {
  const { managerId, enabled, department, jobTitle, roles, autoReplies } = readInput(change, input);
  if (managerId && (managerId === user.id || world.users.get(managerId)?.tenantId !== user.tenantId))
    throw new DeskRefusal(400, 'managerId: somebody else of the same tenant');
  const known = readPermissions(world.app.permissionsFile).appRoles;
  if (roles?.some((role) => !known.includes(role))) throw new DeskRefusal(400, `roles: the app has only ${known.join(', ')}`);
  if (autoReplies !== undefined && !user.mailbox) throw new DeskRefusal(409, 'autoReplies: the person has no mailbox');
  const changed: User = {
    ...user,
    managerId: managerId === undefined ? user.managerId : managerId,
    accountEnabled: enabled ?? user.accountEnabled,
    department: department ?? user.department,
    jobTitle: jobTitle ?? user.jobTitle,
    appRoles: roles ?? user.appRoles,
    mailbox: user.mailbox && autoReplies !== undefined ? { ...user.mailbox, autoReplies } : user.mailbox,
  };
  saveUser(world, changed);
  await world.tables.flushed();
  return describePerson(world, changed);
}

export async function deletePerson(world: World, user: User): Promise<void> {
  deleteUser(world, user);
  await world.tables.flushed();
}

const wanted = z.strictObject({
  version: z.enum(['1.0', '2.0']).default('2.0'),
  /** Put in the place of the usual ones; null takes one out. */
  claims: z.record(z.string(), z.unknown()).default({}),
  header: z.record(z.string(), z.unknown()).default({}),
  expiresInSeconds: z.number().optional(),
  signedBy: z.enum(['ours', 'stranger', 'nobody']).default('ours'),
});

export async function issueToken(
  world: World,
  keys: SigningKeys,
  user: User,
  input: unknown,
): Promise<{ token: string; expiresAt: string }> {
  const { version, claims: given, header, expiresInSeconds, signedBy } = readInput(wanted, input);
  if (!user.accountEnabled) throw new DeskRefusal(409, 'Nobody can sign in with an account that is disabled.');
  const usual = ssoClaims(world, user, version);
  if (expiresInSeconds !== undefined) {
    usual.exp = Math.floor(world.clock.now().getTime() / 1000) + expiresInSeconds;
    usual.nbf = usual.iat = Math.min(usual.nbf ?? 0, usual.exp - 3600);
  }
  const claims = Object.fromEntries(Object.entries({ ...usual, ...given }).filter(([, value]) => value !== null)) as JWTPayload;
  const token = await keys.sign(claims, header, signedBy);
  return { token, expiresAt: new Date((claims.exp ?? 0) * 1000).toISOString() };
}
