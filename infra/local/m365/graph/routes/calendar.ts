/** Events of a calendar, and what is done to them. */
import type { CalendarEvent } from '../../core/entities.ts';
import type { World } from '../../core/world.ts';
import {
  cancelAsOrganizer,
  cancelEvent,
  createEventFor,
  eventOf,
  respondToEvent,
  updateEvent,
  type EventFields,
  type EventResponse,
} from '../calendar.ts';
import type { Answer, Call, Route } from '../call.ts';
import { etagOf } from '../event-answer.ts';
import { readEvent } from '../event-input.ts';
import { masterOf } from '../event-store.ts';
import { context, listEvents, oneEvent } from '../event-shown.ts';
import { withExtended } from '../extended.ts';
import { checkOptions, root } from '../odata/query.ts';
import { badRequest, GraphRefusal } from '../refusal.ts';
import { readBody, type Shape } from '../shape.ts';
import { mailboxUser, type MailboxUser } from '../tenant.ts';
import { countMessage } from '../throttle.ts';
import { dateTimeShape } from '../zones.ts';

function create(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  const fields = readEvent(call.body);
  const { start, end } = fields;
  if (start === undefined || end === undefined)
    throw badRequest('At least one property failed validation.', 'ErrorPropertyValidationFailure');
  const earlier = fields.transactionId ? world.events.by('transaction', `${user.id}/${fields.transactionId}`)[0] : undefined;
  if (earlier) return repeated(world, call, user, earlier, { start, end, subject: fields.subject ?? '' });
  if (fields.attendees && fields.attendees.length > 0) countMessage(world, user.id);
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
  if (invites(event, user, fields)) countMessage(world, user.id);
  const added = extendedProperties ? { extendedProperties: withExtended(event.extendedProperties, extendedProperties) } : {};
  return oneEvent(world, call, user, updateEvent(world, user.id, event.id, { ...fields, ...added }), 200);
}

/** A change that the organiser's attendees are told of. */
const invites = (event: CalendarEvent, user: MailboxUser, fields: Partial<EventFields>): boolean =>
  event.organizerId === user.id &&
  (fields.attendees ?? event.attendees).length > 0 &&
  (['subject', 'body', 'start', 'end', 'location', 'attendees', 'recurrence'] as const).some((name) => fields[name] !== undefined);

/** The organiser's end of a meeting is told to its attendees. */
const tellsOthers = (event: CalendarEvent, user: MailboxUser): boolean => event.organizerId === user.id && event.attendees.length > 0;

/** `forGood`: where nobody can take it back. */
function remove(world: World, call: Call, forGood: boolean): Answer {
  const user = mailboxUser(world, call);
  const event = eventOf(world, user.id, call.at.event ?? '');
  checkMatch(call, event);
  if (tellsOthers(event, user)) countMessage(world, user.id);
  cancelEvent(world, user.id, event.id, forGood);
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
  const event = eventOf(world, user.id, call.at.event ?? '');
  if (tellsOthers(event, user)) countMessage(world, user.id);
  cancelAsOrganizer(world, user.id, event.id);
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
  if (fields.sendResponse !== false) countMessage(world, user.id);
  respondToEvent(world, user.id, event.id, response, fields.sendResponse !== false);
  return { status: 202 };
}

function get(world: World, call: Call): Answer {
  checkOptions(call, ['$select', '$expand']);
  const user = mailboxUser(world, call);
  return oneEvent(world, call, user, eventOf(world, user.id, call.at.event ?? ''), 200);
}

function list(world: World, call: Call): Answer {
  const user = mailboxUser(world, call);
  // Single events and masters; what a series looks like day by day is for its instances and for views.
  const events = world.events.by('user', user.id).filter((event) => masterOf(world, event) === undefined);
  return listEvents(world, call, user, events, 'events');
}

export const calendarRoutes: Route[] = [
  { method: 'GET', path: '/users/{user}/events', answer: list },
  { method: 'POST', path: '/users/{user}/events', answer: create },
  { method: 'GET', path: '/users/{user}/events/{event}', answer: get },
  { method: 'PATCH', path: '/users/{user}/events/{event}', answer: update },
  { method: 'DELETE', path: '/users/{user}/events/{event}', answer: (world, call) => remove(world, call, false) },
  { method: 'POST', path: '/users/{user}/events/{event}/permanentDelete', answer: (world, call) => remove(world, call, true) },
  { method: 'POST', path: '/users/{user}/events/{event}/cancel', answer: cancel },
  { method: 'POST', path: '/users/{user}/events/{event}/accept', answer: (world, call) => respond(world, call, 'accept') },
  { method: 'POST', path: '/users/{user}/events/{event}/decline', answer: (world, call) => respond(world, call, 'decline') },
  { method: 'POST', path: '/users/{user}/events/{event}/tentativelyAccept', answer: (world, call) => respond(world, call, 'tentative') },
];
