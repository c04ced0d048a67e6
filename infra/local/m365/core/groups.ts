/** The groups of a tenant: one for everybody, one per department, as an organisation keeps them in step with its directory. They are not kept anywhere. */
import type { User } from './entities.ts';
import { guidOf } from './ids.ts';
import type { World } from './world.ts';

export type Group = { id: string; displayName: string; mailNickname: string };

/** Security groups the person belongs to; their ids are always the same. */
export function groupsOf(world: World, { tenantId, department }: User): Group[] {
  const tenant = world.tenants.get(tenantId)?.name ?? '';
  return [`Everybody at ${tenant}`, ...(department === '' ? [] : [department])].map((name) => ({
    id: guidOf(`${tenantId}/group/${name}`),
    displayName: name,
    mailNickname: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  }));
}
