import { describe, expect, it } from 'vitest';
import { givenProblem, inputOf } from '#test/given/problem.ts';
import { busyOf, instanceOf } from './instance-of.ts';

const talkOf = (said: Parameters<typeof givenProblem>[0], id: string) => givenProblem(said).instance.talks.find((talk) => talk.id === id);

describe('a planning problem', () => {
  it('holds everybody once, manager or employee, and each talk with its window', () => {
    const { instance } = givenProblem({ pairs: ['maja>vera', 'erik>maja'], lengthMinutes: 50, bufferMinutes: 20, days: 5, beyond: 2 });
    expect(instance.people.map(({ id }) => id).sort()).toEqual(['erik', 'maja', 'vera']);
    expect(instance).toMatchObject({
      format: 'samtal-plan/1',
      start: '2027-01-31T23:00:00.000Z',
      slots: 7 * 96,
      rules: { bufferTalk: 2, bufferBusy: 2 },
    });
    expect(instance.talks).toContainEqual({
      ...{ id: 'erik', manager: 'maja', employee: 'erik', extra: [], dur: 4, notBefore: 0, notAfter: 5 * 96, pool: null, booked: null },
    });
  });

  it('counts Sunday as 0, and busy times as joined slots within the grid', () => {
    const { instance } = givenProblem({
      pairs: ['erik>maja'],
      work: { maja: { days: [7, 1, 3] } },
      busy: { maja: ['0 10:05-10:20', '0 10:20-11:00', '0 08:00-08:30', '9 08:00-09:00'] },
    });
    expect(instance.people.find(({ id }) => id === 'maja')).toMatchObject({ work: { days: [0, 1, 3] }, busy: [32, 34, 40, 44] });
    const { grid } = inputOf({ pairs: [] });
    expect(busyOf(grid, [{ start: new Date('2027-01-01T00:00:00Z'), end: new Date('2028-01-01T00:00:00Z') }])).toEqual([0, grid.slots]);
  });

  it('gives people the holidays of their country where HR keeps them, and everybody the days of the calendar file', () => {
    const said = {
      pairs: ['erik>maja', 'aino>maja', 'ken>maja'],
      days: 120,
      countries: new Map([
        ['erik', 'se'],
        ['aino', 'fi'],
      ] as const),
    };
    const rules = {
      holidays: ['se' as const],
      daysOff: [
        { day: '2027-02-02', name: 'Moving' },
        { day: '2030-01-01', name: 'Later' },
      ],
    };
    const { instance } = givenProblem({ ...said, rules });
    expect(Object.fromEntries(instance.people.map(({ id, holidays }) => [id, holidays]))).toMatchObject({
      erik: 'se',
      aino: 'none',
      ken: 'none',
    });
    expect(instance.holidays.none).toEqual(['2027-02-02']);
    expect(instance.holidays.se).toEqual([
      '2027-02-02',
      '2027-03-26',
      '2027-03-28',
      '2027-03-29',
      '2027-05-01',
      '2027-05-06',
      '2027-05-16',
    ]);
  });

  it('puts the partner into every talk but the own ones, as many a day as it takes', () => {
    const said = { pairs: ['maja>hedda', 'erik>maja'], rules: { partnerId: 'hedda' } };
    expect([talkOf(said, 'erik')?.extra, talkOf(said, 'maja')?.extra]).toEqual([['hedda'], []]);
    const { people } = givenProblem(said).instance;
    expect(people.find(({ id }) => id === 'hedda')?.maxPerDay).toBeGreaterThan(people.find(({ id }) => id === 'maja')?.maxPerDay ?? 99);
  });

  it('gives each talk the rooms of its manager’s building, none to those who go without, and an empty pool where there is no room near', () => {
    const room = (address: string, building: string) => ({ address, name: address, building });
    const rooms = { chosen: [room('skagen', 'Stockholm'), room('sund', 'Helsinki')], without: ['elin'] };
    const said = {
      ...{
        pairs: ['erik>maja', 'elin>maja', 'aino>paavo', 'amy>jane'],
        rules: { rooms },
        offices: { maja: 'Stockholm', paavo: 'Helsinki' },
      },
      ...{ zones: { jane: 'Europe/London' }, busy: { skagen: ['0 08:00-08:30'] } },
    };
    const { pools, talks } = givenProblem(said).instance;
    const poolOf = Object.fromEntries(
      talks.map(({ id, pool }) => [id, pools.find((one) => one.id === pool)?.rooms.map((one) => one.id) ?? null]),
    );
    expect(poolOf).toEqual({ erik: ['skagen'], elin: null, aino: ['sund'], amy: [] });
    expect(pools.flatMap((pool) => pool.rooms).find(({ id }) => id === 'skagen')?.busy).toEqual([32, 34]);
  });

  it('shares one profile among those with the same wish', () => {
    const wish = { weekly: [{ kind: 'preferred', weekday: 2, from: 600, to: 720 }] as const, days: [] };
    const wishes = new Map(['erik', 'maja'].map((id) => [id, { weekly: [...wish.weekly], days: [] }]));
    const { people, profiles } = givenProblem({ pairs: ['erik>maja', 'elin>maja'], wishes }).instance;
    expect(people.map(({ id, profile }) => [id, profile]).sort()).toEqual([
      ['elin', 0],
      ['erik', 1],
      ['maja', 1],
    ]);
    expect(profiles).toHaveLength(2);
  });

  it('gives managers’ own talks the beginning of the window, level by level, when they come first', () => {
    const pairs = ['b>a', 'c>b', 'd>c', 'e>b'];
    const bounds = (id: string) => {
      const talk = talkOf({ pairs, days: 8, rules: { managersFirst: true } }, id);
      return [talk?.notBefore, talk?.notAfter];
    };
    expect(bounds('b')).toEqual([0, 192]);
    expect(bounds('c')).toEqual([192, 384]);
    expect(bounds('d')).toEqual([384, 768]);
    expect(bounds('e')).toEqual([192, 768]);
  });

  it('is the same from the same facts', () => {
    const said = { pairs: ['maja>vera', 'erik>maja'], busy: { maja: ['1 09:00-10:00'] } };
    expect(instanceOf(inputOf(said))).toEqual(instanceOf(inputOf(said)));
  });
});
