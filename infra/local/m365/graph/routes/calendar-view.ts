/** Calendars over a time: free/busy, what lies in a window, and the window's delta. */
import type { World } from '../../core/world.ts';
import { eventOf } from '../calendar.ts';
import { calendarPage, lastInCalendar, type CalendarDelta } from '../calendar-delta.ts';
import type { Answer, Call, Route } from '../call.ts';
import { readToken, writeToken } from '../delta-token.ts';
import { bare, listEvents, readingOf } from '../event-shown.ts';
import { root } from '../odata/query.ts';
import { badRequest } from '../refusal.ts';
import { readWanted, schedulesOf } from '../schedule.ts';
import { eventsIn, instancesOf } from '../series.ts';
import { mailboxUser, type MailboxUser } from '../tenant.ts';
import { preferredZone, readInstant } from '../zones.ts';

function view(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const { from, to } = windowOf(call);
  return listEvents(world, call, user, eventsIn(world, user.id, from, to), 'calendarView');
}

/** Occurrences and exceptions of a series between two instants. */
function instances(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const master = eventOf(world, user.id, call.at.event ?? '');
  if (!master.series) throw badRequest("Your request can't be completed. The event is not the master of a series.", 'ErrorInvalidRequest');
  const { from, to } = windowOf(call);
  return listEvents(world, call, user, instancesOf(world, master, from, to), `events('${master.id}')/instances`);
}

function windowOf(call: Call): { from: string; to: string } {
  const option = (name: string): string | null => [...call.query].find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? null;
  const from = readInstant(option('startDateTime'), 'startDateTime');
  const to = readInstant(option('endDateTime'), 'endDateTime');
  if (to < from) throw badRequest('The end of the window is before its start.', 'ErrorInvalidParameter');
  return { from, to };
}

function viewDelta(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const { reading, headers } = readingOf(call);
  const next = call.query.get('$skiptoken');
  const since = call.query.get('$deltatoken');
  const state =
    next === null && since === null
      ? firstView(world, call, user)
      : (readToken(world, `view:${user.id}`, next ?? since ?? '') as unknown as CalendarDelta);
  const round = since === null ? state : { ...state, since: state.until, until: lastInCalendar(world, user.id), after: '' };
  const size = Number(/odata\.maxpagesize\s*=\s*(\d+)/i.exec(call.header('prefer') ?? '')?.[1] ?? 10);
  const { value, next: rest } = calendarPage(world, round, Math.max(size, 1), reading);
  const path = `${root}/users/${user.id}/calendarView/delta`;
  const token = writeToken(world, `view:${user.id}`, rest ?? { ...round, after: '' });
  const link = rest ? { '@odata.nextLink': `${path}?$skiptoken=${token}` } : { '@odata.deltaLink': `${path}?$deltatoken=${token}` };
  return {
    status: 200,
    headers,
    body: { '@odata.context': `${root}/$metadata#Collection(event)`, ...link, value: value.map((item) => bare(call, item)) },
  };
}

function firstView(world: World, call: Call, user: MailboxUser): CalendarDelta {
  const refused = [...call.query.keys()].find((name) => name.startsWith('$'));
  if (refused) throw badRequest(`The query option '${refused}' is not supported by this function.`, 'ErrorInvalidUrlQuery');
  return { userId: user.id, ...windowOf(call), since: null, until: lastInCalendar(world, user.id), after: '' };
}

function schedule(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const { timeZone, headers } = preferredZone(call);
  const value = schedulesOf(world, user, readWanted(call.body), timeZone);
  return { status: 200, headers, body: { '@odata.context': `${root}/$metadata#Collection(microsoft.graph.scheduleInformation)`, value } };
}

export const calendarViewRoutes: Route[] = [
  { method: 'POST', path: '/users/{user}/calendar/getSchedule', answer: schedule },
  { method: 'GET', path: '/users/{user}/calendarView', answer: view },
  { method: 'GET', path: '/users/{user}/events/{event}/instances', answer: instances },
  { method: 'GET', path: '/users/{user}/calendarView/delta', answer: viewDelta },
];
