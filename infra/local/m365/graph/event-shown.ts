/** Events as answers: one, or a list after its query options, in the zone and with the properties that the caller wants and may see. */
import type { CalendarEvent } from '../core/entities.ts';
import type { World } from '../core/world.ts';
import type { Answer, Call } from './call.ts';
import { etagOf, eventFields, eventProperties, type Reading } from './event-answer.ts';
import { expanded } from './extended.ts';
import { checkOptions, listAnswer, pick, root, selectOf } from './odata/query.ts';
import type { Fields } from './shape.ts';
import type { MailboxUser } from './tenant.ts';
import { preferredZone } from './zones.ts';

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
export function readingOf(call: Call): { reading: Reading; headers: Record<string, string> } {
  const { timeZone, headers } = preferredZone(call);
  return { reading: { timeZone, asText: /outlook\.body-content-type\s*=\s*"text"/i.test(call.header('prefer') ?? '') }, headers };
}

export const context = (user: MailboxUser): string => `users('${user.id}')/events`;

/** With Calendars.ReadBasic alone there is no body. */
export function bare(call: Call, fields: Fields): Fields {
  if (call.caller.permissions.has('Calendars.Read') || call.caller.permissions.has('Calendars.ReadWrite')) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'body' && name !== 'bodyPreview'));
}

export function oneEvent(world: World, call: Call, user: MailboxUser, event: CalendarEvent, status: number): Answer {
  const { reading, headers } = readingOf(call);
  const names = selectOf(call, 'event', [...eventProperties, 'cancelledOccurrences']);
  const days = names?.includes('cancelledOccurrences') && event.series ? { cancelledOccurrences: gapsOf(event) } : {};
  const fields = { ...pick(bare(call, eventFields(world, event, reading)), names), ...days };
  const body = { '@odata.context': `${root}/$metadata#${context(user)}/$entity`, ...fields, ...expanded(call, event.extendedProperties) };
  return { status, headers: { ...headers, ETag: etagOf(event) }, body };
}

/** Told of a master only, and only when it is selected. */
const gapsOf = ({ id, series }: CalendarEvent): string[] => (series?.cancelled ?? []).map((date) => `OID.${id}.${date}`);

export function listEvents(world: World, call: Call, user: MailboxUser, events: CalendarEvent[], name: string): Answer {
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
