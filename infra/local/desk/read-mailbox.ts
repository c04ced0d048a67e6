/** A person's calendar, mails and activity feed as Outlook and Teams show them to that person. */
import { z } from 'zod';
import type { CalendarEvent, Mail, User } from '../m365/core/entities.ts';
import type { World } from '../m365/core/world.ts';
import { eventsIn } from '../m365/graph/series.ts';
import { named } from './read-people.ts';
import { notFound, readInput } from './refusal.ts';

const instant = z.iso.datetime({ offset: true });
const range = z.object({ from: instant, to: instant });

/** Events that touch the time between two instants, earliest first. */
export function readCalendar(world: World, user: User, query: unknown): unknown {
  const { from, to } = readInput(range, query);
  const [first, last] = [new Date(from).toISOString(), new Date(to).toISOString()];
  const events = eventsIn(world, user.id, first, last);
  return { events: events.map((event) => describeEvent(world, event)) };
}

export function describeEvent(world: World, event: CalendarEvent): unknown {
  const { id, subject, start, end, showAs, isAllDay, isCancelled, location } = event;
  const meeting = event.onlineMeetingId === null ? undefined : world.onlineMeetings.get(event.onlineMeetingId);
  const idOf = (address: string): string | null => world.users.by('mail', address.toLowerCase())[0]?.id ?? null;
  return {
    id,
    subject,
    html: htmlOf(event.body),
    start,
    end,
    showAs,
    isAllDay,
    isOrganizer: event.userId === event.organizerId,
    organizer: named(world, event.organizerId),
    attendees: event.attendees.map(({ emailAddress: { address, name }, status }) => ({
      id: idOf(address),
      name,
      address,
      response: status.response,
    })),
    response: event.responseStatus.response,
    isCancelled,
    isPrivate: event.sensitivity === 'private' || event.sensitivity === 'confidential',
    location,
    meeting: meeting ? { id: meeting.id, chatId: meeting.chatId, meetingId: meeting.meetingId, joinUrl: meeting.joinUrl } : null,
  };
}

const htmlOf = ({ contentType, content }: { contentType: 'text' | 'html'; content: string }): string =>
  contentType === 'html' ? content : content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');

const newestFirst = (a: { at: string; id: string }, b: { at: string; id: string }): number =>
  b.at.localeCompare(a.at) || b.id.localeCompare(a.id);

const pickMail = ({ id, folder, from, to, subject, at, readAt }: Omit<Mail, 'body' | 'files'>): Partial<Mail> => ({
  ...{ id, folder, from, to, subject, at, readAt },
});

export function readMails(world: World, user: User): unknown {
  const mails = world.mails
    .by('user', user.id)
    .sort(newestFirst)
    .map(({ body, files, ...mail }) => ({ ...pickMail(mail), html: htmlOf(body), files: files ?? [] }));
  return { mails };
}

export async function markMailRead(world: World, user: User, mailId: string): Promise<void> {
  const key = `${user.id}/${mailId}`;
  const mail: Mail | undefined = world.mails.get(key);
  if (!mail) throw notFound('mail');
  world.mails.put(key, { ...mail, readAt: mail.readAt ?? world.clock.now().toISOString() });
  await world.tables.flushed();
  world.announce({ personId: user.id, area: 'mail' });
}

export function readFeed(world: World, user: User): unknown {
  const activities = world.activities
    .by('recipient', user.id)
    .sort(newestFirst)
    .map(({ id, activityType, text, preview, topic, link, at, readAt }) => ({
      id,
      type: activityType,
      text,
      preview,
      topic,
      link,
      at,
      readAt,
    }));
  return { activities };
}

export async function markActivityRead(world: World, user: User, activityId: string): Promise<void> {
  const activity = world.activities.get(activityId);
  if (activity?.recipientId !== user.id) throw notFound('activity');
  world.activities.put(activityId, { ...activity, readAt: activity.readAt ?? world.clock.now().toISOString() });
  await world.tables.flushed();
  world.announce({ personId: user.id, area: 'feed' });
}
