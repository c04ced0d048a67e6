/**
 * What the local Microsoft 365 keeps, as its services see it. Instants are ISO strings in UTC; ids look like the real ones. Each entity carries
 * its tenant: nothing crosses tenants.
 */
import type { Weekday } from './company-type.ts';

export type Tenant = { id: string; name: string; domain: string };

export type WorkingHours = {
  daysOfWeek: Weekday[];
  /** HH:MM:SS.fffffff */ startTime: string;
  endTime: string;
  timeZone: { name: string };
};
/** Out of office: until an instant, from one on, or until further notice. */
export type AutoReplies = { from: string; until: string } | 'always';
export type Mailbox = { locale: string; timeZone: string; workingHours: WorkingHours; autoReplies?: AutoReplies | null };

/** A room's mailbox, as the directory of places shows it. */
export type Room = { building: string; floor: number; capacity: number; list?: string };

export type User = {
  id: string;
  tenantId: string;
  displayName: string;
  givenName: string;
  surname: string;
  mail: string | null;
  userPrincipalName: string;
  jobTitle: string;
  department: string;
  officeLocation: string;
  managerId: string | null;
  accountEnabled: boolean;
  appRoles: string[];
  mailbox: Mailbox | null;
  hasPhoto?: boolean;
  /** Its account is a room's: it accepts and declines by its own calendar. */
  room?: Room;
  createdDateTime: string;
};

/** One line of the directory's history: users/delta is read from it. */
export type DirectoryChange = {
  seq: number;
  tenantId: string;
  userId: string;
  kind: 'changed' | 'manager' | 'deleted';
  at: string;
  /** With `manager`: who it was until then. */
  managerBefore?: string;
  /** With `changed`: what of the account; absent when it is new. */
  properties?: string[];
};

export type EmailAddress = { address: string; name: string };
export type ResponseKind = 'none' | 'organizer' | 'tentativelyAccepted' | 'accepted' | 'declined' | 'notResponded';
export type Attendee = {
  type: 'required' | 'optional' | 'resource';
  emailAddress: EmailAddress;
  status: { response: ResponseKind; time: string };
};
export type ExtendedProperty = { id: string; value: string };

/** When a series takes place, as Graph writes it. Dates are YYYY-MM-DD in the zone that the range names. */
export type Recurrence = {
  pattern: {
    type: 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly' | 'relativeYearly';
    interval: number;
    month: number;
    dayOfMonth: number;
    daysOfWeek: Weekday[];
    firstDayOfWeek: Weekday;
    index: 'first' | 'second' | 'third' | 'fourth' | 'last';
  };
  range: {
    type: 'endDate' | 'noEnd' | 'numbered';
    startDate: string;
    endDate: string;
    recurrenceTimeZone: string;
    numberOfOccurrences: number;
  };
};

/** An event as it lies in one mailbox. The organiser's and each attendee's copy share iCalUId; their ids differ. */
export type CalendarEvent = {
  id: string;
  tenantId: string;
  /** Whose calendar it lies in. */
  userId: string;
  organizerId: string;
  iCalUId: string;
  transactionId: string | null;
  subject: string;
  body: { contentType: 'text' | 'html'; content: string };
  start: string;
  end: string;
  /** Zone the times were given in, as given. */
  originalTimeZone: string;
  isAllDay: boolean;
  showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere' | 'unknown';
  sensitivity: 'normal' | 'personal' | 'private' | 'confidential';
  importance: 'low' | 'normal' | 'high';
  location: string;
  categories: string[];
  attendees: Attendee[];
  responseStatus: { response: ResponseKind; time: string };
  isCancelled: boolean;
  isReminderOn: boolean;
  reminderMinutesBeforeStart: number;
  allowNewTimeProposals: boolean;
  hideAttendees: boolean;
  responseRequested: boolean;
  onlineMeetingId: string | null;
  extendedProperties: ExtendedProperty[];
  /** Of a series' master. `cancelled`: dates on which it does not take place after all. */
  series?: { recurrence: Recurrence; cancelled: string[] };
  /** Of one occurrence of a series. Exceptions lie in the table; others are worked out (graph/series.ts). */
  occurrence?: { masterId: string; date: string; originalStart: string; isException: boolean };
  createdDateTime: string;
  lastModifiedDateTime: string;
  /** Raised by each change; changeKey and etag are made of it. */
  version: number;
};

/** One line of a calendar's history: calendarView/delta and change notifications are made of it. */
export type CalendarChange = { seq: number; userId: string; eventId: string; kind: 'created' | 'updated' | 'deleted'; at: string };

/** A Teams meeting. `meetingId` is what a tab gets in its context (base64, MC...), `id` what Graph calls it. */
export type OnlineMeeting = {
  id: string;
  tenantId: string;
  organizerId: string;
  joinUrl: string;
  chatId: string;
  meetingId: string;
  subject: string;
  start: string;
  end: string;
  iCalUId: string;
  createdDateTime: string;
};

export type Chat = {
  /** 19:...@thread.v2 for meetings, 19:..._...@unq.gbl.spaces between a person and the bot. */
  id: string;
  tenantId: string;
  chatType: 'meeting' | 'oneOnOne';
  topic: string | null;
  memberIds: string[];
  /** The chat with Samtal's bot. */
  withBot: boolean;
  onlineMeetingId: string | null;
  createdDateTime: string;
};

export type ChatMessage = {
  id: string;
  tenantId: string;
  chatId: string;
  /** A user's id, or `bot`. */
  from: string;
  text: string;
  /** Adaptive Card, as the bot sent it. */
  card: unknown;
  summary: string | null;
  at: string;
  /** When the bot replaced it. */
  editedAt: string | null;
  /** Its card as single people see it, by their ids; nobody is in here before the bot is asked about it, nor when it has replaced it. */
  views?: Record<string, CardView>;
};

/** What the bot was asked about a card by one person, and answered. */
export type CardView = {
  /** When it was last asked, by a look or a press, or answered with a card. */
  askedAt: string;
  /** What this person sees instead of the message's own card; absent: that one. */
  card?: unknown;
  /** When a press put it there; absent: none did. */
  editedAt?: string;
};

export type InstalledApp = {
  id: string;
  tenantId: string;
  teamsAppId: string;
  target: { kind: 'user'; userId: string } | { kind: 'chat'; chatId: string };
  /** Resource-specific permissions consented to at the installation. */
  permissions: { permissionValue: string; permissionType: string }[];
  at: string;
};

/** An entry of a person's activity feed. */
export type Activity = {
  id: string;
  tenantId: string;
  recipientId: string;
  activityType: string;
  /** The template of the manifest in the recipient's language, filled in. */
  text: string;
  preview: string;
  topic: string;
  /** Where a click leads. */
  link: string;
  chainId: number | null;
  at: string;
  readAt: string | null;
};

/** A file that comes with a message. `contentBytes`: base64. */
export type MailFile = { name: string; contentType: string; contentBytes: string };

/** A message as it lies in one mailbox's folder. */
export type Mail = {
  id: string;
  tenantId: string;
  userId: string;
  folder: 'inbox' | 'sentitems' | 'drafts';
  from: EmailAddress;
  to: EmailAddress[];
  subject: string;
  body: { contentType: 'text' | 'html'; content: string };
  at: string;
  readAt: string | null;
  internetMessageId: string;
  extendedProperties: ExtendedProperty[];
  /** Absent in messages that were kept before there were any. */
  files?: MailFile[];
};

/** A tab that was added to a chat by hand; those of the manifest come with the app. */
export type ChatTab = {
  id: string;
  tenantId: string;
  chatId: string;
  displayName: string;
  configuration: { entityId: string | null; contentUrl: string | null; websiteUrl: string | null; removeUrl: string | null };
  at: string;
};

/** Who is told of changes, and where. */
export type Subscription = {
  id: string;
  tenantId: string;
  applicationId: string;
  resource: string;
  changeType: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  clientState: string | null;
  expirationDateTime: string;
};
