/**
 * What a room's mailbox does with invitations, as Exchange sets up a new one (Set-CalendarProcessing: AutoAccept): accepts when it is free, declines
 * when it is not, keeps the organiser's name instead of the subject, and throws cancelled meetings away. It answers after the organiser has been answered.
 */
import type { CalendarEvent } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { copyOf, putEvent, removeEvent } from './event-store.ts';
import { eventsIn } from './series.ts';
import { userAt } from './tenant.ts';

/** So far ahead a room looks at a series; Exchange's booking window. */
const bookingWindowMs = 180 * 86_400_000;

/** Lets every invited room that has not answered do so. */
export function answerAsRooms(world: World, event: CalendarEvent): void {
  for (const { type, emailAddress, status } of event.attendees) {
    const room = type === 'resource' && status.response === 'none' ? userAt(world, event.tenantId, emailAddress.address) : undefined;
    const copy = room?.room ? copyOf(world, room.id, event) : undefined;
    if (!copy || copy.userId === event.organizerId) continue;
    const answer = { response: isTaken(world, copy) ? 'declined' : 'accepted', time: world.clock.now().toISOString() } as const;
    if (answer.response === 'declined') removeEvent(world, copy);
    else putEvent(world, { ...copy, responseStatus: answer, showAs: event.showAs });
    const now = copyOf(world, event.organizerId, event) ?? event;
    const answered = now.attendees.map((one) => (one.emailAddress.address === emailAddress.address ? { ...one, status: answer } : one));
    putEvent(world, { ...now, attendees: answered });
  }
}

/** Whether a mailbox is a room's. */
export const isRoom = (world: World, userId: string): boolean => world.users.get(userId)?.room !== undefined;

/** Whoever looks into the room's calendar sees who meets there, not why. */
export function asRoomKeeps(world: World, copy: CalendarEvent): CalendarEvent {
  const organizer = world.users.get(copy.organizerId)?.displayName ?? '';
  return { ...copy, subject: organizer, body: { contentType: 'html', content: '' }, sensitivity: 'normal' };
}

/** One day of a series that does not fit is enough to decline it: no conflicts are allowed unless an administrator says so. */
function isTaken(world: World, copy: CalendarEvent): boolean {
  const end = copy.series ? new Date(Date.parse(copy.start) + bookingWindowMs).toISOString() : copy.end;
  const all = eventsIn(world, copy.userId, copy.start, end);
  const isOwn = ({ id, occurrence }: CalendarEvent): boolean => id === copy.id || occurrence?.masterId === copy.id;
  const others = all.filter((one) => !isOwn(one) && !one.isCancelled && one.showAs !== 'free' && one.showAs !== 'workingElsewhere');
  return all.filter(isOwn).some((own) => others.some(({ start, end: until }) => start < own.end && until > own.start));
}
