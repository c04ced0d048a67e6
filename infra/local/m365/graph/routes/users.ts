/** People: lists, one person, manager, reports, groups, photo, mailbox settings. */
import type { User } from '../../core/entities.ts';
import { groupsOf } from '../../core/groups.ts';
import type { World } from '../../core/world.ts';
import type { Answer, Call, Route } from '../call.ts';
import { checkOptions, listAnswer, pick, root, selectOf } from '../odata/query.ts';
import { drawPhoto, photoSize } from '../photo.ts';
import { isSelf } from '../permissions.ts';
import { badRequest, GraphRefusal, resourceNotFound } from '../refusal.ts';
import type { Fields } from '../shape.ts';
import { directoryUser, mailboxUser } from '../tenant.ts';
import { defaultUserProperties, filterableUserProperties, mailboxSettings, userFields, userProperties } from '../user-answer.ts';

const byName = (a: User, b: User): number => a.displayName.localeCompare(b.displayName);

function listUsers(world: World, call: Call): Answer {
  checkOptions(call, ['$select', '$filter', '$top', '$skiptoken', '$orderby', '$count', '$expand']);
  const users = world.users.by('tenant', call.caller.tenantId).sort(byName);
  const names = selectOf(call, 'user', userProperties) ?? defaultUserProperties;
  const listing = {
    context: 'users',
    filter: filterableUserProperties,
    sort: ['displayName', 'userPrincipalName'],
    pageSize: 100,
    most: 999,
    isOpaque: true,
  };
  const manager = expandedManager(world, call);
  return listAnswer(call, users.map(userFields), listing, (item) => ({ ...pick(item, names), ...manager(item.id) }));
}

/** `$expand=manager` and `$expand=manager($select=...)`: the one relation that is answered with its person. */
function expandedManager(world: World, call: Call): (userId: unknown) => Fields {
  const text = call.query.get('$expand');
  if (!text) return () => ({});
  const select = /^manager(?:\(\$select=([\w,\s]+)\))?$/i.exec(text.trim());
  if (!select) throw badRequest(`The value '${text}' of $expand is not supported here.`, 'Request_UnsupportedQuery');
  const wanted = { ...call, query: new URLSearchParams(select[1] ? { $select: select[1] } : {}) };
  const names = selectOf(wanted, 'directoryObject', userProperties) ?? defaultUserProperties;
  return (userId) => {
    const manager = world.users.get(world.users.get(String(userId))?.managerId ?? '');
    return manager ? { manager: { '@odata.type': '#microsoft.graph.user', ...pick(userFields(manager), names) } } : {};
  };
}

function one(world: World, call: Call, user: User, context: string): Answer {
  checkOptions(call, ['$select', '$expand']);
  const names = selectOf(call, 'user', userProperties) ?? defaultUserProperties;
  const fields = { ...pick(userFields(user), names), ...expandedManager(world, call)(user.id) };
  return { status: 200, body: { '@odata.context': `${root}/$metadata#${context}`, ...fields } };
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
  const answer = one(world, call, manager, 'directoryObjects/$entity');
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
  checkOptions(call, ['$select', '$top', '$skip', '$count']);
  const user = readable(world, call);
  const items = groupsOf(world, user).map((group) => ({
    '@odata.type': '#microsoft.graph.group',
    ...{ ...group, description: null, createdDateTime: `${user.createdDateTime.slice(0, 19)}Z`, deletedDateTime: null },
    ...{ groupTypes: [], mail: null, mailEnabled: false, securityEnabled: true, visibility: null },
  }));
  const names = selectOf(call, 'group', Object.keys(items[0] ?? {}));
  return listAnswer(call, items, { context: 'directoryObjects', filter: null, pageSize: 100, most: 999 }, (item) => pick(item, names));
}

function photographed(world: World, call: Call): User {
  const user = readable(world, call);
  if (user.hasPhoto) return user;
  throw new GraphRefusal(
    404,
    'ImageNotFound',
    'Exception of type Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException was thrown.',
  );
}

function photo(world: World, call: Call): Answer {
  const { id } = photographed(world, call);
  const body = { '@odata.mediaContentType': 'image/png', id: `${photoSize}X${photoSize}`, width: photoSize, height: photoSize };
  return { status: 200, body: { '@odata.context': `${root}/$metadata#users('${id}')/photo/$entity`, ...body } };
}

const photoValue = (world: World, call: Call): Answer => ({
  status: 200,
  headers: { 'Content-Type': 'image/png' },
  body: drawPhoto(photographed(world, call).id),
});

function settings(world: World, call: Call): Answer {
  checkOptions(call, ['$select']);
  const user = mailboxUser(world, call);
  const fields = { ...mailboxSettings(user.mailbox), ...(user.room ? { userPurpose: 'room' } : {}) };
  const names = selectOf(call, 'mailboxSettings', Object.keys(fields));
  return { status: 200, body: { '@odata.context': `${root}/$metadata#users('${user.id}')/mailboxSettings`, ...pick(fields, names) } };
}

export const userRoutes: Route[] = [
  { method: 'GET', path: '/users', answer: listUsers },
  { method: 'GET', path: '/users/{user}', answer: (world, call) => one(world, call, readable(world, call), 'users/$entity') },
  { method: 'GET', path: '/users/{user}/manager', answer: managerOf },
  { method: 'GET', path: '/users/{user}/directReports', answer: reports },
  { method: 'GET', path: '/users/{user}/memberOf', answer: memberOf },
  { method: 'GET', path: '/users/{user}/photo', answer: photo },
  { method: 'GET', path: '/users/{user}/photo/$value', answer: photoValue },
  { method: 'GET', path: '/users/{user}/mailboxSettings', answer: settings },
];
