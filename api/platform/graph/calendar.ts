/** Calendar calls of Microsoft Graph: free/busy, and Samtal's own events. All instants are UTC. */
import { z } from 'zod';
import { GraphRefused } from './failures.ts';
import type { SendGraph } from './http.ts';

/** Samtal's own property on its events, so that an event can be found again by its talk and booking version. */
export const propertyId = 'String {7a1f3c58-2a54-4b8e-9a53-8c0d2f6f5a11} Name SamtalBooking';
const schedulesPerCall = 20;

export type Busy = { start: Date; end: Date; status: 'tentative' | 'busy' | 'oof' | 'workingElsewhere' };
export type Schedule = {
  busy: Busy[];
  /** Days as 1 (Monday) to 7, minutes of the local day. `timeZone` as Outlook names it (Windows or IANA). */
  workingHours: { days: number[]; from: number; to: number; timeZone: string } | null;
};

/** Graph's dateTimeTimeZone. */
export const dateTime = z.object({ dateTime: z.string(), timeZone: z.string() });
const dayNumbers: Record<string, number> = { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 };
const scheduleSchema = z.object({
  value: z.array(
    z.object({
      scheduleId: z.string(),
      error: z.unknown().optional(),
      scheduleItems: z.array(z.object({ status: z.string(), start: dateTime, end: dateTime })).optional(),
      workingHours: z
        .object({
          daysOfWeek: z.array(z.string()),
          startTime: z.string(),
          endTime: z.string(),
          timeZone: z.object({ name: z.string() }).nullish(),
        })
        .nullish(),
    }),
  ),
});

/**
 * Free/busy of many mailboxes, 20 to a request; null for those that cannot be read. Keys are the addresses as given.
 * @param how `orElsewhere`: when the mailbox it is asked in wants to be left alone for a while, that is told at once
 */
export async function readSchedules(
  send: SendGraph,
  tenantId: string,
  asId: string,
  addresses: string[],
  from: Date,
  to: Date,
  { orElsewhere } = { orElsewhere: false },
): Promise<Map<string, Schedule | null>> {
  const found = new Map<string, Schedule | null>();
  for (let at = 0; at < addresses.length; at += schedulesPerCall) {
    const schedules = addresses.slice(at, at + schedulesPerCall);
    const body = { schedules, startTime: utc(from), endTime: utc(to), availabilityViewInterval: 15 };
    const path = `/users/${asId}/calendar/getSchedule`;
    const paced = orElsewhere ? { isPaced: true as const } : {};
    const answer = scheduleSchema.parse(await send(tenantId, { method: 'POST', path, body, changesNothing: true, ...paced }));
    for (const [index, address] of schedules.entries()) {
      const one = answer.value.find(({ scheduleId }) => scheduleId.toLowerCase() === address.toLowerCase()) ?? answer.value[index];
      found.set(address, one && !one.error ? scheduleOf(one) : null);
    }
  }
  return found;
}

function scheduleOf(one: z.infer<typeof scheduleSchema>['value'][number]): Schedule {
  const busy = (one.scheduleItems ?? [])
    .filter(({ status }) => status !== 'free' && status !== 'workingElsewhere')
    .map(({ status, start, end }) => ({ status: status as Busy['status'], start: instant(start), end: instant(end) }));
  const hours = one.workingHours;
  if (!hours) return { busy, workingHours: null };
  const days = hours.daysOfWeek.map((day) => dayNumbers[day.toLowerCase()]).filter((day) => day !== undefined);
  return {
    busy,
    workingHours: { days, from: minutes(hours.startTime), to: minutes(hours.endTime), timeZone: hours.timeZone?.name ?? 'UTC' },
  };
}

export type EventInput = {
  /** UUID; the service creates one event per id, so that a repeated call adds nothing. */
  transactionId: string;
  /** Samtal's booking id, kept in an extended property. */
  bookingId: string;
  subject: string;
  html: string;
  start: Date;
  end: Date;
  attendee: { address: string; name: string };
  /** Who else is invited. */
  others?: { address: string; name: string }[];
  /** A room's mailbox, asked for as a resource. */
  room?: { address: string; name: string } | null;
};
export type Guest = { type: 'required' | 'optional' | 'resource'; address: string; name: string };
export type BookedEvent = {
  id: string;
  iCalUId: string;
  joinUrl: string | null;
  start: Date;
  end: Date;
  /** Everybody and every room that is invited. */
  guests?: Guest[];
};

const eventSchema = z.object({
  id: z.string(),
  iCalUId: z.string(),
  start: dateTime,
  end: dateTime,
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  attendees: z
    .array(
      z.object({
        type: z.string().nullish(),
        emailAddress: z.object({ address: z.string().nullish(), name: z.string().nullish() }).nullish(),
      }),
    )
    .nullish(),
});

/** An invitation as Graph writes it. */
export const attendeeOf = ({ type, address, name }: Guest) => ({ type, emailAddress: { address, name } });
/** Where a meeting is held, as Graph writes it; none is an empty name. */
export const locationOf = (room: { address: string; name: string } | null) =>
  room ? { displayName: room.name, locationEmailAddress: room.address } : { displayName: '' };

/** Creates the event in the organiser's calendar as a private Teams meeting with the attendee invited. */
export async function createEvent(send: SendGraph, tenantId: string, organizerId: string, input: EventInput): Promise<BookedEvent> {
  const body = {
    subject: input.subject,
    body: { contentType: 'html', content: input.html },
    start: utc(input.start),
    end: utc(input.end),
    attendees: [
      ...[input.attendee, ...(input.others ?? [])].map((one) => attendeeOf({ type: 'required', ...one })),
      ...(input.room ? [attendeeOf({ type: 'resource', ...input.room })] : []),
    ],
    ...(input.room ? { location: locationOf(input.room) } : {}),
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    sensitivity: 'private',
    allowNewTimeProposals: true,
    transactionId: input.transactionId,
    singleValueExtendedProperties: [{ id: propertyId, value: input.bookingId }],
  };
  return bookedFrom(await send(tenantId, { method: 'POST', path: `/users/${organizerId}/events`, body }));
}

/** The organiser's event with this booking id, or null. */
export async function findEvent(send: SendGraph, tenantId: string, organizerId: string, bookingId: string): Promise<BookedEvent | null> {
  const filter = `singleValueExtendedProperties/any(ep: ep/id eq '${propertyId}' and ep/value eq '${bookingId}')`;
  const answer = await send<{ value: unknown[] }>(tenantId, { path: `/users/${organizerId}/events?$filter=${encodeURIComponent(filter)}` });
  return answer.value[0] === undefined ? null : bookedFrom(answer.value[0]);
}

/** The event as it is now, or null when it does not exist any more. */
export async function readEvent(send: SendGraph, tenantId: string, organizerId: string, eventId: string): Promise<BookedEvent | null> {
  try {
    return bookedFrom(await send(tenantId, { path: `/users/${organizerId}/events/${eventId}` }));
  } catch (error) {
    if (error instanceof GraphRefused && error.status === 404) return null;
    throw error;
  }
}

/** An event of Graph's as Samtal uses it. */
export function bookedFrom(answer: unknown): BookedEvent {
  const event = eventSchema.parse(answer);
  return {
    id: event.id,
    iCalUId: event.iCalUId,
    joinUrl: event.onlineMeeting?.joinUrl ?? null,
    start: instant(event.start),
    end: instant(event.end),
    guests: (event.attendees ?? []).map(({ type, emailAddress }) => ({
      type: type === 'resource' || type === 'optional' ? type : 'required',
      address: emailAddress?.address ?? '',
      name: emailAddress?.name ?? '',
    })),
  };
}

/** Graph's dateTimeTimeZone for an instant. */
export function utc(at: Date): { dateTime: string; timeZone: 'UTC' } {
  return { dateTime: at.toISOString().slice(0, 19), timeZone: 'UTC' };
}

/** Replies are in UTC unless another zone was asked for with Prefer, which Samtal never does. */
export function instant({ dateTime, timeZone }: { dateTime: string; timeZone: string }): Date {
  if (timeZone !== 'UTC') throw new Error(`Microsoft Graph answered a time in ${timeZone}, not in UTC`);
  return new Date(`${dateTime.slice(0, 23)}Z`);
}

function minutes(clock: string): number {
  const [hour = '0', minute = '0'] = clock.split(':');
  return Number(hour) * 60 + Number(minute);
}
