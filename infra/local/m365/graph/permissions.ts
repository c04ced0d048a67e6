/**
 * Which permissions open which address: one of a list is enough. Taken from Microsoft's own list (devx-content, permissions.json), least privileged
 * first; permissions that no registration here could hold are left out. Names ending in .Chat or .User without .All are given by a resource
 * (resource-specific consent), not by the token.
 */
import type { World } from '../core/world.ts';
import type { Area, Call } from './call.ts';
import { GraphRefusal, outlookDenied } from './refusal.ts';

type Allowed = { application: readonly string[]; delegated: readonly string[] };
const both = (...names: string[]): Allowed => ({ application: names, delegated: names });

const readUsers = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const readUser: Allowed = {
  application: ['User.ReadBasic.All', ...readUsers],
  delegated: ['User.Read', 'User.ReadWrite', 'User.ReadBasic.All', ...readUsers],
};
const readCalendar = both('Calendars.ReadBasic', 'Calendars.Read', 'Calendars.ReadWrite');
const writeCalendar = both('Calendars.ReadWrite');
const photo: Allowed = {
  application: ['ProfilePhoto.Read.All', 'ProfilePhoto.ReadWrite.All', 'User.ReadBasic.All', 'User.Read.All'],
  delegated: ['User.Read', 'ProfilePhoto.Read.All', 'ProfilePhoto.ReadWrite.All', 'User.ReadBasic.All'],
};
const meetings: Allowed = {
  application: ['OnlineMeetings.Read.All', 'OnlineMeetings.ReadWrite.All'],
  delegated: ['OnlineMeetings.Read', 'OnlineMeetings.ReadWrite'],
};
const readChat = ['Chat.ReadBasic', 'Chat.Read', 'Chat.ReadWrite'];
const readMail: Allowed = {
  application: ['Mail.ReadBasic', 'Mail.ReadBasic.All', 'Mail.Read', 'Mail.ReadWrite'],
  delegated: ['Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'],
};

/** Names of installation permissions for chats or users: reading adds some. */
function installing(where: 'Chat' | 'User'): { read: Allowed; write: Allowed } {
  const name = (kind: string): string => `TeamsAppInstallation.${kind}For${where}`;
  const writing = ['ReadWriteSelf', 'ReadWrite', 'ReadWriteAndConsentSelf', 'ReadWriteAndConsent', 'ManageSelected'].map(name);
  const reading = [name('Read'), ...writing];
  const all = (names: string[]): string[] => names.map((one) => `${one}.All`);
  const byChat = where === 'Chat' ? ['Chat.Manage.Chat'] : [];
  return {
    read: {
      delegated: reading,
      application: [...all(reading), 'TeamsAppInstallation.Read.All', `TeamsAppInstallation.Read.${where}`, ...byChat],
    },
    write: { delegated: writing, application: [...all(writing), ...byChat] },
  };
}
/** Taking it away; in a chat, the permissions that also consent are of no use for that. */
const removing = (where: 'Chat' | 'User'): Allowed => {
  const kinds = [
    'ReadWriteSelf',
    'ReadWrite',
    'ManageSelected',
    ...(where === 'User' ? ['ReadWriteAndConsentSelf', 'ReadWriteAndConsent'] : []),
  ];
  const names = kinds.map((kind) => `TeamsAppInstallation.${kind}For${where}`);
  return { delegated: names, application: [...names.map((one) => `${one}.All`), ...(where === 'Chat' ? ['Chat.Manage.Chat'] : [])] };
};
const inChat = installing('Chat');
const forUser = installing('User');
const sendActivity = (resource: string): Allowed => ({
  delegated: ['TeamsActivity.Send'],
  application: [`TeamsActivity.Send.${resource}`, 'TeamsActivity.Send'],
});

const readPlaces = both('Place.Read.All');

/** By method and template, as routes declare them. */
export const permissionsOf: Readonly<Record<string, Allowed>> = {
  'GET /users': { application: readUser.application, delegated: ['User.ReadBasic.All', ...readUsers] },
  'GET /users/delta': both(...readUsers),
  'GET /users/{user}': readUser,
  'GET /users/{user}/manager': both(...readUsers),
  'GET /users/{user}/directReports': { application: readUsers, delegated: ['User.Read', ...readUsers] },
  'GET /users/{user}/memberOf': { application: ['Directory.Read.All', ...readUsers], delegated: ['User.Read', ...readUsers] },
  'GET /users/{user}/photo': photo,
  'GET /users/{user}/photo/$value': photo,
  'GET /users/{user}/mailboxSettings': both('MailboxSettings.Read', 'MailboxSettings.ReadWrite'),
  'POST /users/{user}/calendar/getSchedule': readCalendar,
  'GET /users/{user}/events': readCalendar,
  'POST /users/{user}/events': writeCalendar,
  'GET /users/{user}/events/{event}': readCalendar,
  'PATCH /users/{user}/events/{event}': writeCalendar,
  'DELETE /users/{user}/events/{event}': writeCalendar,
  'GET /users/{user}/events/{event}/instances': readCalendar,
  'POST /users/{user}/events/{event}/permanentDelete': writeCalendar,
  'POST /users/{user}/events/{event}/cancel': writeCalendar,
  'POST /users/{user}/events/{event}/accept': writeCalendar,
  'POST /users/{user}/events/{event}/decline': writeCalendar,
  'POST /users/{user}/events/{event}/tentativelyAccept': writeCalendar,
  'GET /users/{user}/calendarView': readCalendar,
  'GET /users/{user}/calendarView/delta': readCalendar,
  'GET /users/{user}/onlineMeetings': meetings,
  'GET /users/{user}/onlineMeetings/{meeting}': meetings,
  'GET /places/microsoft.graph.room': readPlaces,
  'GET /places/microsoft.graph.roomlist': readPlaces,
  'GET /places/{place}/microsoft.graph.roomlist/rooms': readPlaces,
  'GET /chats/{chat}': {
    application: ['Chat.ReadBasic.All', 'ChatSettings.Read.Chat', 'ChatSettings.ReadWrite.Chat', 'Chat.Read.All', 'Chat.Manage.Chat'],
    delegated: readChat,
  },
  'GET /chats/{chat}/members': {
    application: [
      'ChatMember.Read.All',
      'ChatMember.Read.Chat',
      'Chat.ReadBasic.All',
      'Chat.Read.All',
      'Chat.ReadWrite.All',
      'Chat.Manage.Chat',
    ],
    delegated: ['ChatMember.Read', 'ChatMember.ReadWrite', ...readChat],
  },
  'GET /chats/{chat}/installedApps': inChat.read,
  'POST /chats/{chat}/installedApps': inChat.write,
  'DELETE /chats/{chat}/installedApps/{installation}': removing('Chat'),
  'GET /chats/{chat}/tabs': {
    application: ['TeamsTab.Read.All', 'TeamsTab.ReadWrite.All', 'TeamsTab.ReadWriteForChat.All', 'TeamsTab.ReadWriteSelfForChat.All'],
    delegated: ['TeamsTab.Read.All', 'TeamsTab.ReadWrite.All', 'TeamsTab.ReadWriteForChat', 'TeamsTab.ReadWriteSelfForChat'],
  },
  'POST /chats/{chat}/tabs': {
    application: [
      'TeamsTab.Create',
      'TeamsTab.Create.Chat',
      'TeamsTab.ReadWrite.All',
      'TeamsTab.ReadWriteForChat.All',
      'TeamsTab.ReadWriteSelfForChat.All',
    ],
    delegated: ['TeamsTab.Create', 'TeamsTab.ReadWrite.All', 'TeamsTab.ReadWriteForChat', 'TeamsTab.ReadWriteSelfForChat'],
  },
  'GET /users/{user}/teamwork/installedApps': forUser.read,
  'POST /users/{user}/teamwork/installedApps': forUser.write,
  'DELETE /users/{user}/teamwork/installedApps/{installation}': removing('User'),
  'POST /users/{user}/teamwork/sendActivityNotification': sendActivity('User'),
  'POST /chats/{chat}/sendActivityNotification': sendActivity('Chat'),
  'POST /teamwork/sendActivityNotificationToRecipients': sendActivity('User'),
  'POST /users/{user}/sendMail': both('Mail.Send'),
  'POST /users/{user}/messages': both('Mail.ReadWrite'),
  'GET /users/{user}/messages': readMail,
  'GET /users/{user}/messages/{message}': readMail,
  'PATCH /users/{user}/messages/{message}': both('Mail.ReadWrite'),
  'DELETE /users/{user}/messages/{message}': both('Mail.ReadWrite'),
  'POST /users/{user}/messages/{message}/send': both('Mail.Send'),
  'GET /users/{user}/mailFolders/{folder}': readMail,
  'GET /users/{user}/mailFolders/{folder}/messages': readMail,
};

/** Which service answers a template. */
export function areaOf(template: string): Area {
  if (/^\/(chats|teamwork)\b|\/(teamwork|onlineMeetings)\b/.test(template)) return 'teams';
  return /^\/users\/\{user\}\/(calendar|calendarView|events|mailboxSettings|sendMail|messages|mailFolders)\b/.test(template)
    ? 'outlook'
    : 'directory';
}

/** Refuses a call whose token and resources give none of the permissions that open the address. Answers the one that did, the least of them. */
export function checkPermission(world: World, call: Call, template: string): string | null {
  const allowed = permissionsOf[`${call.method} ${template}`];
  if (!allowed) return null;
  const { caller } = call;
  const names = caller.userId === null ? allowed.application : allowed.delegated;
  const used = names.find((name) => caller.permissions.has(name)) ?? names.find((name) => resourceGrants(world, call).has(name));
  if (used === undefined) throw template.startsWith('/places') ? placesDenied(call) : denied(areaOf(template), call, names);
  if (areaOf(template) === 'outlook' && caller.userId !== null && !isSelf(world, call)) throw outlookDenied();
  if (template.startsWith('/chats/{chat}') && caller.userId !== null && !isMember(world, call))
    throw new GraphRefusal(403, 'Forbidden', 'User does not have access to the chat.');
  return used;
}

/** Whether the address names the person the token speaks for. */
export function isSelf(world: World, { caller, at }: Call): boolean {
  const user = caller.userId === null ? undefined : world.users.get(caller.userId);
  return user !== undefined && (at.user === user.id || at.user?.toLowerCase() === user.userPrincipalName.toLowerCase());
}

function isMember(world: World, { caller, at }: Call): boolean {
  return world.chats.get(at.chat ?? '')?.memberIds.includes(caller.userId ?? '') ?? true;
}

/** Permissions that the chat or person gave when the app was installed there. */
function resourceGrants(world: World, { caller, at }: Call): ReadonlySet<string> {
  if (caller.appId !== world.app.clientId || caller.userId !== null) return new Set();
  const installed = world.installedApps.by('target', at.chat ?? at.user ?? '');
  return new Set(
    installed.flatMap(({ permissions }) =>
      permissions.filter(({ permissionType }) => permissionType === 'Application').map(({ permissionValue }) => permissionValue),
    ),
  );
}

/** As people have met it (docs-contrib issue 6640): the service behind the address is wrapped in an error of Graph's. */
function placesDenied({ caller }: Call): GraphRefusal {
  const roles = [...caller.permissions].join(' ');
  const message = `place.read.all permission is required to read company places, scopes/roles provided: ${roles} IsAppOnly:${caller.userId === null ? 'True' : 'False'}`;
  return new GraphRefusal(403, 'UnknownError', JSON.stringify({ code: 'invalid_permissions', message }));
}

function denied(area: Area, { caller }: Call, names: readonly string[]): GraphRefusal {
  if (area === 'outlook') return outlookDenied();
  if (area === 'directory')
    return new GraphRefusal(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
  const kind = caller.userId === null ? ['role', 'Roles'] : ['scope', 'Scopes'];
  const has = [...caller.permissions].join(', ');
  return new GraphRefusal(
    403,
    'Forbidden',
    `Missing ${kind[0]} permissions on the request. API requires one of '${names.join(', ')}'. ${kind[1]} on the request '${has}'.`,
  );
}
