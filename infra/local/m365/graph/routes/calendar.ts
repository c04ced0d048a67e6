/** Calendars: free/busy, events and what is done to them, views and their delta. */
import type { CalendarEvent } from '../../core/entities.ts';
import type { World } from '../../core/world.ts';
import { calendarPage, lastInCalendar, type CalendarDelta } from '../calendar-delta.ts';
import { cancelAsOrganizer, cancelEvent, createEventFor, eventOf, respondToEvent, updateEvent, type EventResponse } from '../calendar.ts';
import type { Answer, Call, Route } from '../call.ts';
import { readToken, writeToken } from '../delta-token.ts';
import { etagOf, eventFields, eventProperties, type Reading } from '../event-answer.ts';
import { readEvent } from '../event-input.ts';
import { expanded, withExtended } from '../extended.ts';
import { checkOptions, listAnswer, pick, root, selectOf } from '../odata/query.ts';
import { badRequest, GraphRefusal } from '../refusal.ts';
import { readWanted, schedulesOf } from '../schedule.ts';
import { readBody, type Fields, type Shape } from '../shape.ts';
import { mailboxUser, type MailboxUser } from '../tenant.ts';
import { dateTimeShape, preferredZone, readInstant } from '../zones.ts';

const filterable = [
  ...[
    'id',
    'subject',
    'start/dateTime',
    'end/dateTime',
    'isAllDay',
    'isCancelled',
    'isOrganizer',
    'showAs',
    'iCalUId',
    'sensitivity',
    'type',
  ],
  ...['createdDateTime', 'lastModifiedDateTime', 'importance', 'organizer/emailAddress/address', 'singleValueExtendedProperties'],
];
const sortable = ['start/dateTime', 'end/dateTime', 'subject', 'createdDateTime', 'lastModifiedDateTime'];

/** How the caller wants events, from the Prefer header. */
function readingOf(call: Call): { reading: Reading; headers: Record<string, string> } {
  const { timeZone, headers } = preferredZone(call);
  return { reading: { timeZone, asText: /outlook\.body-content-type\s*=\s*"text"/i.test(call.header('prefer') ?? '') }, headers };
}

const context = (user: MailboxUser): string => `users('${user.id}')/events`;

/** With Calendars.ReadBasic alone there is no body. */
function bare(call: Call, fields: Fields): Fields {
  if (call.caller.permissions.has('Calendars.Read') || call.caller.permissions.has('Calendars.ReadWrite')) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'body' && name !== 'bodyPreview'));
}

function oneEvent(world: World, call: Call, user: MailboxUser, event: CalendarEvent, status: number): Answer {
  const { reading, headers } = readingOf(call);
  const fields = pick(bare(call, eventFields(world, event, reading)), selectOf(call, 'event', eventProperties));
  const body = { '@odata.context': `${root}/$metadata#${context(user)}/$entity`, ...fields, ...expanded(call, event.extendedProperties) };
  return { status, headers: { ...headers, ETag: etagOf(event) }, body };
}

function listEvents(world: World, call: Call, user: MailboxUser, events: CalendarEvent[], name: string): Answer {
  checkOptions(call, ['$select', '$filter', '$orderby', '$top', '$skip', '$count', '$expand']);
  const { reading, headers } = readingOf(call);
  const names = selectOf(call, 'event', eventProperties);
  const byId = new Map(events.map((event) => [event.id, event]));
  // Extended properties are there for the filter, and leave with the selection unless they were expanded.
  const items = events.map((event) => ({
    ...bare(call, eventFields(world, event, reading)),
    singleValueExtendedProperties: event.extendedProperties,
  }));
  const listing = { context: `users('${user.id}')/${name}`, filter: filterable, sort: sortable, pageSize: 10, most: 1000 };
  const answer = listAnswer(call, items, listing, ({ singleValueExtendedProperties, ...item }) => ({
    ...pick(item, names),
    ...(singleValueExtendedProperties ? expanded(call, byId.get(String(item.id))?.extendedProperties ?? []) : {}),
  }));
  return { ...answer, headers };
}

function create(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const fields = readEvent(call.body);
  const { start, end } = fields;
  if (start === undefined || end === undefined)
    throw badRequest('At least one property failed validation.', 'ErrorPropertyValidationFailure');
  const earlier = fields.transactionId ? world.events.by('transaction', `${user.id}/${fields.transactionId}`)[0] : undefined;
  if (earlier) return repeated(world, call, user, earlier, { start, end, subject: fields.subject ?? '' });
  const event = createEventFor(world, user.id, { ...fields, start, end });
  const answer = oneEvent(world, call, user, event, 201);
  return { ...answer, headers: { ...answer.headers, Location: `${root}/${context(user)}('${event.id}')` } };
}

/** The same request again is answered with the event it made; another event under the same id is refused. */
function repeated(
  world: World,
  call: Call,
  user: MailboxUser,
  earlier: CalendarEvent,
  wanted: Pick<CalendarEvent, 'start' | 'end' | 'subject'>,
): Answer {
  const isSame = earlier.start === wanted.start && earlier.end === wanted.end && earlier.subject === wanted.subject;
  if (isSame) return oneEvent(world, call, user, earlier, 201);
  const message =
    "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.";
  throw new GraphRefusal(409, 'ErrorDuplicateTransactionId', message);
}

function checkMatch(call: Call, event: CalendarEvent): void {
  const wanted = call.header('if-match');
  if (wanted === undefined || wanted === '*' || wanted === etagOf(event)) return;
  const message =
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.';
  throw new GraphRefusal(412, 'ErrorIrresolvableConflict', message);
}

function update(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const event = eventOf(world, user.id, call.at.event ?? '');
  checkMatch(call, event);
  const { transactionId, extendedProperties, ...fields } = readEvent(call.body);
  if (transactionId !== undefined && transactionId !== event.transactionId)
    throw badRequest('The TransactionId of an event cannot be changed.', 'ErrorInvalidPropertySet');
  const added = extendedProperties ? { extendedProperties: withExtended(event.extendedProperties, extendedProperties) } : {};
  return oneEvent(world, call, user, updateEvent(world, user.id, event.id, { ...fields, ...added }), 200);
}

function remove(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const event = eventOf(world, user.id, call.at.event ?? '');
  checkMatch(call, event);
  cancelEvent(world, user.id, event.id);
  return { status: 204 };
}

const cancelShape: Extract<Shape, { type: string }> = { type: 'cancel', anyCase: true, has: { comment: 'string' } };
const slot: Shape = { type: 'timeSlot', has: { start: dateTimeShape, end: dateTimeShape } };
const respondShape: Extract<Shape, { type: string }> = {
  type: 'respond',
  anyCase: true,
  has: { comment: 'string', sendResponse: 'boolean', proposedNewTime: slot },
};

function cancel(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  readBody(call.body ?? {}, cancelShape, 'RequestBodyRead');
  cancelAsOrganizer(world, user.id, call.at.event ?? '');
  return { status: 202 };
}

function respond(world: World, call: Call, response: EventResponse): Answer {
  const user = mailboxUser(world, call);
  const fields = readBody(call.body ?? {}, respondShape, 'RequestBodyRead');
  const event = eventOf(world, user.id, call.at.event ?? '');
  if (fields.sendResponse === true && !event.responseRequested)
    throw badRequest("Your request can't be completed. The meeting organizer hasn't requested a response.", 'ErrorInvalidRequest');
  if (fields.proposedNewTime != null && (response === 'accept' || !event.allowNewTimeProposals || fields.sendResponse === false))
    throw badRequest("Your request can't be completed. A new time cannot be proposed with this response.", 'ErrorInvalidRequest');
  respondToEvent(world, user.id, event.id, response, fields.sendResponse !== false);
  return { status: 202 };
}

function view(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const { from, to } = windowOf(call);
  const events = world.events
    .by('user', user.id)
    .filter(({ start, end }) => start < to && (end > from || start === end))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  return listEvents(world, call, user, events, 'calendarView');
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

function get(world: World, call: Call): Answer {
  checkOptions(call, ['$select', '$expand']);
  const user = mailboxUser(world, call);
  return oneEvent(world, call, user, eventOf(world, user.id, call.at.event ?? ''), 200);
}

function list(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  return listEvents(world, call, user, world.events.by('user', user.id), 'events');
}

export const calendarRoutes: Route[] = [
  { method: 'POST', path: '/users/{user}/calendar/getSchedule', answer: schedule },
  { method: 'GET', path: '/users/{user}/events', answer: list },
  { method: 'POST', path: '/users/{user}/events', answer: create },
  { method: 'GET', path: '/users/{user}/events/{event}', answer: get },
  { method: 'PATCH', path: '/users/{user}/events/{event}', answer: update },
  { method: 'DELETE', path: '/users/{user}/events/{event}', answer: remove },
  { method: 'POST', path: '/users/{user}/events/{event}/cancel', answer: cancel },
  { method: 'POST', path: '/users/{user}/events/{event}/accept', answer: (world, call) => respond(world, call, 'accept') },
  { method: 'POST', path: '/users/{user}/events/{event}/decline', answer: (world, call) => respond(world, call, 'decline') },
  { method: 'POST', path: '/users/{user}/events/{event}/tentativelyAccept', answer: (world, call) => respond(world, call, 'tentative') },
  { method: 'GET', path: '/users/{user}/calendarView', answer: view },
  { method: 'GET', path: '/users/{user}/calendarView/delta', answer: viewDelta },
];
