/** What an organiser's event does to others: copies in the attendees' calendars, and the Teams meeting with its chat. */
import type { Attendee, CalendarEvent, ResponseKind } from '../core/entities.ts';
import { newOutlookId } from '../core/ids.ts';
import { addOnlineMeeting } from '../core/online-meeting.ts';
import type { World } from '../core/world.ts';
import { copiesOf, copyOf, dropExceptions, putEvent, removeEvent } from './event-store.ts';
import { answerAsRooms, asRoomKeeps, isRoom } from './room-answers.ts';
import { exceptionsOf } from './series.ts';
import { userAt, type MailboxUser } from './tenant.ts';

/** Brings every copy in step with the organiser's event; those who are not invited any more see it cancelled. */
export function followOrganizer(world: World, event: CalendarEvent): void {
  const invited = invitedTo(world, event);
  for (const { user, attendee } of invited) {
    const copy = copyOf(world, user.id, event);
    // Who declined has thrown the copy away, and keeps it away until the time changes.
    if (!copy && attendee.status.response === 'declined') continue;
    if (copy && !isSameSeries(copy, event)) dropExceptions(world, copy);
    const own = copyFor(world, event, user, attendee, copy);
    putEvent(world, user.room ? asRoomKeeps(world, own) : own);
  }
  const ids = new Set([event.organizerId, ...invited.map(({ user }) => user.id)]);
  for (const copy of othersOf(world, event)) if (!ids.has(copy.userId)) cancelCopy(world, copy);
  followMeeting(
    world,
    event,
    [...ids].filter((id) => !isRoom(world, id)),
  );
  answerAsRooms(world, event);
}

/** The organiser's event is gone: its copies show it as cancelled until their owners throw them away. */
export function cancelCopies(world: World, event: CalendarEvent): void {
  for (const copy of othersOf(world, event)) cancelCopy(world, copy);
}

const othersOf = (world: World, event: CalendarEvent): CalendarEvent[] =>
  copiesOf(world, event).filter(({ userId }) => userId !== event.organizerId);

function cancelCopy(world: World, copy: CalendarEvent): void {
  for (const exception of exceptionsOf(world, copy)) cancelCopy(world, exception);
  if (isRoom(world, copy.userId)) return removeEvent(world, copy, true);
  if (copy.isCancelled) return;
  putEvent(world, { ...copy, isCancelled: true, showAs: 'free', subject: `Canceled: ${copy.subject}` });
}

function invitedTo(world: World, event: CalendarEvent): { user: MailboxUser; attendee: Attendee }[] {
  return event.attendees.flatMap((attendee) => {
    const user = userAt(world, event.tenantId, attendee.emailAddress.address);
    return user && user.id !== event.organizerId ? [{ user, attendee }] : [];
  });
}

/** How a time is held that has been answered so. */
export function shownAs(response: ResponseKind, organizers: CalendarEvent['showAs']): CalendarEvent['showAs'] {
  return response === 'accepted' || organizers === 'free' ? organizers : 'tentative';
}

function copyFor(
  world: World,
  event: CalendarEvent,
  user: MailboxUser,
  { status }: Attendee,
  copy: CalendarEvent | undefined,
): CalendarEvent {
  const response = status.response === 'none' ? 'notResponded' : status.response;
  // Who is invited to one day of a series only has a single event there.
  const single = { ...event };
  delete single.occurrence;
  const own: CalendarEvent = copy ?? {
    ...single,
    id: newOutlookId(),
    categories: [],
    extendedProperties: [],
    createdDateTime: world.clock.now().toISOString(),
  };
  return {
    ...single,
    ...(event.series ? { series: { ...event.series, cancelled: gapsFor(own, event) } } : {}),
    ...(own.occurrence ? { occurrence: own.occurrence } : {}),
    id: own.id,
    userId: user.id,
    transactionId: null,
    extendedProperties: own.extendedProperties,
    categories: own.categories,
    isReminderOn: own.isReminderOn,
    reminderMinutesBeforeStart: own.reminderMinutesBeforeStart,
    createdDateTime: own.createdDateTime,
    attendees: attendeesFor(event, user),
    responseStatus: { response, time: status.time },
    showAs: shownAs(response, event.showAs),
  };
}

/** Days without the meeting: the organiser's, and those that the attendee has thrown away. */
function gapsFor(own: CalendarEvent, event: CalendarEvent): string[] {
  const theirs = isSameSeries(own, event) ? (own.series?.cancelled ?? []) : [];
  return [...new Set([...(event.series?.cancelled ?? []), ...theirs])];
}

/** A series that takes place at other times has begun anew, also for those who had thrown single days away. */
const isSameSeries = (one: CalendarEvent, other: CalendarEvent): boolean =>
  JSON.stringify([one.series?.recurrence, one.start, one.end]) === JSON.stringify([other.series?.recurrence, other.start, other.end]);

/** Attendees do not see how the others have answered. */
function attendeesFor(event: CalendarEvent, user: MailboxUser): Attendee[] {
  const isOwn = ({ emailAddress }: Attendee): boolean => emailAddress.address.toLowerCase() === user.mail.toLowerCase();
  return event.attendees
    .filter((attendee) => !event.hideAttendees || isOwn(attendee))
    .map((attendee) => (isOwn(attendee) ? attendee : { ...attendee, status: { response: 'none', time: noTime } }));
}

/** How Outlook writes that there is no time. */
export const noTime = '0001-01-01T00:00:00Z';

function followMeeting(world: World, event: CalendarEvent, memberIds: string[]): void {
  const meeting = event.onlineMeetingId === null ? undefined : world.onlineMeetings.get(event.onlineMeetingId);
  if (!meeting) return;
  const { subject, start, end, occurrence } = event;
  // All days of a series have one meeting; what is different on one of them does not change it.
  if (!occurrence) world.onlineMeetings.put(meeting.id, { ...meeting, subject, start, end });
  const chat = world.chats.get(meeting.chatId);
  if (!chat) return;
  world.chats.put(chat.id, {
    ...chat,
    topic: occurrence ? chat.topic : subject,
    memberIds: [...new Set([...chat.memberIds, ...memberIds])],
  });
  for (const personId of memberIds) world.announce({ personId, area: 'chat' });
}

/** Makes the event a Teams meeting; answers its id. */
export function giveMeeting(world: World, event: CalendarEvent): string {
  const { tenantId, organizerId, subject, start, end, iCalUId } = event;
  const memberIds = invitedTo(world, event).flatMap(({ user }) => (user.room ? [] : [user.id]));
  return addOnlineMeeting(world, { tenantId, organizerId, memberIds, subject, start, end, iCalUId }).id;
}
