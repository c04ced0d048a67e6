/**
 * What people and apps do in calendars: create, change, answer, cancel, throw away. Plain functions on the world, for routes and for the desk;
 * they refuse with GraphRefusal. Times are instants in UTC.
 */
import type { Attendee, CalendarEvent, Recurrence, ResponseKind } from '../core/entities.ts';
import { newICalUId, newOutlookId } from '../core/ids.ts';
import type { World } from '../core/world.ts';
import { cancelCopies, followOrganizer, giveMeeting, noTime, shownAs } from './event-copies.ts';
import { copyOf, findEvent, putEvent, removeEvent } from './event-store.ts';
import { badRequest, GraphRefusal, itemNotFound } from './refusal.ts';
import { asSeries, followSeries, hasMoved, seriesAfter } from './series-change.ts';

/** What can be said of an event when it is made; a change says some of it. */
export type EventFields = Pick<
  CalendarEvent,
  | 'subject'
  | 'body'
  | 'start'
  | 'end'
  | 'originalTimeZone'
  | 'isAllDay'
  | 'showAs'
  | 'sensitivity'
  | 'importance'
  | 'location'
  | 'categories'
  | 'isReminderOn'
  | 'reminderMinutesBeforeStart'
  | 'allowNewTimeProposals'
  | 'hideAttendees'
  | 'responseRequested'
  | 'extendedProperties'
> & {
  transactionId: string | null;
  attendees: Pick<Attendee, 'type' | 'emailAddress'>[];
  isOnlineMeeting: boolean;
  recurrence: Recurrence | null;
};

const usual: Omit<EventFields, 'start' | 'end'> = {
  subject: '',
  body: { contentType: 'html', content: '' },
  originalTimeZone: 'UTC',
  isAllDay: false,
  showAs: 'busy',
  sensitivity: 'normal',
  importance: 'normal',
  location: '',
  categories: [],
  isReminderOn: true,
  reminderMinutesBeforeStart: 15,
  allowNewTimeProposals: true,
  hideAttendees: false,
  responseRequested: true,
  extendedProperties: [],
  transactionId: null,
  attendees: [],
  isOnlineMeeting: false,
  recurrence: null,
};

/** Puts an event into the person's calendar and invites its attendees. */
export function createEventFor(world: World, userId: string, fields: Partial<EventFields> & { start: string; end: string }): CalendarEvent {
  const user = world.users.get(userId);
  if (!user?.mailbox)
    throw new GraphRefusal(404, 'MailboxNotEnabledForRESTAPI', 'The mailbox is either inactive, soft-deleted, or is hosted on-premise.');
  const { isOnlineMeeting, attendees, recurrence, ...wanted } = { ...usual, ...fields };
  checkTimes(wanted);
  const at = world.clock.now().toISOString();
  const event: CalendarEvent = {
    ...wanted,
    ...(recurrence ? asSeries(recurrence, wanted) : {}),
    id: newOutlookId(),
    tenantId: user.tenantId,
    userId,
    organizerId: userId,
    iCalUId: newICalUId(),
    attendees: attendees.map(unanswered),
    responseStatus: { response: 'organizer', time: noTime },
    isCancelled: false,
    onlineMeetingId: null,
    createdDateTime: at,
    lastModifiedDateTime: at,
    version: 0,
  };
  const written = putEvent(world, isOnlineMeeting ? { ...event, onlineMeetingId: giveMeeting(world, event) } : event);
  followOrganizer(world, written);
  return written;
}

const unanswered = (attendee: Pick<Attendee, 'type' | 'emailAddress'>): Attendee => ({
  ...attendee,
  status: { response: 'none', time: noTime },
});

function checkTimes({ start, end }: { start: string; end: string }): void {
  if (Date.parse(end) < Date.parse(start)) throw badRequest('At least one property failed validation.', 'ErrorPropertyValidationFailure');
}

const organizersOwn = [
  'subject',
  'body',
  'start',
  'end',
  'isAllDay',
  'sensitivity',
  'location',
  'attendees',
  'isOnlineMeeting',
  'recurrence',
] as const;

/** Changes an event. A new time asks everybody again, as Outlook does. An attendee may change the own copy's reminder, category and the like. */
export function updateEvent(world: World, userId: string, eventId: string, fields: Partial<EventFields>): CalendarEvent {
  const event = eventOf(world, userId, eventId);
  if (event.organizerId !== userId) {
    if (organizersOwn.some((name) => fields[name] !== undefined)) throw onlyOrganizer('change a meeting');
    return putEvent(world, { ...event, ...ownFields(fields, event) });
  }
  const { isOnlineMeeting, attendees, recurrence, ...rest } = fields;
  const times = { ...event, ...rest, ...(attendees ? { attendees: answersKept(event, attendees) } : {}) };
  checkTimes(times);
  const changed = seriesAfter(event, times, recurrence);
  const isMoved = hasMoved(event, changed);
  const asked = isMoved ? { ...changed, attendees: changed.attendees.map(unanswered) } : changed;
  // Once a Teams meeting, always one: Outlook ignores the wish to make it none.
  const meetingId = asked.onlineMeetingId ?? (isOnlineMeeting ? giveMeeting(world, asked) : null);
  const written = putEvent(world, { ...asked, onlineMeetingId: meetingId });
  followOrganizer(world, written);
  followSeries(world, event, written);
  return written;
}

function ownFields(fields: Partial<EventFields>, event: CalendarEvent): Partial<CalendarEvent> {
  const { categories, isReminderOn, reminderMinutesBeforeStart, showAs, extendedProperties } = { ...event, ...fields };
  return { categories, isReminderOn, reminderMinutesBeforeStart, showAs, extendedProperties };
}

function answersKept(event: CalendarEvent, attendees: EventFields['attendees']): Attendee[] {
  const before = new Map(event.attendees.map((attendee) => [attendee.emailAddress.address.toLowerCase(), attendee]));
  return attendees.map((attendee) => ({
    ...unanswered(attendee),
    ...(before.get(attendee.emailAddress.address.toLowerCase()) ?? {}),
    type: attendee.type,
  }));
}

/** The organiser moves the meeting. */
export const moveEvent = (world: World, userId: string, eventId: string, { start, end }: { start: string; end: string }): CalendarEvent =>
  updateEvent(world, userId, eventId, { start, end });

const answers = { accept: 'accepted', tentative: 'tentativelyAccepted', decline: 'declined' } as const satisfies Record<
  string,
  ResponseKind
>;
export type EventResponse = keyof typeof answers;

/** An attendee answers. `tell` false keeps the answer from the organiser. Who declines loses the own copy, as in Outlook. */
export function respondToEvent(world: World, userId: string, eventId: string, response: EventResponse, tell = true): void {
  const copy = eventOf(world, userId, eventId);
  if (copy.organizerId === userId)
    throw badRequest(
      "Your request can't be completed. You can't respond to this meeting because you're the meeting organizer.",
      'ErrorInvalidRequest',
    );
  if (copy.isCancelled) throw badRequest("Your request can't be completed. The meeting has been cancelled.", 'ErrorInvalidRequest');
  const status = { response: answers[response], time: world.clock.now().toISOString() };
  const organizers = copyOf(world, copy.organizerId, copy);
  if (response === 'decline') removeEvent(world, copy);
  else
    putEvent(world, {
      ...copy,
      responseStatus: status,
      showAs: shownAs(status.response, organizers?.showAs ?? 'busy'),
      attendees: withAnswer(world, userId, copy, status),
    });
  if (tell && organizers) putEvent(world, { ...organizers, attendees: withAnswer(world, userId, organizers, status) });
}

function withAnswer(world: World, userId: string, { attendees }: CalendarEvent, status: Attendee['status']): Attendee[] {
  const mail = world.users.get(userId)?.mail?.toLowerCase();
  return attendees.map((attendee) => (attendee.emailAddress.address.toLowerCase() === mail ? { ...attendee, status } : attendee));
}

/** The organiser cancels: gone here, cancelled there. An attendee throws the own copy away. `forGood`: it cannot be taken back. */
export function cancelEvent(world: World, userId: string, eventId: string, forGood = false): void {
  const event = eventOf(world, userId, eventId);
  removeEvent(world, event, forGood);
  if (event.organizerId === userId) cancelCopies(world, event);
}

/** As the action `cancel` does it, which only the organiser may. */
export function cancelAsOrganizer(world: World, userId: string, eventId: string): void {
  if (eventOf(world, userId, eventId).organizerId !== userId) throw onlyOrganizer('cancel a meeting');
  cancelEvent(world, userId, eventId);
}

/** The event, or Outlook's refusal. */
export function eventOf(world: World, userId: string, eventId: string): CalendarEvent {
  const event = findEvent(world, userId, eventId);
  if (!event) throw itemNotFound();
  return event;
}

const onlyOrganizer = (what: string): GraphRefusal =>
  badRequest(`Your request can't be completed. You need to be an organizer to ${what}.`, 'ErrorInvalidRequest');
