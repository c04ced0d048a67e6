/** The shape in which a company is handed to the local Microsoft 365: a tenant, its people, what is in their calendars. Data only. */

/** Days as Outlook names them. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export type CompanyMailbox = {
  /** As Outlook says it, for example `sv-SE`. */
  locale: string;
  /** Windows or IANA name, as a mailbox keeps it. */
  timeZone: string;
  /** `from` and `to` as HH:MM in the mailbox's time zone. */
  workingHours: { days: Weekday[]; from: string; to: string };
};

export type CompanyEvent = {
  subject: string;
  /** Local wall time in the person's mailbox time zone, YYYY-MM-DDTHH:MM. */
  start: string;
  end: string;
  showAs: 'free' | 'tentative' | 'busy' | 'oof' | 'workingElsewhere';
  isAllDay?: boolean;
  isOnlineMeeting?: boolean;
  location?: string;
  isPrivate?: boolean;
  /** Ids of the people invited; each gets a copy of the event, accepted. */
  attendeeIds?: string[];
};

/** What the directory of places knows of a room's mailbox. */
export type CompanyRoom = {
  building: string;
  floor: number;
  capacity: number;
  /** Name of the room list it is in, if any. */
  list?: string;
};

/** A person, a shared mailbox, or a room: whatever has an account. */
export type CompanyPerson = {
  /** Entra object id, a GUID. */
  id: string;
  givenName: string;
  surname: string;
  /** Before the @: mail address and user principal name are made of it and the tenant's domain. */
  alias: string;
  jobTitle: string;
  department: string;
  office: string;
  managerId: string | null;
  /** Values of Samtal's app roles that are assigned to the person. */
  appRoles: string[];
  /** False for shared mailboxes and people who have left. */
  enabled: boolean;
  /** Whether the Teams app is installed for the person (an administrator's setup policy does it for everyone). */
  hasApp: boolean;
  /** Whether there is a portrait; none unless given. */
  hasPhoto?: boolean;
  /** Null: no mailbox, as for people without a licence. */
  mailbox: CompanyMailbox | null;
  /** Of a room's mailbox only: its account is disabled, and it answers invitations by itself. */
  room?: CompanyRoom;
  /** Events the person organises. */
  events: CompanyEvent[];
};

export type Company = {
  tenant: { id: string; name: string; domain: string };
  people: CompanyPerson[];
};
