import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bo } from '../given.ts';
import { startTrial, type Reply, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await startTrial();
});
afterAll(() => trial.stop());

const utc = (dateTime: string): object => ({ dateTime, timeZone: 'UTC' });
const question = { schedules: ['ada@bakery.example'], startTime: utc('2026-12-07T07:00:00'), endTime: utc('2026-12-07T10:00:00') };
const ask = (change: object = {}, asked = ada, headers: Record<string, string> = {}): Promise<Reply> =>
  trial.call('POST', `/users/${asked}/calendar/getSchedule`, { ...question, ...change }, headers);
type Schedule = { scheduleId: string; availabilityView: string; scheduleItems: object[]; error?: { responseCode: string } };
const schedules = ({ body }: Reply): Schedule[] => body.value as Schedule[];

describe('getSchedule', () => {
  it('shows the slots, the items and the working hours', async () => {
    const [schedule] = schedules(await ask({ availabilityViewInterval: 30 }));
    expect(schedule).toEqual({
      scheduleId: 'ada@bakery.example',
      availabilityView: '002200',
      scheduleItems: [
        {
          isPrivate: false,
          subject: 'Flour',
          location: '',
          status: 'busy',
          start: { dateTime: '2026-12-07T08:00:00.0000000', timeZone: 'UTC' },
          end: { dateTime: '2026-12-07T09:00:00.0000000', timeZone: 'UTC' },
        },
      ],
      workingHours: {
        daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
        startTime: '08:00:00.0000000',
        endTime: '17:00:00.0000000',
        timeZone: { name: 'W. Europe Standard Time' },
      },
    });
  });

  it('takes parameters as the metadata spell them, and answers in the zone preferred', async () => {
    const body = { Schedules: question.schedules, StartTime: question.startTime, EndTime: question.endTime, AvailabilityViewInterval: 60 };
    const answer = await trial.call('POST', `/users/${ada}/calendar/getSchedule`, body, { Prefer: 'outlook.timezone="Europe/Stockholm"' });
    expect(schedules(answer)[0]).toMatchObject({
      availabilityView: '020',
      scheduleItems: [{ start: { dateTime: '2026-12-07T09:00:00.0000000', timeZone: 'Europe/Stockholm' } }],
    });
  });

  it('tells others when, not what; of a private time not even its owner’s app learns what', async () => {
    const whole = { startTime: utc('2026-12-07T00:00:00'), endTime: utc('2026-12-09T00:00:00') };
    const [seen] = schedules(await ask(whole, bo));
    expect(seen?.scheduleItems.map((item) => Object.keys(item).sort())).toEqual([
      ['end', 'start', 'status'],
      ['end', 'start', 'status'],
    ]);
    const [own] = schedules(await ask(whole));
    expect(own?.scheduleItems[1]).toMatchObject({ isPrivate: true, status: 'oof' });
    expect(own?.scheduleItems[1]).not.toHaveProperty('subject');
  });

  it('names the addresses it does not know, and those of other tenants', async () => {
    const found = schedules(await ask({ schedules: ['nobody@bakery.example', 'eve@mill.example', 'bo@bakery.example'] }));
    expect(found.map(({ scheduleId, error }) => [scheduleId, error?.responseCode])).toEqual([
      ['nobody@bakery.example', 'ErrorMailRecipientNotFound'],
      ['eve@mill.example', 'ErrorMailRecipientNotFound'],
      ['bo@bakery.example', undefined],
    ]);
  });

  const refused: [string, object, string][] = [
    ['nobody', { schedules: [] }, 'ErrorInvalidParameter'],
    ['more than twenty', { schedules: Array.from({ length: 21 }, (_, index) => `p${index}@bakery.example`) }, 'ErrorInvalidParameter'],
    ['more than 62 days', { endTime: utc('2027-03-07T07:00:00') }, 'ErrorTimeIntervalTooBig'],
    ['no time at all', { endTime: question.startTime }, 'ErrorInvalidTimeInterval'],
    ['slots of a minute', { availabilityViewInterval: 1 }, 'ErrorInvalidMergedFreeBusyInterval'],
    ['something unknown', { rooms: [] }, 'RequestBodyRead'],
  ];
  it.each(refused)('refuses %s', async (_what, change, code) => {
    const { status, body } = await ask(change);
    expect([status, body.error?.code]).toEqual([400, code]);
  });
});
