/** The overview: who needs the manager first, everybody once, and nobody left out, however many there are. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Talk } from '../contract.ts';
import type { TeamRow } from './contract.ts';
import { inOrder, mostUrgent, teamOf, urgency } from './rules.ts';

const person = (id: string, name = id) => ({ id, name, jobTitle: '', department: '' });
const row = (id: string, next: Talk['next'] | null, start: string | null = null): TeamRow => ({
  person: person(id),
  talk: next === null ? null : ({ next, start } as Talk),
  lastTalkAt: null,
  lastCheckIn: null,
  openAgreements: 0,
  topics: 0,
});

it('Who needs the manager comes first, then the sooner talk, then the name; who has no talk comes before who is done', () => {
  const rows = [
    row('done', 'follow-up'),
    row('none', null),
    row('waits', 'wait'),
    row('late', 'prepare', '2027-03-02T08:00:00Z'),
    row('åke', 'prepare', '2027-03-01T08:00:00Z'),
    row('anna', 'prepare', '2027-03-01T08:00:00Z'),
    row('lost', 'find-time'),
    row('now', 'hold'),
    row('paper', 'sign'),
    row('gone by', 'passed'),
  ];
  const order = ['now', 'paper', 'gone by', 'lost', 'anna', 'åke', 'late', 'waits', 'none', 'done'];
  expect(inOrder(rows).map(({ person: { id } }) => id)).toEqual(order);
});

it('The order is the same however the rows came, and everybody stays in it once', () => {
  const rows = fc.uniqueArray(
    fc.tuple(fc.string({ minLength: 1 }), fc.option(fc.constantFrom(...urgency))).map(([id, next]) => row(id, next)),
    { selector: ({ person: { id } }) => id, maxLength: 40 },
  );
  fc.assert(
    fc.property(
      rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, mixed]) => {
        expect(inOrder(mixed).map(({ person: { id } }) => id)).toEqual(inOrder(all).map(({ person: { id } }) => id));
        expect(inOrder(mixed)).toHaveLength(all.length);
      },
    ),
  );
});

it.each<[string, Talk['next'][], number | null]>([
  ['none', [], null],
  ['the only one', ['follow-up'], 0],
  ['the one that asks most', ['follow-up', 'wait', 'sign', 'prepare'], 2],
  ['the first of equals', ['wait', 'prepare', 'prepare'], 1],
])('Of a person’s talks it shows %s', (_title, nexts, at) => {
  const talks = nexts.map((next) => ({ next }));
  expect(mostUrgent(talks)).toBe(at === null ? null : talks[at]);
});

it('It shows who reports now and who has a talk under way, and not somebody whose talks are all signed and who has another manager', () => {
  const held = [
    { employeeId: 'erik', signedByBoth: true },
    { employeeId: 'moved', signedByBoth: true },
    { employeeId: 'open', signedByBoth: false },
    { employeeId: 'erik', signedByBoth: false },
  ];
  expect(teamOf([person('erik'), person('new')], held)).toEqual(['erik', 'new', 'open']);
});
