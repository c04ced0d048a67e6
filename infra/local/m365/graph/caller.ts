/** Reads who calls from the bearer token. What the caller may do is in permissions.ts. */
import type { World } from '../core/world.ts';
import type { SigningKeys, Verified } from '../entra/keys.ts';
import type { Caller } from './call.ts';
import { GraphRefusal } from './refusal.ts';

/** Graph under its address and under its application id. */
const audience = ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'];

const messages: Record<Extract<Verified, { ok: false }>['why'], string> = {
  malformed: 'CompactToken parsing failed with error code: 80049217',
  signature: 'Access token validation failure. Invalid signature.',
  expired: 'Lifetime validation failed, the token is expired.',
  'not-yet-valid': 'Lifetime validation failed, the token is not yet valid.',
  audience: 'Access token validation failure. Invalid audience.',
};

export async function readCaller(world: World, keys: SigningKeys, authorization: string | undefined): Promise<Caller> {
  const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
  if (!token) throw refuse('Access token is empty.');
  const verified = await keys.verify(token, { audience });
  if (!verified.ok) throw refuse(messages[verified.why]);
  const { tid, oid, roles, scp, exp, appid, azp } = verified.claims;
  if (typeof tid !== 'string' || !world.tenants.get(tid)) throw refuse('Access token validation failure. Invalid tenant.');
  const isDelegated = typeof scp === 'string';
  const user = isDelegated && typeof oid === 'string' ? world.users.get(oid) : undefined;
  if (isDelegated && (!user || !user.accountEnabled || user.tenantId !== tid))
    throw refuse('Continuous access evaluation resulted in challenge with result: InteractionRequired and code: UserDisabled');
  const granted = isDelegated ? scp.split(' ') : Array.isArray(roles) ? roles.map(String) : [];
  return {
    tenantId: tid,
    appId: [appid, azp].find((id) => typeof id === 'string') ?? '',
    userId: user?.id ?? null,
    permissions: new Set(granted.filter((name) => !world.revoked.has(name))),
    expiresAt: new Date(Number(exp) * 1000),
  };
}

const refuse = (message: string): GraphRefusal =>
  new GraphRefusal(401, 'InvalidAuthenticationToken', message, {
    'WWW-Authenticate':
      'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"',
  });
