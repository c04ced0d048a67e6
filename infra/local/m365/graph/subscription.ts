/** Change notifications: what may be subscribed to, for how long, by whom, and the handshake with the address that will be told. */
import { randomUUID } from 'node:crypto';
import type { Subscription } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import type { Caller } from './call.ts';
import { badRequest, GraphRefusal, notHere } from './refusal.ts';
import { readBody, type Fields, type Shape } from './shape.ts';
import { findUser, hasMailbox } from './tenant.ts';

const minuteMs = 60_000;
const shortestMinutes = 45;
const mostClientState = 128;
/** Over all apps. */
const mostPerMailbox = 1000;
const handshakeMs = 10_000;

/** What can be subscribed to here: longest life in minutes, the kinds of change there are, permissions of which one is needed. */
const kinds = {
  events: { minutes: 10_080, changes: ['created', 'updated', 'deleted'], permissions: ['Calendars.Read', 'Calendars.ReadWrite'] },
  users: { minutes: 41_760, changes: ['updated', 'deleted'], permissions: ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'] },
} as const;

export type Watched = { kind: keyof typeof kinds; userId: string | null };

/** What a resource path names; null for what cannot be subscribed to here. */
export function watchedBy(world: World, caller: Pick<Caller, 'tenantId'>, resource: string): Watched | null {
  const path = resource.replace(/^\/+/, '');
  if (/^users\/?$/i.test(path)) return { kind: 'users', userId: null };
  const match = /^users\/([^/]+)(\/(?:calendar\/)?events)?\/?$/i.exec(path);
  const user = match ? findUser(world, caller, decodeURIComponent(match[1] ?? '')) : undefined;
  if (!match || !user) return null;
  return { kind: match[2] ? 'events' : 'users', userId: user.id };
}

const shape: Extract<Shape, { type: string }> = {
  type: 'subscription',
  has: {
    changeType: 'string',
    notificationUrl: 'string',
    lifecycleNotificationUrl: 'string',
    resource: 'string',
    expirationDateTime: 'string',
    clientState: 'string',
    latestSupportedTlsVersion: 'string',
    includeResourceData: 'boolean',
    encryptionCertificate: 'any',
    encryptionCertificateId: 'any',
    notificationQueryOptions: 'any',
    notificationUrlAppId: 'any',
    applicationId: 'any',
    creatorId: 'any',
    id: 'any',
  },
};

export async function subscribe(world: World, caller: Caller, body: unknown): Promise<{ subscription: Subscription; permission: string }> {
  const fields = readBody(body, shape, 'InvalidRequest');
  const text = (name: string): string => (typeof fields[name] === 'string' ? fields[name] : '');
  if (fields.includeResourceData === true) throw notHere('subscriptions with resource data');
  const watched = watchedBy(world, caller, personIn(text('resource'), caller));
  if (!watched) throw badRequest(`Resource '${text('resource')}' cannot be subscribed to.`, 'InvalidRequest');
  const permission = checkAccess(world, caller, watched);
  checkChanges(text('changeType'), watched);
  if (text('clientState').length > mostClientState)
    throw badRequest(`clientState can have ${mostClientState} characters at most.`, 'InvalidRequest');
  if (watched.kind === 'events' && onMailbox(world, caller, watched) >= mostPerMailbox)
    throw new GraphRefusal(
      403,
      'ExtensionError',
      'Operation: Create; Exception: [Status Code: Forbidden; Reason: The mailbox has reached its maximum number of active subscriptions.]',
    );
  const expires = expiryOf(world, text('expirationDateTime'), watched);
  const lifecycle = fields.lifecycleNotificationUrl == null ? null : text('lifecycleNotificationUrl');
  for (const address of [text('notificationUrl'), lifecycle]) if (address !== null) await shakeHands(address);
  const subscription: Subscription = {
    id: randomUUID(),
    tenantId: caller.tenantId,
    applicationId: caller.appId,
    resource: personIn(text('resource'), caller),
    changeType: text('changeType'),
    notificationUrl: text('notificationUrl'),
    lifecycleNotificationUrl: lifecycle,
    clientState: fields.clientState == null ? null : text('clientState'),
    expirationDateTime: expires,
  };
  return { subscription: world.subscriptions.put(subscription.id, subscription), permission };
}

const onMailbox = (world: World, { tenantId }: Caller, { userId }: Watched): number =>
  world.subscriptions.by('tenant', tenantId).filter((one) => isAlive(world, one) && watchedBy(world, one, one.resource)?.userId === userId)
    .length;

const personIn = (resource: string, { userId }: Caller): string =>
  userId === null ? resource : resource.replace(/^\/?me\//i, `users/${userId}/`);

function checkAccess(world: World, caller: Caller, { kind, userId }: Watched): string {
  const permission = kinds[kind].permissions.find((name) => caller.permissions.has(name));
  const isOwn = caller.userId === null || caller.userId === userId;
  if (permission === undefined || (kind === 'events' && !isOwn))
    throw new GraphRefusal(
      403,
      'ExtensionError',
      'Operation: Create; Exception: [Status Code: Forbidden; Reason: Access is denied. Check credentials and try again.]',
    );
  if (kind === 'events' && !hasMailbox(world.users.get(userId ?? '')))
    throw new GraphRefusal(
      404,
      'ExtensionError',
      'Operation: Create; Exception: [Status Code: NotFound; Reason: The mailbox is not enabled for REST.]',
    );
  return permission;
}

function checkChanges(changeType: string, { kind }: Watched): void {
  const known: readonly string[] = kinds[kind].changes;
  const wanted = changeType.split(',').map((one) => one.trim());
  if (!wanted.every((one) => known.includes(one)))
    throw badRequest(`changeType '${changeType}' is not valid for this resource.`, 'InvalidRequest');
}

/** At least 45 minutes from now, at most as long as the resource allows. */
function expiryOf(world: World, text: string, { kind }: Watched): string {
  const now = world.clock.now().getTime();
  const wanted = Date.parse(text);
  const { minutes } = kinds[kind];
  if (Number.isNaN(wanted) || wanted <= now) throw badRequest('Subscription expiration time must be in the future.', 'InvalidRequest');
  if (wanted > now + minutes * minuteMs)
    throw badRequest(`Subscription expiration can only be ${minutes} minutes in the future.`, 'InvalidRequest');
  return new Date(Math.max(wanted, now + shortestMinutes * minuteMs)).toISOString();
}

async function shakeHands(address: string): Promise<void> {
  if (!/^https?:\/\//.test(address)) throw badRequest('The notificationUrl is missing or no address.', 'InvalidRequest');
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const url = new URL(address);
  url.searchParams.set('validationToken', token);
  const options = { method: 'POST', headers: { 'Content-Type': 'text/plain; charset=utf-8' }, signal: AbortSignal.timeout(handshakeMs) };
  const answer = await fetch(url, options).catch(() => null);
  const isPlain = answer?.headers.get('Content-Type')?.startsWith('text/plain') ?? false;
  const echoed = await answer?.text().catch(() => '');
  if (answer?.status === 200 && isPlain && echoed === token) return;
  const reason = answer
    ? `Response status code ${answer.status}, or the token was not echoed as text/plain.`
    : 'The address could not be reached.';
  throw badRequest(
    `Subscription validation request failed. Notification endpoint must respond with 200 OK to validation request. ${reason}`,
    'ValidationError',
  );
}

/** Renews: a new end, by the same rules. */
export function renew(world: World, subscription: Subscription, body: unknown): Subscription {
  const fields = readBody(body, shape, 'InvalidRequest');
  const watched = watchedBy(world, subscription, subscription.resource);
  if (!watched || typeof fields.expirationDateTime !== 'string') throw badRequest('expirationDateTime is required.', 'InvalidRequest');
  return world.subscriptions.put(subscription.id, {
    ...subscription,
    expirationDateTime: expiryOf(world, fields.expirationDateTime, watched),
  });
}

/** The caller's own subscription while it lives. */
export function subscriptionOf(world: World, caller: Caller, id: string): Subscription {
  const found = world.subscriptions.get(id);
  if (!found || found.tenantId !== caller.tenantId || found.applicationId !== caller.appId || !isAlive(world, found))
    throw new GraphRefusal(404, 'ResourceNotFound', 'The object was not found.');
  return found;
}

export const isAlive = (world: World, { expirationDateTime }: Subscription): boolean =>
  Date.parse(expirationDateTime) > world.clock.now().getTime();

export const subscriptionFields = ({ tenantId: _tenant, ...rest }: Subscription): Fields => ({
  ...rest,
  includeResourceData: null,
  latestSupportedTlsVersion: 'v1_2',
  encryptionCertificate: null,
  encryptionCertificateId: null,
  notificationQueryOptions: null,
  notificationUrlAppId: null,
  creatorId: null,
});
