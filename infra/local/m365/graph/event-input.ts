/** Reads an event from a request: property names and values as Graph checks them. */
import type { CalendarEvent, EmailAddress } from '../core/entities.ts';
import type { EventFields } from './calendar.ts';
import { extendedShape, readExtended } from './extended.ts';
import { readRecurrence, recurrenceShape } from './recurrence-input.ts';
import { badRequest, notHere } from './refusal.ts';
import { isObject, readBody, type Fields, type Shape } from './shape.ts';
import { dateTimeShape, readTime, zoneOf } from './zones.ts';
import { DateTime } from 'luxon';

export const bodyShape: Shape = { type: 'itemBody', has: { contentType: { oneOf: ['text', 'html'] }, content: 'string' } };
export const emailShape: Shape = { type: 'emailAddress', has: { address: 'string', name: 'string' } };
const places: Shape = {
  type: 'location',
  has: {
    displayName: 'string',
    address: 'any',
    coordinates: 'any',
    locationEmailAddress: 'string',
    locationType: 'string',
    locationUri: 'string',
    uniqueId: 'string',
    uniqueIdType: 'string',
  },
};
const attendeeShape: Shape = {
  type: 'attendee',
  has: { type: { oneOf: ['required', 'optional', 'resource'] }, emailAddress: emailShape, status: 'any', proposedNewTime: 'any' },
};

const eventShape: Extract<Shape, { type: string }> = {
  type: 'event',
  has: {
    subject: 'string',
    body: bodyShape,
    start: dateTimeShape,
    end: dateTimeShape,
    isAllDay: 'boolean',
    showAs: { oneOf: ['free', 'tentative', 'busy', 'oof', 'workingElsewhere', 'unknown'] },
    sensitivity: { oneOf: ['normal', 'personal', 'private', 'confidential'] },
    importance: { oneOf: ['low', 'normal', 'high'] },
    location: places,
    locations: { listOf: places },
    categories: { listOf: 'string' },
    attendees: { listOf: attendeeShape },
    isReminderOn: 'boolean',
    reminderMinutesBeforeStart: 'integer',
    allowNewTimeProposals: 'boolean',
    hideAttendees: 'boolean',
    responseRequested: 'boolean',
    isOnlineMeeting: 'boolean',
    onlineMeetingProvider: { oneOf: ['unknown', 'skypeForBusiness', 'skypeForConsumer', 'teamsForBusiness'] },
    transactionId: 'string',
    singleValueExtendedProperties: extendedShape,
    recurrence: recurrenceShape,
    multiValueExtendedProperties: 'any',
    extensions: 'any',
    attachments: 'any',
    // Outlook's own: it reads them from a request and does not look at them.
    ...Object.fromEntries(
      [
        'id',
        'changeKey',
        'createdDateTime',
        'lastModifiedDateTime',
        'bodyPreview',
        'hasAttachments',
        'iCalUId',
        'isCancelled',
        'isDraft',
        'isOrganizer',
        'onlineMeeting',
        'onlineMeetingUrl',
        'organizer',
        'originalStart',
        'originalStartTimeZone',
        'originalEndTimeZone',
        'responseStatus',
        'seriesMasterId',
        'type',
        'webLink',
        'calendar',
        'instances',
        'exceptionOccurrences',
        'cancelledOccurrences',
      ].map((name) => [name, 'any' as const]),
    ),
  },
};

/** Known to Graph and not kept here: refused rather than forgotten. */
const notKept = ['multiValueExtendedProperties', 'extensions', 'attachments'];
const mostAttendees = 500;

/** The fields that a POST or PATCH sets. Those not named stay as they are. */
export function readEvent(body: unknown): Partial<EventFields> {
  const fields = readBody(body, eventShape, 'RequestBodyRead');
  const lost = notKept.find((name) => fields[name] != null && !(Array.isArray(fields[name]) && fields[name].length === 0));
  if (lost) throw notHere(`an event's '${lost}'`);
  return { ...plain(fields), ...times(fields), ...people(fields), ...recurring(fields) };
}

/** Null makes a series a single event; what is not said changes nothing. */
const recurring = ({ recurrence }: Fields): Partial<EventFields> =>
  recurrence === undefined ? {} : { recurrence: recurrence === null ? null : readRecurrence(recurrence) };

function plain(fields: Fields): Partial<EventFields> {
  const names = [
    ...([
      'subject',
      'isAllDay',
      'showAs',
      'sensitivity',
      'importance',
      'categories',
      'isReminderOn',
      'reminderMinutesBeforeStart',
    ] as const),
    ...(['allowNewTimeProposals', 'hideAttendees', 'responseRequested', 'isOnlineMeeting', 'transactionId'] as const),
  ];
  const set = Object.fromEntries(names.filter((name) => fields[name] != null).map((name) => [name, fields[name]])) as Partial<EventFields>;
  if (isObject(fields.body)) set.body = readItemBody(fields.body);
  if (isObject(fields.location)) set.location = text(fields.location.displayName);
  else if (Array.isArray(fields.locations))
    set.location = fields.locations.map((one) => (isObject(one) ? text(one.displayName) : '')).join('; ');
  if (fields.singleValueExtendedProperties != null) set.extendedProperties = readExtended(fields.singleValueExtendedProperties);
  return set;
}

export const readItemBody = (body: Fields): CalendarEvent['body'] => ({
  contentType: body.contentType === 'html' ? 'html' : 'text',
  content: text(body.content),
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function times(fields: Fields): Partial<EventFields> {
  const start = fields.start == null ? null : readTime(fields.start, 'start');
  const end = fields.end == null ? null : readTime(fields.end, 'end');
  if (fields.isAllDay === true && [start, end].some((time) => time && !isMidnight(time)))
    throw badRequest('The Event.Start and Event.End properties of an all-day event need to be set to midnight.', 'ErrorInvalidRequest');
  return { ...(start ? { start: start.at, originalTimeZone: start.timeZone } : {}), ...(end ? { end: end.at } : {}) };
}

const isMidnight = ({ at, timeZone }: { at: string; timeZone: string }): boolean =>
  DateTime.fromISO(at, { zone: zoneOf(timeZone) }).toFormat('HH:mm:ss') === '00:00:00';

function people(fields: Fields): Partial<EventFields> {
  if (!Array.isArray(fields.attendees)) return {};
  if (fields.attendees.length > mostAttendees) throw badRequest(`An event can have ${mostAttendees} attendees.`, 'ErrorInvalidRequest');
  const attendees = fields.attendees.map((one: unknown): EventFields['attendees'][number] => {
    const attendee = isObject(one) ? one : {};
    const type = attendee.type === 'optional' || attendee.type === 'resource' ? attendee.type : 'required';
    return { type, emailAddress: readAddress(attendee.emailAddress) };
  });
  return { attendees };
}

/** A mail address with its name; Outlook checks the form only, never whether anybody is there. */
export function readAddress(value: unknown): EmailAddress {
  const address = isObject(value) ? text(value.address) : '';
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) throw badRequest("At least one recipient isn't valid.", 'ErrorInvalidRecipients');
  return { address, name: (isObject(value) && text(value.name)) || address };
}
