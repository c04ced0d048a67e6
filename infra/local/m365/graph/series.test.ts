import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ada, bo, cy } from '../given.ts';
import { restoreEvent } from './restore-event.ts';
import { startTrial, type Reply, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
  // More invitations in a moment than a person sends.
  trial.world.limits.off.push('mailboxMessages');
});
afterAll(() => trial.stop());
beforeEach(() => {
  for (const event of trial.world.events.all()) trial.world.events.remove(`${event.userId}/${event.id}`);
});

type Shown = {
  id: string;
  type?: string;
  subject?: string;
  seriesMasterId?: string | null;
  start: { dateTime: string };
  '@removed'?: object;
};
const zone = 'W. Europe Standard Time';
const at = (dateTime: string, timeZone = zone): object => ({ dateTime, timeZone });
/** Every Monday at nine, over the night on which summer time begins (28 March 2027). */
const mondays = {
  subject: 'Monday',
  start: at('2027-03-15T09:00:00'),
  end: at('2027-03-15T09:30:00'),
  attendees: [{ type: 'required', emailAddress: { address: 'bo@bakery.example', name: 'Bo' } }],
  recurrence: {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday'], firstDayOfWeek: 'monday' },
    range: { type: 'numbered', startDate: '2027-03-15', numberOfOccurrences: 4 },
  },
};
const make = async (change: object = {}): Promise<string> => {
  const made = await trial.call('POST', `/users/${ada}/events`, { ...mondays, ...change });
  expect(made.status).toBe(201);
  return String(made.body.id);
};
const span = 'startDateTime=2027-03-01T00:00:00Z&endDateTime=2027-05-01T00:00:00Z';
const shown = ({ body }: Reply): Shown[] => body.value as Shown[];
const view = async (userId: string): Promise<Shown[]> => shown(await trial.call('GET', `/users/${userId}/calendarView?${span}&$top=50`));
const days = (events: Shown[]): string[] => events.map(({ start }) => start.dateTime.slice(5, 16));
const all = ['03-15T08:00', '03-22T08:00', '03-29T07:00', '04-05T07:00'];
const idOn = async (userId: string, day: string): Promise<string> =>
  (await view(userId)).find(({ start }) => start.dateTime.slice(5, 10) === day)?.id ?? '';
const path = (userId: string, id: string): string => `/users/${userId}/events/${id}`;

describe('a series', () => {
  it('is one master, and in a view its days, at the same time of day on both sides of a change of clocks', async () => {
    const id = await make();
    const listed = shown(await trial.call('GET', `/users/${ada}/events`));
    expect(listed).toMatchObject([{ id, type: 'seriesMaster', seriesMasterId: null, recurrence: { pattern: { daysOfWeek: ['monday'] } } }]);
    for (const who of [ada, bo]) expect(days(await view(who))).toEqual(all);
    expect(await view(ada)).toMatchObject(all.map(() => ({ type: 'occurrence', seriesMasterId: id, subject: 'Monday', recurrence: null })));
    expect(shown(await trial.call('GET', `${path(ada, id)}/instances?${span}`))).toEqual(await view(ada));
    const [first, second] = await view(ada);
    expect(await trial.call('GET', path(ada, second?.id ?? ''))).toMatchObject({
      status: 200,
      body: { originalStart: '2027-03-22T08:00:00Z', type: 'occurrence' },
    });
    const [bos] = await view(bo);
    expect((first as { iCalUId?: string }).iCalUId).toBe((bos as { iCalUId?: string }).iCalUId);
    expect((first as { iCalUId?: string }).iCalUId).not.toBe((second as { iCalUId?: string }).iCalUId);
    expect(bos?.id).not.toBe(first?.id);
  });

  it('takes its time in free and busy', async () => {
    await make({ showAs: 'oof' });
    const asked = { schedules: ['ada@bakery.example'], startTime: at('2027-03-29T00:00:00'), endTime: at('2027-03-30T00:00:00') };
    const { value } = (await trial.call('POST', `/users/${ada}/calendar/getSchedule`, asked)).body as {
      value: { scheduleItems: object[] }[];
    };
    expect(value[0]?.scheduleItems).toMatchObject([{ status: 'oof', start: { dateTime: '2027-03-29T07:00:00.0000000' } }]);
  });

  const refused: [string, object, string][] = [
    ['an unknown property', { pattern: { kind: 'daily' } }, 'RequestBodyRead'],
    ['a pattern without an interval', { pattern: { type: 'daily' } }, 'ErrorPropertyValidationFailure'],
    ['a week without days', { pattern: { type: 'weekly', interval: 1 } }, 'ErrorPropertyValidationFailure'],
    [
      'an end before the start',
      { range: { type: 'endDate', startDate: '2027-03-15', endDate: '2027-03-14' } },
      'ErrorPropertyValidationFailure',
    ],
    ['another first day', { range: { type: 'noEnd', startDate: '2027-03-16' } }, 'ErrorPropertyValidationFailure'],
    [
      'no day at all',
      {
        pattern: { type: 'weekly', interval: 1, daysOfWeek: ['sunday'] },
        range: { type: 'endDate', startDate: '2027-03-15', endDate: '2027-03-20' },
      },
      'ErrorRecurrenceHasNoOccurrence',
    ],
  ];
  it.each(refused)('is refused with %s', async (_what, change, code) => {
    const made = await trial.call('POST', `/users/${ada}/events`, { ...mondays, recurrence: { ...mondays.recurrence, ...change } });
    expect([made.status, made.body.error?.code]).toEqual([400, code]);
  });

  it('becomes a single event, and a single event a series', async () => {
    const id = await make({ recurrence: null });
    expect(days(await view(bo))).toEqual(all.slice(0, 1));
    expect((await trial.call('PATCH', path(ada, id), { recurrence: mondays.recurrence })).body.type).toBe('seriesMaster');
    expect(days(await view(bo))).toEqual(all);
    const day = await idOn(ada, '03-22');
    expect((await trial.call('PATCH', path(ada, day), { recurrence: mondays.recurrence })).status).toBe(400);
    expect((await trial.call('PATCH', path(ada, id), { recurrence: null })).body.type).toBe('singleInstance');
    expect(days(await view(bo))).toEqual(all.slice(0, 1));
  });
});

describe('one day of a series', () => {
  it('that is moved is an exception under its old id, for everybody, and follows the series in what was not changed', async () => {
    const id = await make();
    const day = await idOn(ada, '03-22');
    const moved = await trial.call('PATCH', path(ada, day), { start: at('2027-03-23T10:00:00'), end: at('2027-03-23T10:30:00') });
    expect(moved.body).toMatchObject({ id: day, type: 'exception', seriesMasterId: id, originalStart: '2027-03-22T08:00:00Z' });
    for (const who of [ada, bo]) expect(days(await view(who))).toEqual([all[0], '03-23T09:00', ...all.slice(2)]);
    await trial.call('PATCH', path(ada, id), { subject: 'Week' });
    for (const who of [ada, bo]) expect((await view(who)).map(({ subject }) => subject)).toEqual(all.map(() => 'Week'));
    expect(days(await view(bo))[1]).toBe('03-23T09:00');
    await trial.call('PATCH', path(ada, id), { start: at('2027-03-15T11:00:00'), end: at('2027-03-15T11:30:00') });
    for (const who of [ada, bo]) expect(days(await view(who))).toEqual(['03-15T10:00', '03-22T10:00', '03-29T09:00', '04-05T09:00']);
  });

  it('that is thrown away is gone, marked with the others, and named only when asked for', async () => {
    const id = await make();
    const day = await idOn(ada, '03-29');
    expect((await trial.call('DELETE', path(ada, day))).status).toBe(204);
    expect((await trial.call('GET', path(ada, day))).body.error?.code).toBe('ErrorItemNotFound');
    expect(days(await view(ada))).toEqual([all[0], all[1], all[3]]);
    expect((await view(bo))[2]).toMatchObject({ subject: 'Canceled: Monday', isCancelled: true, type: 'exception' });
    const master = await trial.call('GET', `${path(ada, id)}?$select=subject,cancelledOccurrences`);
    expect(master.body.cancelledOccurrences).toEqual([`OID.${id}.2027-03-29`]);
    expect((await trial.call('GET', path(ada, id))).body).not.toHaveProperty('cancelledOccurrences');
    // What the attendee then throws away stays away when the series is changed.
    await trial.call('DELETE', path(bo, await idOn(bo, '04-05')));
    await trial.call('PATCH', path(ada, id), { subject: 'Week' });
    expect(days(await view(bo))).toEqual(all.slice(0, 3));
  });

  it('is answered by itself', async () => {
    await make();
    await trial.call('POST', `${path(bo, await idOn(bo, '03-22'))}/accept`);
    await trial.call('POST', `${path(bo, await idOn(bo, '03-29'))}/decline`);
    expect(days(await view(bo))).toEqual([all[0], all[1], all[3]]);
    const answers = (await view(ada)) as unknown as { attendees: { status: { response: string } }[] }[];
    expect(answers.map(({ attendees }) => attendees[0]?.status.response)).toEqual(['none', 'accepted', 'declined', 'none']);
  });

  it('may have a guest of its own, who has a single event', async () => {
    await make();
    const attendees = [...mondays.attendees, { emailAddress: { address: 'cy@bakery.example' } }];
    await trial.call('PATCH', path(ada, await idOn(ada, '03-22')), { attendees });
    expect(await view(cy)).toMatchObject([
      { type: 'singleInstance', subject: 'Monday', start: { dateTime: '2027-03-22T08:00:00.0000000' } },
    ]);
  });
});

describe('the delta of a series', () => {
  const next = async (link: unknown): Promise<{ value: Shown[]; link: unknown }> => {
    const reply = await trial.call('GET', String(link));
    return { value: shown(reply), link: reply.body['@odata.deltaLink'] };
  };
  const first = (userId: string): ReturnType<typeof next> => next(`/users/${userId}/calendarView/delta?${span}`);

  it('is its master and all its days, of which it says no more than when they are, on one page', async () => {
    const id = await make();
    const paged = await trial.call('GET', `/users/${ada}/calendarView/delta?${span}`, undefined, { Prefer: 'odata.maxpagesize=2' });
    expect(shown(paged).map(({ type }) => type)).toEqual(['seriesMaster', ...all.map(() => 'occurrence')]);
    const keys = ['@odata.etag', '@odata.type', 'end', 'id', 'seriesMasterId', 'start', 'type'];
    expect(Object.keys(shown(paged)[1] ?? {}).sort()).toEqual(keys);
    expect(shown(paged)[0]).toMatchObject({ id, subject: 'Monday' });
  });

  it('tells a moved day with the whole series, a day thrown away by its absence only, and a series thrown away as removed', async () => {
    const id = await make();
    let round = await first(ada);
    await trial.call('PATCH', path(ada, await idOn(ada, '03-22')), { subject: 'Other' });
    round = await next(round.link);
    expect(round.value.map(({ type, subject }) => subject ?? type)).toEqual(['Monday', 'occurrence', 'Other', 'occurrence', 'occurrence']);
    const gone = await idOn(ada, '04-05');
    await trial.call('DELETE', path(ada, gone));
    round = await next(round.link);
    expect(round.value).toHaveLength(4);
    expect(JSON.stringify(round.value)).not.toContain(gone);
    await trial.call('DELETE', path(ada, id));
    round = await next(round.link);
    expect(round.value).toContainEqual({ '@odata.type': '#microsoft.graph.event', id, '@removed': { reason: 'deleted' } });
    expect(round.value.every((one) => one['@removed'])).toBe(true);
    expect((await next(round.link)).value).toEqual([]);
  });

  it('tells that a series was replaced by another: the old one cancelled, the new one whole', async () => {
    const old = await make();
    let round = await first(bo);
    await trial.call('DELETE', path(ada, old));
    await make({ subject: 'Anew' });
    round = await next(round.link);
    expect(
      round.value
        .filter(({ type }) => type === 'seriesMaster')
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(['Anew', 'Canceled: Monday']);
  });

  it('tells what another organiser made, moved, and gave another zone; an attendee can change none of it', async () => {
    const begun = await first(bo);
    const id = await make({ recurrence: null });
    const made = await next(begun.link);
    expect(made.value).toMatchObject([{ isOrganizer: false, organizer: { emailAddress: { address: 'ada@bakery.example' } } }]);
    const mine = path(bo, made.value[0]?.id ?? '');
    await trial.call('POST', `${mine}/accept`);
    const before = (await trial.call('GET', mine)).body;
    const other = { start: at('2027-03-15T08:00:00', 'UTC'), end: at('2027-03-15T08:30:00', 'UTC') };
    expect((await trial.call('PATCH', path(ada, id), other)).body).toMatchObject({
      originalStartTimeZone: 'UTC',
      start: { dateTime: '2027-03-15T08:00:00.0000000' },
    });
    const zoned = await next(made.link);
    // The same instants: nobody is asked again.
    expect(zoned.value).toMatchObject([{ originalStartTimeZone: 'UTC', responseStatus: { response: 'accepted' } }]);
    expect(zoned.value[0]).not.toMatchObject({ changeKey: before.changeKey });
    expect((await trial.call('PATCH', mine, other)).body.error?.code).toBe('ErrorInvalidRequest');
    await trial.call('PATCH', path(ada, id), { start: at('2027-03-16T09:00:00'), end: at('2027-03-16T09:30:00') });
    expect((await next(zoned.link)).value).toMatchObject([
      { start: { dateTime: '2027-03-16T08:00:00.0000000' }, responseStatus: { response: 'notResponded' } },
    ]);
  });
});

describe('what was thrown away', () => {
  it('comes back as the same meeting under another id, and says nothing to the others until it is changed', async () => {
    const id = await make({ recurrence: null, transactionId: 'kept' });
    const before = (await trial.call('GET', path(ada, id))).body;
    const begun = await trial.call('GET', `/users/${ada}/calendarView/delta?${span}`);
    await trial.call('DELETE', path(ada, id));
    const back = restoreEvent(trial.world, ada, id);
    expect(back).toMatchObject({ iCalUId: before.iCalUId, subject: 'Monday', transactionId: 'kept' });
    expect(back.id).not.toBe(id);
    const told = shown(await trial.call('GET', String(begun.body['@odata.deltaLink'])));
    expect(told).toHaveLength(2);
    expect(told.find((one) => one.id === id)).toHaveProperty('@removed');
    expect(told.find((one) => one.id === back.id)).toMatchObject({ iCalUId: before.iCalUId, type: 'singleInstance' });
    expect((await trial.call('GET', path(ada, id))).status).toBe(404);
    expect(await view(bo)).toMatchObject([{ isCancelled: true }]);
    await trial.call('PATCH', path(ada, back.id), { subject: 'Back' });
    expect(await view(bo)).toMatchObject([{ isCancelled: false, subject: 'Back' }]);
    expect(() => restoreEvent(trial.world, ada, id)).toThrow('not found');
  });

  it('is, of one day of a series, back in the series', async () => {
    await make();
    const day = await idOn(ada, '03-22');
    await trial.call('DELETE', path(ada, day));
    expect(restoreEvent(trial.world, ada, day).id).toBe(day);
    expect(days(await view(ada))).toEqual(all);
  });

  it('is gone for good when that was asked for', async () => {
    const id = await make();
    expect((await trial.call('POST', `${path(ada, id)}/permanentDelete`)).status).toBe(204);
    expect(await view(ada)).toEqual([]);
    expect(await view(bo)).toMatchObject(all.map(() => ({ isCancelled: true })));
    expect(() => restoreEvent(trial.world, ada, id)).toThrow('not found');
  });
});
