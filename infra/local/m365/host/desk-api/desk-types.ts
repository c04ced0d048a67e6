/** What the local Microsoft 365 answers under /desk/api, field by field as infra/local/desk/README.md says. Types only. */

export type Person = {
  id: string;
  name: string;
  givenName: string;
  mail: string | null;
  userPrincipalName: string;
  jobTitle: string;
  department: string;
  managerId: string | null;
  isManager: boolean;
  roles: string[];
  enabled: boolean;
  hasMailbox: boolean;
  hasApp: boolean;
  locale: string | null;
  timeZone: string | null;
};
export type Tenant = { id: string; name: string; domain: string; people: Person[] };

/** A tab of the app's manifest, its placeholders filled in. */
export type AppTab = { entityId: string; name: string; contentUrl: string; scopes: string[]; context: string[] };
export type App = {
  name: string;
  clientId: string;
  teamsAppId: string;
  appIdUri: string;
  tabUrl: string;
  tabs: AppTab[];
  /** Hosts (with ports) that the app's pages may come from. */
  validDomains: string[];
  /** Where people can write to the app's bot: `personal`, `team`, `groupChat`. */
  botScopes: string[];
  /** Entity ids of the personal tab and of the tab in meetings. */
  personal: string;
  meeting: string;
};
export type Company = { now: string; app: App; tenants: Tenant[] };

export type NamedPerson = { id: string; name: string };
export type Response = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';
export type MeetingIds = { id: string; chatId: string; meetingId: string; joinUrl: string };
export type CalendarEvent = {
  id: string;
  subject: string;
  html: string;
  start: string;
  end: string;
  showAs: string;
  isAllDay: boolean;
  isOrganizer: boolean;
  organizer: NamedPerson;
  attendees: { id: string | null; name: string; address: string; response: Response }[];
  response: Response;
  isCancelled: boolean;
  isPrivate: boolean;
  location: string;
  meeting: MeetingIds | null;
};

export type Activity = {
  id: string;
  type: string;
  text: string;
  preview: string;
  topic: string;
  link: string;
  at: string;
  readAt: string | null;
};

export type Address = { name: string; address: string };
export type Mail = {
  id: string;
  folder: string;
  from: Address;
  to: Address[];
  subject: string;
  html: string;
  at: string;
  readAt: string | null;
  /** `contentBytes`: base64. */
  files: { name: string; contentType: string; contentBytes: string }[];
};

export type ChatMeeting = MeetingIds & { start: string; end: string; organizerId: string; eventId: string | null };
export type Chat = {
  id: string;
  kind: 'bot' | 'meeting';
  title: string;
  members: NamedPerson[];
  lastAt: string | null;
  lastText: string | null;
  hasApp: boolean;
  meeting: ChatMeeting | null;
};
export type Message = { id: string; from: NamedPerson | null; text: string; card: unknown; at: string; editedAt: string | null };

export type Meeting = MeetingIds & {
  subject: string;
  start: string;
  end: string;
  organizer: NamedPerson;
  members: NamedPerson[];
  eventId: string | null;
  hasApp: boolean;
};

/** `error`: the sentence of the desk's refusals. */
export type Refusal = { error: string };
export type ChangeArea = 'feed' | 'mail' | 'calendar' | 'chat' | 'directory' | 'app' | 'clock';
