/**
 * Puts a company into the tables as if it had been there for years: people, mailboxes, calendars with everybody's copies, Teams meetings, the
 * app installed for those who have it. A tenant that is there already is left alone.
 */
import type { Company, CompanyEvent, CompanyPerson } from './company-type.ts';
import { saveUser } from './directory.ts';
import type { Attendee, CalendarEvent, EmailAddress, Mailbox, User } from './entities.ts';
import { installationId, newICalUId, newOutlookId } from './ids.ts';
import { addOnlineMeeting } from './online-meeting.ts';
import { instantOf } from './time-zone.ts';
import type { World } from './world.ts';

export function loadCompany(world: World, company: Company): void {
  const { tenant, people } = company;
  if (world.tenants.get(tenant.id)) return;
  forget(world, tenant.id);
  const users = new Map(people.map((person) => [person.id, userOf(world, company, person)]));
  for (const user of users.values()) saveUser(world, user);
  for (const person of people) {
    for (const event of person.events) addEvent(world, users, person, event);
    if (person.hasApp) installApp(world, tenant.id, person.id);
  }
  // Last: a tenant without this line was left half done by a killed process, and is done again.
  world.tenants.put(tenant.id, tenant);
}

function forget(world: World, tenantId: string): void {
  for (const { id } of world.users.by('tenant', tenantId)) {
    for (const event of world.events.by('user', id)) world.events.remove(`${id}/${event.id}`);
    world.users.remove(id);
  }
  for (const table of [world.onlineMeetings, world.chats, world.installedApps])
    for (const row of table.all()) if (row.tenantId === tenantId) table.remove(row.id);
}

function userOf(world: World, { tenant }: Company, person: CompanyPerson): User {
  const address = `${person.alias}@${tenant.domain}`;
  return {
    id: person.id,
    tenantId: tenant.id,
    displayName: `${person.givenName} ${person.surname}`.trim(),
    givenName: person.givenName,
    surname: person.surname,
    mail: person.mailbox ? address : null,
    userPrincipalName: address,
    jobTitle: person.jobTitle,
    department: person.department,
    officeLocation: person.office,
    managerId: person.managerId,
    accountEnabled: person.enabled,
    appRoles: person.appRoles,
    mailbox: person.mailbox ? mailboxOf(person.mailbox) : null,
    ...(person.hasPhoto ? { hasPhoto: true } : {}),
    ...(person.room ? { room: person.room } : {}),
    createdDateTime: world.clock.now().toISOString(),
  };
}

function mailboxOf({ locale, timeZone, workingHours }: NonNullable<CompanyPerson['mailbox']>): Mailbox {
  const time = (clock: string): string => `${clock}:00.0000000`;
  const hours = { daysOfWeek: workingHours.days, startTime: time(workingHours.from), endTime: time(workingHours.to) };
  return { locale, timeZone, workingHours: { ...hours, timeZone: { name: timeZone } } };
}

function installApp(world: World, tenantId: string, userId: string): void {
  const { teamsAppId } = world.app;
  const id = installationId(userId, teamsAppId);
  const at = world.clock.now().toISOString();
  world.installedApps.put(id, { id, tenantId, teamsAppId, target: { kind: 'user', userId }, permissions: [], at });
}

function addEvent(world: World, users: Map<string, User>, person: CompanyPerson, wanted: CompanyEvent): void {
  const organizer = users.get(person.id);
  if (!organizer?.mailbox) return;
  const invited = (wanted.attendeeIds ?? []).map((id) => users.get(id)).filter((user) => user !== undefined);
  const zone = organizer.mailbox.timeZone;
  const times = { start: instantOf(wanted.start, zone), end: instantOf(wanted.end, zone) };
  const iCalUId = newICalUId();
  const parties = { tenantId: organizer.tenantId, organizerId: organizer.id, memberIds: invited.map(({ id }) => id) };
  const meeting = wanted.isOnlineMeeting ? addOnlineMeeting(world, { ...parties, subject: wanted.subject, ...times, iCalUId }) : null;
  const event = eventOf(world, organizer, wanted, { ...times, iCalUId, invited, meetingId: meeting?.id ?? null });
  put(world, event);
  const accepted = { response: 'accepted', time: event.createdDateTime } as const;
  for (const user of invited) {
    if (user.mailbox) put(world, { ...event, id: newOutlookId(), userId: user.id, responseStatus: accepted, transactionId: null });
  }
}

const put = (world: World, event: CalendarEvent): unknown => world.events.put(`${event.userId}/${event.id}`, event);
const addressOf = (user: User): EmailAddress => ({ address: user.mail ?? user.userPrincipalName, name: user.displayName });

type Facts = { start: string; end: string; iCalUId: string; invited: User[]; meetingId: string | null };

function eventOf(world: World, organizer: User, wanted: CompanyEvent, facts: Facts): CalendarEvent {
  const at = world.clock.now().toISOString();
  const attendees: Attendee[] = facts.invited.map((user) => ({
    type: 'required',
    emailAddress: addressOf(user),
    status: { response: 'accepted', time: at },
  }));
  return {
    id: newOutlookId(),
    tenantId: organizer.tenantId,
    userId: organizer.id,
    organizerId: organizer.id,
    iCalUId: facts.iCalUId,
    transactionId: null,
    subject: wanted.subject,
    body: { contentType: 'html', content: '' },
    start: facts.start,
    end: facts.end,
    originalTimeZone: organizer.mailbox?.timeZone ?? 'UTC',
    isAllDay: wanted.isAllDay ?? false,
    showAs: wanted.showAs,
    sensitivity: wanted.isPrivate ? 'private' : 'normal',
    importance: 'normal',
    location: wanted.location ?? '',
    categories: [],
    attendees,
    responseStatus: { response: facts.invited.length > 0 ? 'organizer' : 'none', time: at },
    isCancelled: false,
    isReminderOn: true,
    reminderMinutesBeforeStart: 15,
    allowNewTimeProposals: true,
    hideAttendees: false,
    responseRequested: true,
    onlineMeetingId: facts.meetingId,
    extendedProperties: [],
    createdDateTime: at,
    lastModifiedDateTime: at,
    version: 1,
  };
}
