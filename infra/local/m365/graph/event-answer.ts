/** An event as Graph writes it. */
import type { CalendarEvent, User } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import type { Fields } from './shape.ts';
import { writeDay, writeTime } from './zones.ts';

export const eventProperties = [
  ...[
    'categories',
    'changeKey',
    'createdDateTime',
    'lastModifiedDateTime',
    'allowNewTimeProposals',
    'attendees',
    'body',
    'bodyPreview',
    'end',
  ],
  ...['hasAttachments', 'hideAttendees', 'iCalUId', 'importance', 'isAllDay', 'isCancelled', 'isDraft', 'isOnlineMeeting', 'isOrganizer'],
  ...[
    'isReminderOn',
    'location',
    'locations',
    'onlineMeeting',
    'onlineMeetingProvider',
    'onlineMeetingUrl',
    'organizer',
    'originalEndTimeZone',
  ],
  ...[
    'originalStartTimeZone',
    'recurrence',
    'reminderMinutesBeforeStart',
    'responseRequested',
    'responseStatus',
    'sensitivity',
    'seriesMasterId',
  ],
  ...['showAs', 'start', 'subject', 'transactionId', 'type', 'webLink', 'id', 'originalStart'],
];

/** How the caller wants to read it. */
export type Reading = { timeZone: string; asText: boolean };

export function eventFields(world: World, event: CalendarEvent, { timeZone, asText }: Reading): Fields {
  const { id, userId, organizerId } = event;
  const time = (at: string): unknown => (event.isAllDay ? writeDay(at, event.originalTimeZone, timeZone) : writeTime(at, timeZone));
  const meeting = event.onlineMeetingId === null ? undefined : world.onlineMeetings.get(event.onlineMeetingId);
  const text = textOf(event.body);
  const place = placeOf(event.location);
  return {
    '@odata.etag': etagOf(event),
    id,
    createdDateTime: outlookTime(event.createdDateTime),
    lastModifiedDateTime: outlookTime(event.lastModifiedDateTime),
    changeKey: changeKeyOf(event),
    categories: event.categories,
    transactionId: event.transactionId,
    originalStartTimeZone: event.originalTimeZone,
    originalEndTimeZone: event.originalTimeZone,
    iCalUId: event.iCalUId,
    reminderMinutesBeforeStart: event.reminderMinutesBeforeStart,
    isReminderOn: event.isReminderOn,
    hasAttachments: false,
    subject: event.subject,
    bodyPreview: text.slice(0, 255),
    importance: event.importance,
    sensitivity: event.sensitivity,
    isAllDay: event.isAllDay,
    isCancelled: event.isCancelled,
    isOrganizer: userId === organizerId,
    responseRequested: event.responseRequested,
    seriesMasterId: event.occurrence?.masterId ?? null,
    showAs: event.showAs,
    type: typeOf(event),
    webLink: `https://outlook.office365.com/owa/?itemid=${encodeURIComponent(id)}&exvsurl=1&path=/calendar/item`,
    onlineMeetingUrl: null,
    isOnlineMeeting: meeting !== undefined,
    onlineMeetingProvider: meeting ? 'teamsForBusiness' : 'unknown',
    allowNewTimeProposals: event.allowNewTimeProposals,
    isDraft: false,
    hideAttendees: event.hideAttendees,
    recurrence: event.series?.recurrence ?? null,
    ...(event.occurrence ? { originalStart: event.occurrence.originalStart.replace('.000Z', 'Z') } : {}),
    responseStatus: event.responseStatus,
    body: asText ? { contentType: 'text', content: text } : event.body,
    start: time(event.start),
    end: time(event.end),
    location: place,
    locations: event.location === '' ? [] : [place],
    attendees: event.attendees.map(({ type, status, emailAddress }) => ({ type, status, emailAddress })),
    organizer: { emailAddress: addressOf(world.users.get(organizerId)) },
    onlineMeeting: meeting ? { joinUrl: meeting.joinUrl } : null,
  };
}

/** Of an occurrence as calendarView/delta tells it, which is nothing but when it is. */
export function occurrenceFields(event: CalendarEvent, { timeZone }: Reading): Fields {
  const time = (at: string): unknown => (event.isAllDay ? writeDay(at, event.originalTimeZone, timeZone) : writeTime(at, timeZone));
  return {
    '@odata.etag': etagOf(event),
    id: event.id,
    seriesMasterId: event.occurrence?.masterId ?? null,
    type: typeOf(event),
    start: time(event.start),
    end: time(event.end),
  };
}

function typeOf({ series, occurrence }: CalendarEvent): string {
  if (series) return 'seriesMaster';
  return occurrence ? (occurrence.isException ? 'exception' : 'occurrence') : 'singleInstance';
}

const placeOf = (name: string): Fields => ({
  displayName: name,
  locationType: 'default',
  uniqueId: name,
  uniqueIdType: name === '' ? 'unknown' : 'private',
});

export const addressOf = (user: User | undefined): { name: string; address: string } => ({
  name: user?.displayName ?? '',
  address: user?.mail ?? user?.userPrincipalName ?? '',
});

/** Outlook's instants carry seven decimals. */
export const outlookTime = (at: string): string => at.replace(/\.(\d{3})Z$/, '.$10000Z');

const changeKeyOf = ({ iCalUId, version }: CalendarEvent): string => Buffer.from(`${iCalUId.slice(-24)}:${version}`).toString('base64');
export const etagOf = (event: CalendarEvent): string => `W/"${changeKeyOf(event)}"`;

/** Text of an HTML body, near enough for a preview. */
export function textOf({ contentType, content }: { contentType: 'text' | 'html'; content: string }): string {
  if (contentType === 'text') return content;
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };
  return content
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/gi, '')
    .replaceAll(/<br\s*\/?>|<\/p>|<\/div>/gi, '\r\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/&(amp|lt|gt|quot|nbsp|#39);/g, (whole, name: string) => entities[name] ?? whole)
    .trim();
}
