/** People: lists, one person, manager, reports, groups, photo, mailbox settings. */
import type { User } from '../../core/entities.ts';
import type { World } from '../../core/world.ts';
import type { Answer, Call, Route } from '../call.ts';
import { checkOptions, listAnswer, pick, root, selectOf } from '../odata/query.ts';
import { isSelf } from '../permissions.ts';
import { GraphRefusal, resourceNotFound } from '../refusal.ts';
import { directoryUser, mailboxUser } from '../tenant.ts';
import { defaultUserProperties, filterableUserProperties, mailboxSettings, userFields, userProperties } from '../user-answer.ts';

const byName = (a: User, b: User): number => a.displayName.localeCompare(b.displayName);

function listUsers(world: World, call: Call): Answer {
  checkOptions(call, ['$select', '$filter', '$top', '$skip', '$orderby', '$count']);
  const users = world.users.by('tenant', call.caller.tenantId).sort(byName);
  const names = selectOf(call, 'user', userProperties) ?? defaultUserProperties;
  const listing = {
    context: 'users',
    filter: filterableUserProperties,
    sort: ['displayName', 'userPrincipalName'],
    pageSize: 100,
    most: 999,
  };
  return listAnswer(call, users.map(userFields), listing, (item) => pick(item, names));
}

function one(call: Call, user: User, context: string): Answer {
  checkOptions(call, ['$select']);
  const names = selectOf(call, 'user', userProperties) ?? defaultUserProperties;
  return { status: 200, body: { '@odata.context': `${root}/$metadata#${context}`, ...pick(userFields(user), names) } };
}

/** With User.Read alone a person reads the own account and nobody else's. */
function readable(world: World, call: Call): User {
  const user = directoryUser(world, call);
  const { permissions, userId } = call.caller;
  const onlySelf =
    userId !== null && ![...permissions].some((name) => /^(User|Directory|ProfilePhoto)\.Read(Basic|Write)?\.All$/.test(name));
  if (onlySelf && !isSelf(world, call))
    throw new GraphRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  return user;
}

function managerOf(world: World, call: Call): Answer {
  const { managerId } = readable(world, call);
  const manager = managerId === null ? undefined : world.users.get(managerId);
  if (!manager) throw resourceNotFound('manager');
  const answer = one(call, manager, 'directoryObjects/$entity');
  return { ...answer, body: { '@odata.type': '#microsoft.graph.user', ...(answer.body as object) } };
}

function reports(world: World, call: Call): Answer {
  checkOptions(call, ['$select', '$top', '$skip', '$filter', '$count']);
  const user = readable(world, call);
  const names = selectOf(call, 'user', userProperties) ?? defaultUserProperties;
  const people = world.users.by('manager', user.id).sort(byName);
  const items = people.map((person) => ({ '@odata.type': '#microsoft.graph.user', ...userFields(person) }));
  const listing = { context: 'directoryObjects', filter: filterableUserProperties, pageSize: 100, most: 999 };
  return listAnswer(call, items, listing, (item) => pick(item, names));
}

function memberOf(world: World, call: Call): Answer {
  readable(world, call);
  return { status: 200, body: { '@odata.context': `${root}/$metadata#directoryObjects`, value: [] } };
}

function noPhoto(world: World, call: Call): never {
  readable(world, call);
  throw new GraphRefusal(404, 'ImageNotFound', 'The photo was not found.');
}

function settings(world: World, call: Call): Answer {
  checkOptions(call, ['$select']);
  const user = mailboxUser(world, call);
  const fields = mailboxSettings(user.mailbox);
  const names = selectOf(call, 'mailboxSettings', Object.keys(fields));
  return { status: 200, body: { '@odata.context': `${root}/$metadata#users('${user.id}')/mailboxSettings`, ...pick(fields, names) } };
}

export const userRoutes: Route[] = [
  { method: 'GET', path: '/users', answer: listUsers },
  { method: 'GET', path: '/users/{user}', answer: (world, call) => one(call, readable(world, call), 'users/$entity') },
  { method: 'GET', path: '/users/{user}/manager', answer: managerOf },
  { method: 'GET', path: '/users/{user}/directReports', answer: reports },
  { method: 'GET', path: '/users/{user}/memberOf', answer: memberOf },
  { method: 'GET', path: '/users/{user}/photo', answer: noPhoto },
  { method: 'GET', path: '/users/{user}/photo/$value', answer: noPhoto },
  { method: 'GET', path: '/users/{user}/mailboxSettings', answer: settings },
];
