/** getSchedule: free and busy times of mailboxes. Others see when, never what: an organisation shares free/busy only, unless somebody shares more. */
import type { CalendarEvent } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import { badRequest } from './refusal.ts';
import { eventsIn } from './series.ts';
import { readBody, type Fields, type Shape } from './shape.ts';
import { userAt, type MailboxUser } from './tenant.ts';
import { dateTimeShape, readTime, writeTime } from './zones.ts';

const shape: Extract<Shape, { type: string }> = {
  type: 'getSchedule',
  anyCase: true,
  has: { schedules: { listOf: 'string' }, startTime: dateTimeShape, endTime: dateTimeShape, availabilityViewInterval: 'integer' },
};

const mostSchedules = 20;
const mostDays = 62;
const dayMs = 86_400_000;

type Wanted = { schedules: string[]; start: string; end: string; intervalMinutes: number };

export function readWanted(body: unknown): Wanted {
  const fields = readBody(body, shape, 'RequestBodyRead');
  const schedules = Array.isArray(fields.schedules) ? fields.schedules.map(String) : [];
  if (schedules.length === 0) throw badRequest('The parameter Schedules must name at least one mailbox.', 'ErrorInvalidParameter');
  if (schedules.length > mostSchedules)
    throw badRequest(`The number of schedules requested exceeds the limit of ${mostSchedules}.`, 'ErrorInvalidParameter');
  const start = readTime(fields.startTime, 'StartTime').at;
  const end = readTime(fields.endTime, 'EndTime').at;
  const spanMs = Date.parse(end) - Date.parse(start);
  if (spanMs <= 0) throw badRequest('The start time must be before the end time.', 'ErrorInvalidTimeInterval');
  if (spanMs > mostDays * dayMs)
    throw badRequest(`The requested time interval is too long: at most ${mostDays} days.`, 'ErrorTimeIntervalTooBig');
  const intervalMinutes = fields.availabilityViewInterval == null ? 30 : Number(fields.availabilityViewInterval);
  if (intervalMinutes < 5 || intervalMinutes > 1440 || intervalMinutes * 60_000 > spanMs)
    throw badRequest(
      'The merged free/busy interval must be from 5 to 1440 minutes and fit into the time asked for.',
      'ErrorInvalidMergedFreeBusyInterval',
    );
  return { schedules, start, end, intervalMinutes };
}

/** One entry per address, in the order asked. `viewer`: whose calendar the question was put to. */
export function schedulesOf(world: World, viewer: MailboxUser, wanted: Wanted, timeZone: string): Fields[] {
  return wanted.schedules.map((address) => {
    const user = userAt(world, viewer.tenantId, address);
    if (user) return scheduleOf(world, { user, viewer, wanted, timeZone, address });
    const message = `Unable to resolve e-mail address ${address} to an Active Directory object.`;
    return { scheduleId: address, availabilityView: '', error: { message, responseCode: 'ErrorMailRecipientNotFound' } };
  });
}

type Asked = { user: MailboxUser; viewer: MailboxUser; wanted: Wanted; timeZone: string; address: string };

function scheduleOf(world: World, { user, viewer, wanted, timeZone, address }: Asked): Fields {
  const events = eventsIn(world, user.id, wanted.start, wanted.end);
  const items = events.map((event) => itemOf(event, user.id === viewer.id, timeZone));
  return { scheduleId: address, availabilityView: viewOf(events, wanted), scheduleItems: items, workingHours: user.mailbox.workingHours };
}

function itemOf(event: CalendarEvent, isOwn: boolean, timeZone: string): Fields {
  const isPrivate = event.sensitivity === 'private' || event.sensitivity === 'confidential';
  const detail = isOwn ? { isPrivate, ...(isPrivate ? {} : { subject: event.subject, location: event.location }) } : {};
  return { ...detail, status: event.showAs, start: writeTime(event.start, timeZone), end: writeTime(event.end, timeZone) };
}

/** Working elsewhere is free. The strongest of the events in a slot counts. */
const digits: Record<CalendarEvent['showAs'], number> = { free: 0, workingElsewhere: 0, unknown: 0, tentative: 1, busy: 2, oof: 3 };

function viewOf(events: CalendarEvent[], { start, end, intervalMinutes }: Wanted): string {
  const stepMs = intervalMinutes * 60_000;
  const from = Date.parse(start);
  const slots = Array.from({ length: Math.ceil((Date.parse(end) - from) / stepMs) }, () => 0);
  for (const event of events) {
    const first = Math.max(0, Math.floor((Date.parse(event.start) - from) / stepMs));
    const last = Math.min(slots.length, Math.ceil((Date.parse(event.end) - from) / stepMs));
    for (let slot = first; slot < last; slot += 1) slots[slot] = Math.max(slots[slot] ?? 0, digits[event.showAs]);
  }
  return slots.join('');
}
