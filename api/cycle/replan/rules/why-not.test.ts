/** The plainest true reason why a talk cannot stay, and what its people are told. */
import { describe, expect, it } from 'vitest';
import { whyFor, whyNot, type Day, type Judging, type TalkToJudge } from './why-not.ts';

const span = (from: string, to: string) => ({ start: new Date(`2027-02-${from}:00Z`), end: new Date(`2027-02-${to}:00Z`) });
const talk: TalkToJudge = { time: span('10T09:00', '10T10:00'), employeeId: 'erik', people: ['maja', 'erik', 'hedda'], isTheirs: false };
const wide = span('01T00:00', '28T00:00');
const none: Judging = { window: () => wide, before: () => wide, away: [], daysOff: () => [], daysOffBefore: () => [], busy: () => [] };
const away = { personId: 'erik', from: '2027-02-08', to: '2027-02-12', ...span('07T23:00', '12T23:00') };
const off: Day = { day: '2027-02-10', name: 'Inventory', ...span('09T23:00', '10T23:00') };
const onlyFor = <T>(person: string, list: T[]) => ((id: string) => (id === person ? list : [])) as (id: string) => T[];

describe('Why a talk cannot stay', () => {
  it.each<[string, Partial<Judging>, Partial<TalkToJudge>, object | null]>([
    ['nothing speaks against it', {}, {}, null],
    ['the window ends before', { window: () => span('01T00:00', '10T09:30') }, {}, { kind: 'window' }],
    ['the window begins after', { window: () => span('10T09:15', '28T00:00') }, {}, { kind: 'window' }],
    [
      'out of both windows, where its people put it',
      { window: () => span('11T00:00', '28T00:00'), before: () => span('12T00:00', '28T00:00') },
      { isTheirs: true },
      null,
    ],
    [
      'out of the new window only, although its people put it there',
      { window: () => span('11T00:00', '28T00:00') },
      { isTheirs: true },
      { kind: 'window' },
    ],
    ['the employee is away', { away: [away] }, {}, { kind: 'away', personId: 'erik', from: away.from, to: away.to }],
    ['whoever is in every talk is away', { away: [{ ...away, personId: 'hedda' }] }, {}, { kind: 'away', personId: 'hedda' }],
    ['somebody else is away', { away: [{ ...away, personId: 'elin' }] }, {}, null],
    ['somebody is away later', { away: [{ ...away, ...span('10T10:00', '12T23:00') }] }, {}, null],
    ['the manager has a day off', { daysOff: onlyFor('maja', [off]) }, {}, { kind: 'day-off', day: off.day, name: 'Inventory' }],
    ['a day off that was one when its people chose it', { daysOff: () => [off], daysOffBefore: () => [off] }, { isTheirs: true }, null],
    ['a day off that was one before', { daysOff: () => [off], daysOffBefore: () => [off] }, {}, { kind: 'day-off' }],
    ['something else at the time', { busy: onlyFor('erik', [span('10T09:45', '10T11:00')]) }, {}, { kind: 'calendars' }],
    ['something right before and after', { busy: () => [span('10T08:00', '10T09:00'), span('10T10:00', '10T11:00')] }, {}, null],
    ['whoever is in every talk has it in the calendar', { busy: onlyFor('hedda', [talk.time]) }, {}, null],
  ])('%s', (_what, judging, part, expected) => {
    const why = whyNot({ ...talk, ...part }, { ...none, ...judging });
    if (expected === null) expect(why).toBeNull();
    else expect(why).toMatchObject(expected);
  });

  it('tells the two nothing of who is away', () => {
    expect(whyFor({ kind: 'away', personId: 'erik', from: '', to: '' })).toBe('calendars');
    expect(whyFor({ kind: 'day-off', day: '', name: '' })).toBe('day-off');
  });
});
