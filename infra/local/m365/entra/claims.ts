/**
 * What stands in each kind of token that Microsoft Entra issues here: the SSO token a host application gets for the app, Graph tokens (the app's
 * own, and on behalf of a person), bot tokens, and the id token. Claims only; who may have one is decided elsewhere.
 */
import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { User } from '../core/entities.ts';
import { groupsOf } from '../core/groups.ts';
import { guidOf, newTokenId } from '../core/ids.ts';
import { readManifest } from '../core/manifest.ts';
import type { World } from '../core/world.ts';

export type Version = '1.0' | '2.0';

export const graph = { appId: '00000003-0000-0000-c000-000000000000', uri: 'https://graph.microsoft.com' };
export const botService = { uri: 'https://api.botframework.com' };
const teamsWebClient = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';

export const issuerOf = (tenantId: string, version: Version): string =>
  version === '2.0' ? `https://login.microsoftonline.com/${tenantId}/v2.0` : `https://sts.windows.net/${tenantId}/`;

/** Tokens begin five minutes ago and end in 60 to 90, at random, as Microsoft does it so that not all are renewed at once. */
export function timesFrom(now: Date): { iat: number; nbf: number; exp: number } {
  const at = Math.floor(now.getTime() / 1000);
  return { iat: at - 300, nbf: at - 300, exp: at + 3600 + Math.floor(Math.random() * 1800) };
}

/** What Teams gives the tab for a person. */
export function ssoClaims(world: World, user: User, version: Version): JWTPayload {
  const { clientId, appIdUri } = world.app;
  const shared = {
    iss: issuerOf(user.tenantId, version),
    ...timesFrom(world.clock.now()),
    ...(world.app.groupMembershipClaims === 'SecurityGroup' ? { groups: groupsOf(world, user).map(({ id }) => id) } : {}),
    name: user.displayName,
    oid: user.id,
    rh: `1.A${newTokenId(48)}.`,
    ...(user.appRoles.length > 0 ? { roles: user.appRoles } : {}),
    scp: 'access_as_user',
    sid: newTokenId(),
    sub: pairwise(user.id, clientId),
    tid: user.tenantId,
    uti: newTokenId(),
    ver: version,
  };
  if (version === '2.0') return { aud: clientId, ...shared, azp: teamsWebClient, azpacr: '0', preferred_username: user.userPrincipalName };
  return {
    aud: appIdUri,
    ...shared,
    acr: '1',
    amr: ['pwd', 'mfa'],
    appid: teamsWebClient,
    appidacr: '0',
    family_name: user.surname,
    given_name: user.givenName,
    unique_name: user.userPrincipalName,
    upn: user.userPrincipalName,
  };
}

/** The id token that belongs to an on-behalf-of answer. */
export function idClaims(world: World, user: User): JWTPayload {
  const { clientId } = world.app;
  return {
    aud: clientId,
    iss: issuerOf(user.tenantId, '2.0'),
    ...timesFrom(world.clock.now()),
    name: user.displayName,
    oid: user.id,
    preferred_username: user.userPrincipalName,
    rh: `1.A${newTokenId(48)}.`,
    sub: pairwise(user.id, clientId),
    tid: user.tenantId,
    uti: newTokenId(),
    ver: '2.0',
  };
}

/** A token of the app itself, for Graph (with the roles granted there) or for the bot service (without). */
export function appClaims(world: World, tenantId: string, audience: string, roles: string[]): JWTPayload {
  const { clientId } = world.app;
  const issuer = issuerOf(tenantId, '1.0');
  const principal = servicePrincipal(tenantId, clientId);
  return {
    aud: audience,
    iss: issuer,
    ...timesFrom(world.clock.now()),
    app_displayname: readManifest(world.app).name.short,
    appid: clientId,
    appidacr: '1',
    idp: issuer,
    idtyp: 'app',
    oid: principal,
    rh: `1.A${newTokenId(48)}.`,
    ...(roles.length > 0 ? { roles } : {}),
    sub: principal,
    tid: tenantId,
    uti: newTokenId(),
    ver: '1.0',
  };
}

/** A Graph token with which the app acts on behalf of a person. */
export function delegatedClaims(world: World, user: User, scopes: string[]): JWTPayload {
  const { clientId } = world.app;
  return {
    aud: graph.uri,
    iss: issuerOf(user.tenantId, '1.0'),
    ...timesFrom(world.clock.now()),
    acct: 0,
    acr: '1',
    amr: ['pwd', 'mfa'],
    app_displayname: readManifest(world.app).name.short,
    appid: clientId,
    appidacr: '1',
    family_name: user.surname,
    given_name: user.givenName,
    idtyp: 'user',
    name: user.displayName,
    oid: user.id,
    rh: `1.A${newTokenId(48)}.`,
    scp: scopes.join(' '),
    sub: pairwise(user.id, graph.appId),
    tid: user.tenantId,
    unique_name: user.userPrincipalName,
    upn: user.userPrincipalName,
    uti: newTokenId(),
    ver: '1.0',
  };
}

/** The same person has another `sub` at each app. */
const pairwise = (userId: string, appId: string): string => createHash('sha256').update(`${userId}/${appId}`).digest('base64url');

/** Object id of the app's service principal in a tenant: a GUID that is always the same. */
export const servicePrincipal = (tenantId: string, appId: string): string => guidOf(`${tenantId}/${appId}`);
