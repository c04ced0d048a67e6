/** The app in chats and for people, and its tabs. */
import { randomUUID } from 'node:crypto';
import type { Chat, InstalledApp } from '../../core/entities.ts';
import type { World } from '../../core/world.ts';
import type { Answer, Call, Route } from '../call.ts';
import { install, installationFields, installedAt, uninstall } from '../installation.ts';
import { chatTabs, hasConfigurableTab } from '../manifest.ts';
import { checkOptions, listAnswer, root } from '../odata/query.ts';
import { badRequest, GraphRefusal } from '../refusal.ts';
import { isObject, readBody, type Shape } from '../shape.ts';
import { boundApp, chatOf, teamsUser } from '../tenant.ts';

const installListing = (where: string): { context: string; filter: string[]; pageSize: number; most: number } => ({
  context: `${where}/installedApps`,
  filter: ['teamsApp/id', 'teamsApp/externalId'],
  pageSize: 100,
  most: 999,
});

function listInstalled(world: World, call: Call, targetId: string, where: string): Answer {
  checkOptions(call, ['$expand', '$filter', '$top', '$skip']);
  const found = installedAt(world, targetId);
  const { teamsAppId } = world.app;
  const items = (found ? [found] : []).map((one) => ({
    ...installationFields(world, call, one),
    teamsApp: { id: teamsAppId, externalId: teamsAppId },
  }));
  return listAnswer(call, items, installListing(where), () => installationFields(world, call, found as InstalledApp));
}

function installInChat(world: World, call: Call): Answer {
  const chat = chatOf(world, call);
  const { id, tenantId } = chat;
  const made = install(world, call, { kind: 'Chat', id, tenantId });
  tellMembers(world, chat);
  return { status: 201, headers: { Location: `/chats/${id}/installedApps/${made.id}` } };
}

function installForUser(world: World, call: Call): Answer {
  const user = teamsUser(world, call);
  const made = install(world, call, { kind: 'User', id: user.id, tenantId: user.tenantId });
  world.announce({ personId: user.id, area: 'app' });
  return { status: 201, headers: { Location: `/users/${user.id}/teamwork/installedApps/${made.id}` } };
}

function removeFromChat(world: World, call: Call): Answer {
  const chat = chatOf(world, call);
  uninstall(world, call.at.installation ?? '', chat.id);
  tellMembers(world, chat);
  return { status: 204 };
}

function removeFromUser(world: World, call: Call): Answer {
  const user = teamsUser(world, call);
  uninstall(world, call.at.installation ?? '', user.id);
  world.announce({ personId: user.id, area: 'app' });
  return { status: 204 };
}

function tellMembers(world: World, { memberIds }: Chat): void {
  for (const personId of memberIds) world.announce({ personId, area: 'chat' });
}

const tabShape: Extract<Shape, { type: string }> = {
  type: 'teamsTab',
  has: {
    displayName: 'string',
    configuration: {
      type: 'teamsTabConfiguration',
      has: { entityId: 'string', contentUrl: 'string', websiteUrl: 'string', removeUrl: 'string' },
    },
  },
};

/** A static tab comes with the app and takes neither name nor address; a configurable one must be in the manifest. */
function addTab(world: World, call: Call): Answer {
  const found = chatOf(world, call);
  const body = readBody(call.body, tabShape);
  boundApp(world, body['teamsApp@odata.bind']);
  if (!installedAt(world, found.id)) throw new GraphRefusal(403, 'Forbidden', 'The app is not installed in the chat.');
  if (!hasConfigurableTab(world.app)) {
    const reason =
      body.displayName != null || body.configuration != null
        ? 'A static tab takes neither a name nor a configuration.'
        : 'The static tab is pinned already.';
    throw badRequest(reason);
  }
  if (typeof body.displayName !== 'string' || !isObject(body.configuration))
    throw badRequest('displayName and configuration are required.');
  const text = (name: string): string | null =>
    isObject(body.configuration) && typeof body.configuration[name] === 'string' ? body.configuration[name] : null;
  const configuration = {
    entityId: text('entityId'),
    contentUrl: text('contentUrl'),
    websiteUrl: text('websiteUrl'),
    removeUrl: text('removeUrl'),
  };
  const tab = {
    id: randomUUID(),
    tenantId: found.tenantId,
    chatId: found.id,
    displayName: body.displayName,
    configuration,
    at: world.clock.now().toISOString(),
  };
  world.chatTabs.put(tab.id, tab);
  tellMembers(world, found);
  return {
    status: 201,
    body: {
      '@odata.context': `${root}/$metadata#chats('${encodeURIComponent(found.id)}')/tabs/$entity`,
      id: tab.id,
      displayName: tab.displayName,
      configuration,
      webUrl: null,
    },
  };
}

function tabs(world: World, call: Call): Answer {
  const found = chatOf(world, call);
  const added = world.chatTabs
    .by('chat', found.id)
    .map(({ id, displayName, configuration }) => ({ id, displayName, configuration, webUrl: null }));
  const fixed = installedAt(world, found.id) ? chatTabs(world.app) : [];
  const items = [
    ...fixed.map(({ entityId }) => ({
      id: entityId,
      displayName: null,
      configuration: { entityId, contentUrl: null, websiteUrl: null, removeUrl: null },
      webUrl: null,
    })),
    ...added,
  ];
  return listAnswer(
    call,
    items,
    { context: `chats('${encodeURIComponent(found.id)}')/tabs`, filter: null, pageSize: 50, most: 999 },
    (item) => item,
  );
}

export const installedRoutes: Route[] = [
  {
    method: 'GET',
    path: '/chats/{chat}/installedApps',
    answer: (world, call) => listInstalled(world, call, chatOf(world, call).id, `chats('${encodeURIComponent(call.at.chat ?? '')}')`),
  },
  { method: 'POST', path: '/chats/{chat}/installedApps', answer: installInChat },
  { method: 'DELETE', path: '/chats/{chat}/installedApps/{installation}', answer: removeFromChat },
  { method: 'GET', path: '/chats/{chat}/tabs', answer: tabs },
  { method: 'POST', path: '/chats/{chat}/tabs', answer: addTab },
  {
    method: 'GET',
    path: '/users/{user}/teamwork/installedApps',
    answer: (world, call) => listInstalled(world, call, teamsUser(world, call).id, `users('${call.at.user ?? ''}')/teamwork`),
  },
  { method: 'POST', path: '/users/{user}/teamwork/installedApps', answer: installForUser },
  { method: 'DELETE', path: '/users/{user}/teamwork/installedApps/{installation}', answer: removeFromUser },
];
