/** What Samtal does to its own events after they are made: reads them with their answers, finds them again, moves and cancels them. Decides nothing. */
import { z } from 'zod';
import { attendeeOf, bookedFrom, dateTime, instant, locationOf, propertyId, utc, type BookedEvent, type Guest } from './calendar.ts';
import { unlessGone } from './failures.ts';
import type { SendGraph } from './http.ts';

export type Response = 'none' | 'accepted' | 'tentative' | 'declined';

/** An event as a calendar shows it now. */
export type SeenEvent = {
  id: string;
  /** The same in every calendar the event is in, after it was restored, and on all days of a series. */
  iCalUId: string;
  /** The master stands for a whole series and is no meeting of its own; a day is one of its meetings. */
  series: 'master' | 'day' | null;
  seriesMasterId: string | null;
  /** The id Samtal gave when it made the event; null on everybody else's events. */
  transactionId: string | null;
  start: Date;
  end: Date;
  isAllDay: boolean;
  isCancelled: boolean;
  /** Whether this calendar's owner is its organiser; only then are answers of the others shown. */
  isOrganizer: boolean;
  joinUrl: string | null;
  /** In lower case. */
  organizer: string;
  /** The body as it came. Held in memory only, to recognise Samtal's own link in it. */
  html: string;
  /** Of people, by mail address in lower case; rooms are left out. */
  responses: Map<string, Response>;
  /** Of rooms, by mail address in lower case. */
  rooms?: Map<string, { name: string; response: Response }>;
};

const seenEventSchema = z.object({
  id: z.string(),
  iCalUId: z.string().nullish(),
  type: z.string().nullish(),
  seriesMasterId: z.string().nullish(),
  transactionId: z.string().nullish(),
  start: dateTime,
  end: dateTime,
  isAllDay: z.boolean().nullish(),
  isCancelled: z.boolean().nullish(),
  isOrganizer: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  organizer: z.object({ emailAddress: z.object({ address: z.string().nullish() }).nullish() }).nullish(),
  body: z.object({ content: z.string().nullish() }).nullish(),
  attendees: z
    .array(
      z.object({
        type: z.string().nullish(),
        emailAddress: z.object({ address: z.string().nullish(), name: z.string().nullish() }).nullish(),
        status: z.object({ response: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
});

const responses: Record<string, Response> = { accepted: 'accepted', tentativelyAccepted: 'tentative', declined: 'declined' };

/** Reads an event out of Graph's answer. */
export function seenFrom(answer: unknown): SeenEvent {
  const event = seenEventSchema.parse(answer);
  const attendees = event.attendees ?? [];
  const people = attendees.filter(({ type }) => type !== 'resource');
  const rooms = attendees.filter(({ type }) => type === 'resource');
  return {
    id: event.id,
    iCalUId: event.iCalUId ?? '',
    series: event.type === 'seriesMaster' ? 'master' : event.seriesMasterId ? 'day' : null,
    seriesMasterId: event.seriesMasterId ?? null,
    transactionId: event.transactionId ?? null,
    start: instant(event.start),
    end: instant(event.end),
    isAllDay: event.isAllDay ?? false,
    isCancelled: event.isCancelled ?? false,
    isOrganizer: event.isOrganizer ?? true,
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    organizer: (event.organizer?.emailAddress?.address ?? '').toLowerCase(),
    html: event.body?.content ?? '',
    responses: new Map(people.map((one) => [addressOf(one), responseOf(one)])),
    rooms: new Map(rooms.map((one) => [addressOf(one), { name: one.emailAddress?.name ?? '', response: responseOf(one) }])),
  };
}

type Attendee = NonNullable<z.infer<typeof seenEventSchema>['attendees']>[number];
const addressOf = ({ emailAddress }: Attendee): string => (emailAddress?.address ?? '').toLowerCase();
const responseOf = ({ status }: Attendee): Response => responses[status?.response ?? ''] ?? 'none';

/** The event with its attendees' answers, or null when it is not in this calendar any more. */
export async function readSeenEvent(send: SendGraph, tenantId: string, personId: string, eventId: string): Promise<SeenEvent | null> {
  const answer = await unlessGone(send(tenantId, { path: pathOf(personId, eventId) }));
  return answer === null ? null : seenFrom(answer);
}

/** The same event under another id (restored, or made anew with Samtal's own property), or null. */
export async function findSeenEvent(
  send: SendGraph,
  tenantId: string,
  personId: string,
  { iCalUId, bookingId }: { iCalUId: string | null; bookingId: string },
): Promise<SeenEvent | null> {
  const ours = `singleValueExtendedProperties/any(ep: ep/id eq '${propertyId}' and ep/value eq '${bookingId}')`;
  for (const filter of [...(iCalUId === null ? [] : [`iCalUId eq '${iCalUId}'`]), ours]) {
    const path = `/users/${personId}/events?$filter=${encodeURIComponent(filter)}`;
    const { value } = await send<{ value: unknown[] }>(tenantId, { path });
    const found = value.map(seenFrom).find(({ isCancelled, series }) => !isCancelled && series !== 'master');
    if (found) return found;
  }
  return null;
}

/** What changes in an event. `invited`: everybody who is invited from now on, and the room it is held in. */
export type EventChange = { start: Date; end: Date; invited?: { guests: Guest[]; room: { address: string; name: string } | null } };

/** Changes the organiser's event; with another time everybody invited is asked again. Null when it does not exist any more. */
export async function moveEvent(
  send: SendGraph,
  tenantId: string,
  organizerId: string,
  eventId: string,
  { start, end, invited }: EventChange,
): Promise<BookedEvent | null> {
  const guests = invited ? { attendees: invited.guests.map(attendeeOf), location: locationOf(invited.room) } : {};
  const body = { start: utc(start), end: utc(end), ...guests };
  const answer = await unlessGone(send(tenantId, { method: 'PATCH', path: pathOf(organizerId, eventId), body }));
  return answer === null ? null : bookedFrom(answer);
}

/** Cancels the organiser's event and tells everybody invited; that it is gone already is fine. */
export async function cancelEvent(
  send: SendGraph,
  tenantId: string,
  organizerId: string,
  eventId: string,
  comment?: string,
): Promise<void> {
  const body = comment === undefined ? {} : { comment };
  await unlessGone(send(tenantId, { method: 'POST', path: `${pathOf(organizerId, eventId)}/cancel`, body }));
}

const pathOf = (personId: string, eventId: string): string => `/users/${personId}/events/${encodeURIComponent(eventId)}`;
