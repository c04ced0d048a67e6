import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ResponseKind } from '../core/entities.ts';
import { ada, bo, cy, dan } from '../given.ts';
import { cancelEvent, createEventFor, moveEvent, respondToEvent } from './calendar.ts';
import { copyOf } from './event-store.ts';
import { GraphRefusal } from './refusal.ts';
import { startTrial, type Reply, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.stop());
/** Each test books in calendars that are empty but for the company's own events. */
beforeEach(() => {
  for (const event of trial.world.events.all()) if (event.subject !== 'Flour') trial.world.events.remove(`${event.userId}/${event.id}`);
});

const utc = (dateTime: string): object => ({ dateTime, timeZone: 'UTC' });
const guest = (address: string, type = 'required'): object => ({ type, emailAddress: { address, name: address } });
const talk = {
  subject: 'Talk',
  body: { contentType: 'html', content: '<p>Hi</p>' },
  start: utc('2026-12-09T12:00:00'),
  end: utc('2026-12-09T13:00:00'),
  attendees: [guest('bo@bakery.example')],
};
const post = (change: object = {}, headers: Record<string, string> = {}): Promise<Reply> =>
  trial.call('POST', `/users/${ada}/events`, { ...talk, ...change }, headers);
const copy = (userId: string, made: Reply) =>
  trial.world.events.by('iCalUId', String(made.body.iCalUId)).find((event) => event.userId === userId);
const at = (made: Reply): string => `/users/${ada}/events/${String(made.body.id)}`;
const answerOf = async (made: Reply): Promise<ResponseKind | undefined> =>
  ((await trial.call('GET', at(made))).body.attendees as { status: { response: ResponseKind } }[])[0]?.status.response;

describe('a new event', () => {
  it('is answered in UTC with seven decimals, and lies with the attendee as a question', async () => {
    const made = await post();
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      start: { dateTime: '2026-12-09T12:00:00.0000000', timeZone: 'UTC' },
      isOrganizer: true,
      organizer: { emailAddress: { address: 'ada@bakery.example' } },
      onlineMeeting: null,
    });
    expect(copy(bo, made)).toMatchObject({ responseStatus: { response: 'notResponded' }, showAs: 'tentative', subject: 'Talk' });
    expect(copy(bo, made)?.id).not.toBe(made.body.id);
  });

  it('takes Windows and IANA zones, and is read in the zone preferred', async () => {
    const made = await post({
      start: { dateTime: '2026-07-01T09:00:00', timeZone: 'W. Europe Standard Time' },
      end: { dateTime: '2026-07-01T10:00', timeZone: 'Europe/Stockholm' },
    });
    expect(made.body).toMatchObject({
      start: { dateTime: '2026-07-01T07:00:00.0000000' },
      originalStartTimeZone: 'W. Europe Standard Time',
    });
    const there = await trial.call('GET', at(made), undefined, {
      Prefer: 'outlook.timezone="Tokyo Standard Time", outlook.body-content-type="text"',
    });
    expect(there.body).toMatchObject({
      start: { dateTime: '2026-07-01T16:00:00.0000000', timeZone: 'Tokyo Standard Time' },
      body: { contentType: 'text', content: 'Hi' },
    });
    expect(there.headers.get('preference-applied')).toBe('outlook.timezone="Tokyo Standard Time"');
  });

  it('is a Teams meeting when wanted, with a chat of its people, and stays one', async () => {
    const made = await post({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
    const { joinUrl } = made.body.onlineMeeting as { joinUrl: string };
    const [meeting] = trial.world.onlineMeetings.by('joinUrl', joinUrl);
    expect(trial.world.chats.get(meeting?.chatId ?? '')?.memberIds).toEqual([ada, bo]);
    const patched = await trial.call('PATCH', at(made), {
      isOnlineMeeting: false,
      attendees: [guest('bo@bakery.example'), guest('cy@bakery.example')],
    });
    expect(patched.body).toMatchObject({ isOnlineMeeting: true, onlineMeeting: { joinUrl } });
    expect(trial.world.chats.get(meeting?.chatId ?? '')?.memberIds).toEqual([ada, bo, cy]);
  });

  it('is made once per transactionId; another event under the same id is refused', async () => {
    const transactionId = 'once';
    const made = await post({ transactionId });
    expect((await post({ transactionId })).body.id).toBe(made.body.id);
    expect((await post({ transactionId, subject: 'Another' })).body.error?.code).toBe('ErrorDuplicateTransactionId');
    expect((await trial.call('PATCH', at(made), { transactionId: 'twice' })).body.error?.code).toBe('ErrorInvalidPropertySet');
  });

  const refused: [string, object, number, string][] = [
    ['an unknown property', { colour: 'red' }, 400, 'RequestBodyRead'],
    ['an unknown property further in', { body: { contentType: 'html', text: 'x' } }, 400, 'RequestBodyRead'],
    ['a value of another type', { isAllDay: 'yes' }, 400, 'RequestBodyRead'],
    ['a value not in the list', { sensitivity: 'secret' }, 400, 'RequestBodyRead'],
    ['an end before the start', { end: utc('2026-12-09T11:00:00') }, 400, 'ErrorPropertyValidationFailure'],
    ['no start', { start: null }, 400, 'ErrorPropertyValidationFailure'],
    ['a zone nobody knows', { start: { dateTime: '2026-12-09T12:00:00', timeZone: 'Moon' } }, 400, 'TimeZoneNotSupportedException'],
    ['an all-day event that begins at noon', { isAllDay: true }, 400, 'ErrorInvalidRequest'],
    ['an attendee without address', { attendees: [{ emailAddress: { name: 'Bo' } }] }, 400, 'ErrorInvalidRecipients'],
    [
      'too many attendees',
      { attendees: Array.from({ length: 501 }, (_, index) => guest(`a${index}@b.example`)) },
      400,
      'ErrorInvalidRequest',
    ],
    ['an attachment, which is not kept here', { attachments: [{ name: 'a' }] }, 501, 'NotImplemented'],
  ];
  it.each(refused)('is refused with %s', async (_what, change, status, code) => {
    const { status: given, body } = await post(change);
    expect([given, body.error?.code]).toEqual([status, code]);
  });

  it('needs a mailbox', async () => {
    expect((await trial.call('POST', `/users/${dan}/events`, talk)).body.error?.code).toBe('MailboxNotEnabledForRESTAPI');
    expect(() => createEventFor(trial.world, dan, { start: '', end: '' })).toThrow(GraphRefusal);
  });
});

describe('invitations', () => {
  it('are answered; the organiser sees it, others do not', async () => {
    const made = await post({ attendees: [guest('bo@bakery.example'), guest('cy@bakery.example')] });
    const mine = copy(bo, made)?.id ?? '';
    expect((await trial.call('POST', `/users/${bo}/events/${mine}/tentativelyAccept`, { Comment: 'Maybe' })).status).toBe(202);
    expect(copy(bo, made)).toMatchObject({ showAs: 'tentative', responseStatus: { response: 'tentativelyAccepted' } });
    expect((await trial.call('POST', `/users/${bo}/events/${mine}/accept`)).status).toBe(202);
    expect(copy(bo, made)).toMatchObject({ showAs: 'busy', responseStatus: { response: 'accepted' } });
    expect(await answerOf(made)).toBe('accepted');
    expect(copy(cy, made)?.attendees[0]?.status.response).toBe('none');
  });

  it('can be answered without telling', async () => {
    const made = await post();
    await trial.call('POST', `/users/${bo}/events/${copy(bo, made)?.id ?? ''}/accept`, { sendResponse: false });
    expect([copy(bo, made)?.responseStatus.response, await answerOf(made)]).toEqual(['accepted', 'none']);
  });

  it('that are declined leave the calendar, and come back with a new time, asked again', async () => {
    const made = await post();
    await trial.call('POST', `/users/${bo}/events/${copy(bo, made)?.id ?? ''}/decline`);
    expect([copy(bo, made), await answerOf(made)]).toEqual([undefined, 'declined']);
    await trial.call('PATCH', at(made), { subject: 'The talk' });
    expect(copy(bo, made)).toBeUndefined();
    await trial.call('PATCH', at(made), { end: utc('2026-12-09T14:00:00') });
    expect([copy(bo, made)?.end, await answerOf(made)]).toEqual(['2026-12-09T14:00:00.000Z', 'none']);
  });

  it('are for attendees: the organiser cannot answer, an attendee can neither move nor cancel', async () => {
    const made = await post({ responseRequested: false });
    const mine = `/users/${bo}/events/${copy(bo, made)?.id ?? ''}`;
    const refusals = [
      await trial.call('POST', `${at(made)}/accept`),
      await trial.call('PATCH', mine, { start: utc('2026-12-09T12:30:00') }),
      await trial.call('POST', `${mine}/cancel`, {}),
      await trial.call('POST', `${mine}/accept`, { sendResponse: true }),
      await trial.call('POST', `${mine}/accept`, {
        proposedNewTime: { start: utc('2026-12-10T12:00:00'), end: utc('2026-12-10T13:00:00') },
      }),
    ];
    expect(refusals.map(({ status, body }) => [status, body.error?.code])).toEqual(refusals.map(() => [400, 'ErrorInvalidRequest']));
    expect((await trial.call('PATCH', mine, { categories: ['Blue'], reminderMinutesBeforeStart: 5 })).body).toMatchObject({
      categories: ['Blue'],
    });
    expect((await trial.call('GET', at(made))).body.categories).toEqual([]);
  });
});

describe('a change', () => {
  it('reaches the copies, and raises the change key', async () => {
    const made = await post();
    const patched = await trial.call(
      'PATCH',
      at(made),
      { subject: 'Moved', location: { displayName: 'Room 1' } },
      { 'If-Match': made.headers.get('etag') ?? '' },
    );
    expect(patched.body.changeKey).not.toBe(made.body.changeKey);
    expect(copy(bo, made)).toMatchObject({ subject: 'Moved', location: 'Room 1' });
    const late = await trial.call('PATCH', at(made), { subject: 'Late' }, { 'If-Match': made.headers.get('etag') ?? '' });
    expect([late.status, late.body.error?.code]).toEqual([412, 'ErrorIrresolvableConflict']);
  });

  it('of attendees cancels for those who are out', async () => {
    const made = await post();
    await trial.call('PATCH', at(made), { attendees: [guest('cy@bakery.example')] });
    expect(copy(bo, made)).toMatchObject({ isCancelled: true, showAs: 'free', subject: 'Canceled: Talk' });
    expect(copy(cy, made)?.isCancelled).toBe(false);
  });

  it('cancelled by the organiser is gone there and marked with the others', async () => {
    for (const [method, path] of [
      ['POST', '/cancel'],
      ['DELETE', ''],
    ] as const) {
      const made = await post();
      const done = await trial.call(method, `${at(made)}${path}`, method === 'POST' ? { comment: 'Ill' } : undefined);
      expect([done.status, (await trial.call('GET', at(made))).body.error?.code]).toEqual([
        method === 'POST' ? 202 : 204,
        'ErrorItemNotFound',
      ]);
      expect(copy(bo, made)?.isCancelled).toBe(true);
      await trial.call('DELETE', `/users/${bo}/events/${copy(bo, made)?.id ?? ''}`);
      expect(copy(bo, made)).toBeUndefined();
    }
  });
});

describe('extended properties', () => {
  const id = 'String {7a1f3c58-2a54-4b8e-9a53-8c0d2f6f5a11} Name Key';
  const withKey = { singleValueExtendedProperties: [{ id, value: '7' }] };
  it('are searched, shown on demand, kept over changes, and not given to attendees', async () => {
    const made = await post(withKey);
    await trial.call('PATCH', at(made), { subject: 'Changed' });
    const filter = encodeURIComponent(`singleValueExtendedProperties/any(ep: ep/id eq '${id}' and ep/value eq '7')`);
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`);
    const found = await trial.call('GET', `/users/${ada}/events?$filter=${filter}&$select=subject`);
    expect(found.body.value).toEqual([{ '@odata.etag': expect.any(String), id: made.body.id, subject: 'Changed' }]);
    expect((await trial.call('GET', `${at(made)}?$expand=${expand}`)).body).toMatchObject(withKey);
    expect(copy(bo, made)?.extendedProperties).toEqual([]);
    expect((await trial.call('GET', `${at(made)}?$expand=attachments`)).status).toBe(400);
  });
});

describe('a view', () => {
  const path = `/users/${ada}/calendarView`;
  const week = 'startDateTime=2026-12-07T00:00:00Z&endDateTime=2026-12-12T00:00:00Z';
  const subjects = ({ body }: Reply): unknown[] => (body.value as { subject?: string }[]).map(({ subject }) => subject);

  it('shows what touches the window, and is sorted and filtered like a list', async () => {
    await post();
    expect(subjects(await trial.call('GET', `${path}?${week}`))).toEqual(['Flour', 'Talk']);
    expect(subjects(await trial.call('GET', `${path}?${week}&$orderby=start/dateTime desc&$top=1`))).toEqual(['Talk']);
    expect(subjects(await trial.call('GET', `/users/${ada}/events?$filter=start/dateTime ge '2026-12-09T00:00'`))).toEqual(['Talk']);
    expect((await trial.call('GET', path)).body.error?.code).toBe('ErrorInvalidParameter');
  });

  it('tells what has changed since: new, moved, gone, and gone elsewhere', async () => {
    const begun = await trial.call('GET', `${path}/delta?${week}`, undefined, { Prefer: 'odata.maxpagesize=50' });
    expect(subjects(begun)).toEqual(['Flour']);
    const made = await post();
    const second = await trial.call('GET', String(begun.body['@odata.deltaLink']));
    expect(second.body.value).toMatchObject([{ '@odata.type': '#microsoft.graph.event', subject: 'Talk' }]);
    await trial.call('PATCH', at(made), { start: utc('2027-01-09T12:00:00'), end: utc('2027-01-09T13:00:00') });
    const third = await trial.call('GET', String(second.body['@odata.deltaLink']));
    expect(third.body.value).toEqual([{ '@odata.type': '#microsoft.graph.event', id: made.body.id, '@removed': { reason: 'deleted' } }]);
    expect(subjects(await trial.call('GET', String(third.body['@odata.deltaLink'])))).toEqual([]);
    expect((await trial.call('GET', `${path}/delta?${week}&$select=subject`)).status).toBe(400);
    expect((await trial.call('GET', `${path}/delta?$deltatoken=old`)).status).toBe(410);
  });

  it('is paged by preference', async () => {
    await post();
    const first = await trial.call('GET', `${path}/delta?${week}`, undefined, { Prefer: 'odata.maxpagesize=1' });
    const next = await trial.call('GET', String(first.body['@odata.nextLink']), undefined, { Prefer: 'odata.maxpagesize=1' });
    expect([...subjects(first), ...subjects(next)].sort()).toEqual(['Flour', 'Talk']);
    expect(next.body['@odata.deltaLink']).toBeTypeOf('string');
  });
});

describe('for the desk', () => {
  it('a person answers, moves and cancels as in Outlook', () => {
    const { world } = trial;
    const attendees = [{ type: 'required' as const, emailAddress: { address: 'bo@bakery.example', name: 'Bo' } }];
    const made = createEventFor(world, ada, {
      subject: 'Desk',
      start: '2026-12-10T08:00:00.000Z',
      end: '2026-12-10T09:00:00.000Z',
      attendees,
    });
    respondToEvent(world, bo, copyOf(world, bo, made)?.id ?? '', 'accept');
    const moved = moveEvent(world, ada, made.id, { start: '2026-12-10T10:00:00.000Z', end: '2026-12-10T11:00:00.000Z' });
    expect([moved.attendees[0]?.status.response, copyOf(world, bo, made)?.start]).toEqual(['none', '2026-12-10T10:00:00.000Z']);
    cancelEvent(world, ada, made.id);
    expect(copyOf(world, bo, made)?.isCancelled).toBe(true);
    expect(() => respondToEvent(world, bo, copyOf(world, bo, made)?.id ?? '', 'accept')).toThrow(GraphRefusal);
  });
});
