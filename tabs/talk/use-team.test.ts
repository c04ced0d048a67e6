/** The overview's filters, and whom several things are done for. */
import { expect, it } from 'vitest';
import type { TeamRow } from '#api/talk/team/contract.ts';
import type { Talk } from '#api/talk/contract.ts';
import { filters, isIn, needsTime, saidOf, shownRows, toPropose, toRemind } from './use-team.ts';

const ahead = { next: 'wait', status: 'planned', startedAt: null, employeeReleasedAt: null, start: '2027-03-01T09:00:00.000Z' };
const row = (name: string, talk: Partial<Talk> | null): TeamRow => ({
  person: { id: name, name, jobTitle: '', department: '' },
  talk: talk && ({ talkId: name, ...ahead, ...talk } as Talk),
  lastTalkAt: null,
  lastCheckIn: null,
  openAgreements: 0,
  topics: 0,
});

it.each<[string, TeamRow, string]>([
  ['nobody with a talk', row('a', null), 'all'],
  ['one whose turn it is', row('a', {}), 'all unprepared'],
  ['one who has prepared', row('a', { employeeReleasedAt: '2027-02-01T00:00:00.000Z' }), 'all'],
  ['one without a time', row('a', { next: 'find-time', start: null }), 'all need-me unprepared no-time'],
  ['one that goes on', row('a', { next: 'hold', status: 'live', startedAt: '2027-03-01T09:00:00.000Z' }), 'all need-me'],
  ['one to be signed by the other', row('a', { next: 'wait', status: 'held', startedAt: '2027-03-01T09:00:00.000Z' }), 'all signing'],
])('%s is found under: %s', (_title, one, expected) => expect(filters.filter((filter) => isIn(filter, one)).join(' ')).toBe(expected));

it('A name is found in part and in capitals, under the filter that is on', () => {
  const rows = [row('Åsa Lind', { next: 'sign', status: 'held', startedAt: 'x' }), row('Asta Åberg', {}), row('Bo Ek', null)];
  const names = (filter: (typeof filters)[number], name: string): string[] =>
    shownRows(rows, filter, name).map(({ person }) => person.name);
  expect(names('all', ' Å')).toEqual(['Åsa Lind', 'Asta Åberg']);
  expect(names('signing', 'å')).toEqual(['Åsa Lind']);
  expect(names('all', 'zz')).toEqual([]);
});

it.each<[string, number, (Partial<Talk> | null)[]]>([
  ['needToday', 2, [{ next: 'sign' }, { next: 'prepare', prepareBy: '0' }, { next: 'prepare', prepareBy: '3' }, { next: 'find-time' }]],
  ['later', 2, [{ next: 'prepare', prepareBy: '7' }, { next: 'find-time' }, { next: 'prepare', prepareBy: '8' }]],
  ['notYet', 0, [{ next: 'prepare', prepareBy: '8' }, { next: 'release', prepareBy: '30' }, {}, null]],
  ['calm', 0, [{}, { next: 'follow-up' }, null]],
])('The heading says %s, %d', (says, count, talks) => {
  expect(
    saidOf(
      talks.map((talk) => row('a', talk)),
      Number,
    ),
  ).toEqual({ says, count });
});

it('Only who has a time ahead and has not shared is reminded', () => {
  const rows = [row('ahead', {}), row('past', { start: '2027-01-01T09:00:00.000Z' }), row('none', { start: null }), row('idle', null)];
  expect(toRemind(rows, new Date('2027-02-01T00:00:00Z')).map(({ talkId }) => talkId)).toEqual(['ahead']);
});

it.each<[string, Partial<Talk>, 'first' | 'also' | 'not']>([
  ['has none', { next: 'find-time', start: null, booking: 'none' }, 'first'],
  ['had one that has gone by', { next: 'passed' }, 'first'],
  ['was moved to one that does not suit', { next: 'move' }, 'first'],
  ['has one that can be moved', {}, 'also'],
  ['is being booked', { booking: 'under-way' }, 'not'],
  ['is asked about by the calendar', { next: 'decide', attention: { kind: 'declined', since: '', choices: [] } }, 'not'],
  ['has begun', { next: 'hold', startedAt: '2027-03-01T09:00:00.000Z' }, 'not'],
])('A time is proposed to whoever %s: %j, %s', (_title, talk, expected) => {
  const found = toPropose([row('a', { booking: 'booked', attention: null, move: null, ...talk }), row('idle', null)]);
  expect(found.map((one) => (needsTime(one) ? 'first' : 'also'))).toEqual(expected === 'not' ? [] : [expected]);
});
