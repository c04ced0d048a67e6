/** The overview's filters, whom several things are done for, and that no two proposed times lie on each other. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TeamRow } from '#api/talk/team/contract.ts';
import type { Talk } from '#api/talk/contract.ts';
import { chooseTimes, filters, isIn, shownRows, toRemind, withoutTime } from './use-team.ts';

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

it('Only who has a time ahead and has not shared is reminded, and only who has none is found a time', () => {
  const rows = [row('ahead', {}), row('past', { start: '2027-01-01T09:00:00.000Z' }), row('none', { start: null }), row('idle', null)];
  expect(toRemind(rows, new Date('2027-02-01T00:00:00Z')).map(({ talkId }) => talkId)).toEqual(['ahead']);
  expect(withoutTime(rows).map(({ talkId }) => talkId)).toEqual(['none']);
});

it('No two chosen times lie on each other, each is one that was offered, and who comes first gets the first', () => {
  const at = (hour: number, length: number) => ({
    start: new Date(Date.UTC(2027, 1, 1, hour)).toISOString(),
    end: new Date(Date.UTC(2027, 1, 1, hour + length)).toISOString(),
  });
  const times = fc.array(
    fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 3 })).map(([hour, length]) => at(hour, length)),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(fc.array(times, { maxLength: 20 }), (offered) => {
      const talks = offered.map((own, index) => ({ talkId: String(index), times: own }));
      const chosen = chooseTimes(talks);
      const all = [...chosen.values()].filter((one) => one !== null).sort((a, b) => a.start.localeCompare(b.start));
      for (const [index, later] of all.slice(1).entries()) expect((all[index]?.end ?? '') <= later.start).toBe(true);
      for (const { talkId, times: own } of talks) expect([null, ...own]).toContainEqual(chosen.get(talkId));
      expect(chosen.get('0')).toEqual(talks[0] && (talks[0].times[0] ?? null));
    }),
  );
});
