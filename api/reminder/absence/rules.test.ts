import { describe, expect, it } from 'vitest';
import { awayOf, isStale, lookAgainAt, type Replies } from './rules.ts';

const now = new Date('2027-02-10T10:00:00Z');
const time = (dateTime: string, timeZone = 'UTC') => ({ dateTime: `${dateTime}.0000000`, timeZone });
const scheduled = (from: string, until: string, zone?: string): Replies => ({
  status: 'scheduled',
  from: time(from, zone),
  until: time(until, zone),
});

describe('who is away', () => {
  it.each<[string, Replies, { until: Date | null } | null]>([
    ['without replies', { ...scheduled('2027-02-01T00:00:00', '2027-03-01T00:00:00'), status: 'disabled' }, null],
    ['until further notice', { status: 'alwaysEnabled', from: null, until: null }, { until: null }],
    ['until a day', scheduled('2027-02-08T00:00:00', '2027-02-15T07:00:00'), { until: new Date('2027-02-15T07:00:00Z') }],
    [
      'in a zone of Outlook’s',
      scheduled('2027-02-08T00:00:00', '2027-02-10T11:30:00', 'W. Europe Standard Time'),
      { until: new Date('2027-02-10T10:30:00Z') },
    ],
    ['back by now', scheduled('2027-02-08T00:00:00', '2027-02-10T10:00:00'), null],
    ['later', scheduled('2027-02-11T00:00:00', '2027-02-15T00:00:00'), null],
    ['in a zone nobody knows', scheduled('2027-02-08T00:00:00', '2027-02-15T07:00:00', 'Atlantis Standard Time'), null],
    ['scheduled without times', { status: 'scheduled', from: null, until: null }, null],
  ])('%s', (_what, replies, expected) => expect(awayOf(replies, now)).toEqual(expected));
});

describe('when to look again', () => {
  it.each([
    ['at their return', new Date('2027-02-10T15:00:00Z'), '2027-02-10T15:00:00.000Z'],
    ['the next day, when that is far', new Date('2027-02-20T15:00:00Z'), '2027-02-10T23:00:00.000Z'],
    ['the next day, when nobody knows', null, '2027-02-10T23:00:00.000Z'],
  ])('%s', (_when, until, expected) => expect(lookAgainAt({ until }, now, 'Europe/Stockholm').toISOString()).toBe(expected));

  it.each([
    ['never asked', undefined, true],
    ['just asked', now, false],
    ['asked two hours ago', new Date('2027-02-10T08:00:00Z'), false],
    ['asked four hours ago', new Date('2027-02-10T06:00:00Z'), true],
    ['asked by a clock that is ahead', new Date('2027-02-10T12:00:00Z'), true],
  ])('%s', (_what, lookedAt, expected) => expect(isStale(lookedAt, now)).toBe(expected));
});
