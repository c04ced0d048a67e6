/** What of a plan can stay after it has waited. */
import { describe, expect, it } from 'vitest';
import { gridOf } from '../rules/calendar-grid.ts';
import type { PlacedTalk } from '../placing/rules/places.ts';
import type { PlanInstance } from '../rules/instance-of.ts';
import { holdStaying, outdatedIn, soonIn } from './rules.ts';

const at = (said: string): Date => new Date(`2027-02-${said.replace(' ', 'T')}:00+01:00`);
const talk = (employeeId: string, start: string, managerId = 'maja'): PlacedTalk => ({
  ...{ employeeId, managerId, start: at(start), end: new Date(at(start).getTime() + 3_600_000), room: null },
});

describe('Too soon', () => {
  it.each<[string, string, number, string, boolean]>([
    ['a day too few', '03 10:00', 7, '09 15:00', true],
    ['as many days, whatever the hour', '03 16:00', 7, '10 08:00', false],
    ['in the past', '03 10:00', 0, '03 09:00', true],
    ['later the same day, with no day to prepare', '03 10:00', 0, '03 11:00', false],
  ])('%s', (_what, now, days, start, expected) =>
    expect(soonIn([{ start: at(start) }], days, 'Europe/Stockholm', at(now)).length > 0).toBe(expected),
  );

  it('by days of HR’s own zone', () => {
    const start = { start: new Date('2027-02-10T02:00:00Z') };
    const now = new Date('2027-02-03T12:00:00Z');
    expect([soonIn([start], 7, 'Europe/Stockholm', now), soonIn([start], 7, 'America/New_York', now)]).toEqual([[], [start]]);
  });
});

describe('What can stay', () => {
  const grid = gridOf({ start: at('10 00:00'), end: at('20 00:00') });
  const person = (id: string, busy: number[] = []) => ({
    ...{
      id,
      tz: 'Europe/Stockholm',
      holidays: 'none',
      work: { days: [1, 2, 3, 4, 5], from: 480, to: 1020 },
      maxPerDay: 3,
      profile: 0,
      busy,
    },
  });
  const instance: PlanInstance = {
    ...{ format: 'samtal-plan/1', slotMinutes: 15, start: grid.start.toISOString(), slots: grid.slots, holidays: { none: [] } },
    ...{ profiles: [{ dayCost: [0, 0, 0, 0, 0, 0, 0], bands: [] }] },
    // Elin is busy from nine to ten on the first day; so is the room at ten.
    people: [person('maja'), person('erik'), person('elin', [36, 40]), person('aino')],
    pools: [{ id: 'here', rooms: [{ id: 'skagen', busy: [40, 44] }] }],
    talks: ['erik', 'elin', 'aino'].map((id) => ({
      ...{
        id,
        manager: 'maja',
        employee: id,
        extra: [],
        dur: 4,
        notBefore: 0,
        notAfter: 480,
        pool: id === 'aino' ? 'here' : null,
        booked: null,
      },
    })),
    rules: { bufferTalk: 0, bufferBusy: 0, dayLoad: [0], weekSlack: 1, weekOver: 0, unplaced: 1000, move: 1 },
  };
  const judged = { grid, windowSlots: 480, timeZone: 'Europe/Stockholm', maxPerDay: 3, managerOf: new Map<string, string>() };
  const people = ['erik', 'elin', 'aino'].map((employeeId) => ({ employeeId, managerId: 'maja' }));
  const room = { address: 'skagen', name: 'Skagen' };
  const look = (placed: PlacedTalk[], now = people) =>
    outdatedIn({
      instance,
      judged,
      plan: { placed, unplaced: [] },
      people: now,
      soon: placed.filter(({ start }) => start < at('09 00:00')),
    });

  it('stays while calendars, room and people are as they were', () => {
    const placed = [talk('erik', '10 09:00'), talk('elin', '10 11:00'), { ...talk('aino', '10 13:00'), room }];
    expect(look(placed)).toEqual({ stay: placed, outdated: [] });
  });

  it.each<[string, PlacedTalk, string]>([
    ['its employee is busy by now', talk('elin', '10 09:00'), 'taken'],
    ['its room is', { ...talk('aino', '10 10:00'), room }, 'taken'],
    ['nobody works then', talk('erik', '13 10:00'), 'taken'],
    ['it would come too soon', talk('erik', '08 10:00'), 'soon'],
    ['its manager is another', talk('erik', '10 09:00', 'vera'), 'changed'],
    ['its employee has left', talk('otto', '10 09:00'), 'changed'],
  ])('cannot stay when %s', (_what, one, because) => {
    const { stay, outdated } = look([one]);
    expect(stay).toEqual([]);
    expect(outdated.find(({ employeeId }) => employeeId === one.employeeId)).toMatchObject({ because, start: one.start });
  });

  it('names who is new, and holds fast what stays: before the first day that is planned it stands apart', () => {
    const placed = [talk('erik', '09 10:00'), talk('elin', '10 11:00')];
    const { stay, outdated } = look(placed);
    expect(outdated).toEqual([{ employeeId: 'aino', managerId: 'maja', start: null, because: 'changed' }]);
    const held = holdStaying(instance, stay, judged);
    expect(held.apart).toEqual([placed[0]]);
    expect(held.instance.talks.map(({ id, booked }) => [id, booked])).toEqual([
      ['elin', { start: 44, room: null, locked: true }],
      ['aino', null],
    ]);
  });
});
