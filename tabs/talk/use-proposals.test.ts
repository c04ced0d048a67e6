/** What is known of proposed times: nothing of it is lost by what comes in later, and each stands beside the others. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changed, ownWordsFor, soughtFor, stillWithout, timesBeside, toBook, type Proposal } from './use-proposals.ts';

const states = ['sought', 'found', 'none', 'booked', 'refused'] as const;
const span = { start: '2027-03-01T09:00:00.000Z', end: '2027-03-01T10:00:00.000Z' };
const talks = (ids: string[]) =>
  ids.map((talkId) => ({ talkId, employee: { id: talkId, name: talkId, jobTitle: '', department: '' }, start: null, end: null }));
const given = (talkId: string, state: Proposal['state'], isChosen = true): Proposal => ({
  ...{ talkId, name: talkId, was: null, byHours: false, problem: null },
  ...{ time: state === 'found' || state === 'booked' ? { ...span, room: 'A' } : null, state, isChosen },
});

it('Each is looked for and chosen at first, and a tick taken away meanwhile stays away', () => {
  const all = soughtFor(talks(['a', 'b']));
  expect(all.map(({ state, isChosen }) => [state, isChosen])).toEqual(Array(2).fill(['sought', true]));
  const unticked = all.map((one) => ({ ...one, isChosen: one.talkId === 'b' }));
  expect(changed(unticked, given('a', 'found')).map(({ state, isChosen }) => [state, isChosen])).toEqual([
    ['found', false],
    ['sought', true],
  ]);
});

it('A time keeps clear of what is proposed to others, also to those unticked, and not of itself or of what is booked', () => {
  const all = [given('a', 'found'), given('b', 'found', false), given('c', 'booked'), given('d', 'none')];
  expect(timesBeside(all, 'a')).toEqual([span]);
  expect(timesBeside(all, 'd')).toEqual([span, span]);
});

it('What is ticked and has a time is booked, what is ticked and not booked is looked for again, and nobody is in both once all are booked', () => {
  const some = fc
    .array(fc.tuple(fc.constantFrom(...states), fc.boolean()))
    .map((all) => all.map(([state, on], at) => given(`${at}`, state, on)));
  fc.assert(
    fc.property(some, (all) => {
      const booked = toBook(all).reduce((now, one) => changed(now, { ...one, state: 'booked' }), all);
      expect(toBook(booked)).toEqual([]);
      const ids = [...toBook(all), ...stillWithout(booked)].map(({ talkId }) => talkId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(stillWithout(booked).every(({ state, time }) => state === 'sought' && time === null)).toBe(true);
      const left = all.filter(({ isChosen, state }) => isChosen && ['sought', 'none', 'refused'].includes(state));
      expect(stillWithout(booked).map(({ talkId }) => talkId)).toEqual(left.map(({ talkId }) => talkId));
    }),
  );
});

it('Of a talk that was changed meanwhile it is not said that what one wrote is still there: nobody has written anything', () => {
  expect(['stale', 'unexpected', 'time-taken', 'not-found'].map((reason) => ownWordsFor({ reason }))).toEqual([
    'timeStale',
    'timeFault',
    null,
    null,
  ]);
});
