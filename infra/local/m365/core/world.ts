/**
 * The one state that all services of the local Microsoft 365 share: tables, clock, faults, the app registration, and word of changes to the
 * host page. Services reach each other's entities here, never through each other's routes.
 */
import { EventEmitter } from 'node:events';
import { createClock, type MovableClock } from './clock.ts';
import type * as entity from './entities.ts';
import { createFaults, type Faults } from './faults.ts';
import { usualLimits, type Limits } from './limits.ts';
import { openTables, type Table, type Tables } from './tables.ts';

/** The one app that is registered here, as an administrator would have done it. */
export type AppRegistration = {
  clientId: string;
  clientSecret: string;
  appIdUri: string;
  teamsAppId: string;
  /** Folder with manifest.json and its languages. */
  manifestDir: string;
  /** File with the permissions that were granted: { application, delegated, resourceSpecific, appRoles }. */
  permissionsFile: string;
  /** Origin of the tab, as a browser reaches it. */
  tabUrl: string;
  /** Messaging endpoint of the bot. */
  botUrl: string;
  /** Redirect addresses of the platform "single-page application"; none unless given. */
  spaRedirectUris?: string[];
  /** Whether people's tokens name their groups; no groups unless given. */
  groupMembershipClaims?: 'SecurityGroup';
};

/** Something a person might be looking at has changed. `personId` `*`: everybody might. `app`: whether the person has the app. */
export type Change = { personId: string; area: 'feed' | 'mail' | 'calendar' | 'chat' | 'directory' | 'app' | 'clock' };

/** A call to one of the services, as it was answered: for the desk and for tests. Bodies are not kept. */
export type AnsweredCall = {
  at: string;
  service: 'graph' | 'entra' | 'connector';
  method: string;
  path: string;
  status: number;
  code: string | null;
  /** The permission of Microsoft Graph that opened the address; null when none was needed, or none was there. */
  permission: string | null;
};

export type World = {
  tables: Tables;
  clock: MovableClock;
  faults: Faults;
  limits: Limits;
  /** Permissions that somebody at the desk has taken back from the app; a restart gives them again. */
  revoked: Set<string>;
  app: AppRegistration;
  tenants: Table<entity.Tenant>;
  users: Table<entity.User>;
  directoryChanges: Table<entity.DirectoryChange>;
  events: Table<entity.CalendarEvent>;
  /** What was thrown away and can still be taken back. */
  deletedEvents: Table<entity.CalendarEvent>;
  calendarChanges: Table<entity.CalendarChange>;
  onlineMeetings: Table<entity.OnlineMeeting>;
  chats: Table<entity.Chat>;
  chatMessages: Table<entity.ChatMessage>;
  installedApps: Table<entity.InstalledApp>;
  activities: Table<entity.Activity>;
  mails: Table<entity.Mail>;
  chatTabs: Table<entity.ChatTab>;
  subscriptions: Table<entity.Subscription>;
  announce(change: Change): void;
  onChange(listener: (change: Change) => void): () => void;
  /** Newest last; only the newest thousands are kept. */
  calls: AnsweredCall[];
  record(call: AnsweredCall): void;
  /** Calls from this number on, oldest first, and the number the next call will have. */
  callsFrom(number: number): { calls: AnsweredCall[]; next: number };
};

const keptCalls = 20_000;

export function createWorld(app: AppRegistration, dir?: string): World {
  const tables = openTables(dir);
  const changes = new EventEmitter().setMaxListeners(0);
  return {
    tables,
    clock: createClock(tables),
    faults: createFaults(),
    limits: usualLimits(),
    revoked: new Set(),
    app,
    ...openEntities(tables),
    announce: (change) => void changes.emit('change', change),
    onChange(listener) {
      changes.on('change', listener);
      return () => void changes.off('change', listener);
    },
    ...keepCalls(),
  };
}

function keepCalls(): Pick<World, 'calls' | 'record' | 'callsFrom'> {
  const calls: AnsweredCall[] = [];
  let forgotten = 0;
  return {
    calls,
    record(call) {
      calls.push(call);
      if (calls.length > keptCalls) forgotten += calls.splice(0, keptCalls / 2).length;
    },
    callsFrom: (number) => ({ calls: calls.slice(Math.max(0, number - forgotten)), next: forgotten + calls.length }),
  };
}

type Entities = Omit<
  World,
  'tables' | 'clock' | 'faults' | 'limits' | 'revoked' | 'app' | 'announce' | 'onChange' | 'calls' | 'record' | 'callsFrom'
>;

/** Keys are the entities' ids, but `${userId}/${id}` for what lies in a mailbox, and the padded number for the directory's history. */
function openEntities(tables: Tables): Entities {
  return {
    tenants: tables.table('tenants'),
    users: tables.table('users', {
      tenant: ({ tenantId }) => tenantId,
      manager: ({ managerId }) => managerId,
      mail: ({ mail }) => mail?.toLowerCase() ?? null,
      upn: ({ userPrincipalName }) => userPrincipalName.toLowerCase(),
    }),
    directoryChanges: tables.table('directoryChanges', { tenant: ({ tenantId }) => tenantId }),
    events: tables.table('events', {
      user: ({ userId }) => userId,
      id: ({ id }) => id,
      iCalUId: ({ iCalUId }) => iCalUId,
      transaction: ({ userId, transactionId }) => (transactionId === null ? null : `${userId}/${transactionId}`),
      master: ({ userId, occurrence }) => (occurrence ? `${userId}/${occurrence.masterId}` : null),
    }),
    deletedEvents: tables.table('deletedEvents', { user: ({ userId }) => userId }),
    calendarChanges: tables.table('calendarChanges', { user: ({ userId }) => userId }),
    onlineMeetings: tables.table('onlineMeetings', { joinUrl: ({ joinUrl }) => joinUrl, chat: ({ chatId }) => chatId }),
    chats: tables.table('chats', { tenant: ({ tenantId }) => tenantId }),
    chatMessages: tables.table('chatMessages', { chat: ({ chatId }) => chatId }),
    installedApps: tables.table('installedApps', {
      target: ({ target }) => (target.kind === 'user' ? target.userId : target.chatId),
    }),
    activities: tables.table('activities', { recipient: ({ recipientId }) => recipientId }),
    mails: tables.table('mails', { user: ({ userId }) => userId }),
    chatTabs: tables.table('chatTabs', { chat: ({ chatId }) => chatId }),
    subscriptions: tables.table('subscriptions', { tenant: ({ tenantId }) => tenantId }),
  };
}
