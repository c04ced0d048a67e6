/** Finds people and mailboxes of the caller's tenant, and refuses as the service behind the address does. */
import type { Chat, Mailbox, User } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import type { Call, Caller } from './call.ts';
import { badRequest, GraphRefusal, notFound, resourceNotFound } from './refusal.ts';

export type MailboxUser = User & { mailbox: Mailbox; mail: string };

/** By object id or user principal name, as Graph takes them. */
export function findUser(world: World, { tenantId }: Pick<Caller, 'tenantId'>, name: string): User | undefined {
  const found = [world.users.get(name), ...world.users.by('upn', name.toLowerCase())];
  return found.find((user) => user?.tenantId === tenantId);
}

/** The person in the address, for the directory. */
export function directoryUser(world: World, { caller, at }: Call): User {
  const user = findUser(world, caller, at.user ?? '');
  if (!user) throw resourceNotFound(at.user ?? '');
  return user;
}

/** The person in the address, for Outlook: with a mailbox. */
export function mailboxUser(world: World, { caller, at }: Call): MailboxUser {
  const user = findUser(world, caller, at.user ?? '');
  if (!user) throw new GraphRefusal(404, 'ErrorInvalidUser', `The requested user '${at.user ?? ''}' is invalid.`);
  if (!hasMailbox(user))
    throw new GraphRefusal(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.');
  return user;
}

export const hasMailbox = (user: User | undefined): user is MailboxUser => user?.mailbox != null && user.mail !== null;

/** The person of the tenant who receives mail at an address. */
export function userAt(world: World, tenantId: string, address: string): MailboxUser | undefined {
  return world.users.by('mail', address.toLowerCase()).find((user): user is MailboxUser => user.tenantId === tenantId && hasMailbox(user));
}

/** The person in the address, for Teams. */
export function teamsUser(world: World, { caller, at }: Call): User {
  const user = findUser(world, caller, at.user ?? '');
  if (!user) throw new GraphRefusal(404, 'NotFound', `User '${at.user ?? ''}' not found.`);
  return user;
}

/** The app a bind address names; only the one that is registered here exists. */
export function boundApp(world: World, bind: unknown): string {
  const id = /\/appCatalogs\/teamsApps(?:\/|\(')([^/')]+)/.exec(typeof bind === 'string' ? bind : '')?.[1];
  if (id === undefined) throw badRequest("Required property 'teamsApp@odata.bind' is missing or is no address of an app.");
  if (id !== world.app.teamsAppId)
    throw new GraphRefusal(404, 'NotFound', `App with id '${id}' was not found in the tenant's app catalog.`);
  return id;
}

/** The chat in the address. A name of another form than a chat's is a bad request. */
export function chatOf(world: World, { caller, at }: Call): Chat {
  const id = at.chat ?? '';
  if (!/^19:.+@(thread\.v2|thread\.tacv2|unq\.gbl\.spaces)$/.test(id)) throw badRequest(`Invalid ThreadId: '${id}'.`);
  const chat = world.chats.get(id);
  if (!chat || chat.tenantId !== caller.tenantId) throw notFound('NotFound: the chat was not found.');
  return chat;
}
