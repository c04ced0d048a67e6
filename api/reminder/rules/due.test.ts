import { describe, expect, it } from 'vitest';
import { kinds, type Kind } from '../contract.ts';
import { channelsOf, stillDue, type TalkNow } from './due.ts';

const at = (iso: string): Date => new Date(iso);
const done = at('2026-05-01T00:00:00Z');
const now = at('2026-05-10T12:00:00Z');

describe('where a notification goes', () => {
  it.each<[Kind, string[]]>([
    ['talk-booked', ['feed', 'mail']],
    ...kinds.filter((kind) => kind !== 'talk-booked').map((kind): [Kind, string[]] => [kind, ['best']]),
  ])('%s: %j', (kind, channels) => expect(channelsOf(kind)).toEqual(channels));
});

describe('whether it still says something true when it goes out', () => {
  const released = { mine: false, theirs: false };
  const start = at('2026-05-11T09:00:00Z');
  const talk: TalkNow = { start, startedAt: null, released, answeredBy: [], othersWord: false, moved: null, asks: false };
  it.each([
    // booked, preparation due, signature waiting for Anna
    ['a talk ahead', talk, true, true, true],
    ['its time is gone', { ...talk, start: null }, false, false, true],
    ['started', { ...talk, startedAt: done }, false, false, true],
    ['preparation released', { ...talk, released: { mine: true, theirs: false } }, true, false, true],
    ['signed by Anna', { ...talk, startedAt: done, answeredBy: ['anna'] }, false, false, false],
    ['signed by the manager', { ...talk, startedAt: done, answeredBy: ['boss'] }, false, false, true],
    ['signed by both', { ...talk, startedAt: done, answeredBy: ['boss', 'anna'] }, false, false, false],
  ])('%s', (_what, given, ...expected) => {
    expect((['talk-booked', 'preparation-due', 'signature-waiting'] as const).map((kind) => stillDue(kind, 'anna', given, now))).toEqual(
      expected,
    );
  });

  const byBoss = { by: 'boss', outcome: 'done', objection: null };
  const byAnna = { by: 'anna', outcome: 'done', objection: null };
  it.each([
    // moved, objected to, not moved after all: told to Anna
    ['never moved', talk, false, false, false],
    ['moved by the manager', { ...talk, moved: byBoss }, true, false, false],
    ['moved by the manager, and Anna has objected', { ...talk, moved: { ...byBoss, objection: { by: 'anna' } } }, false, false, false],
    ['moved by Anna', { ...talk, moved: byAnna }, false, false, false],
    ['moved by Anna, and the manager has objected', { ...talk, moved: { ...byAnna, objection: { by: 'boss' } } }, false, true, false],
    ['moved by Anna, to a time that was gone', { ...talk, moved: { ...byAnna, outcome: 'taken' } }, false, false, true],
    ['started since', { ...talk, startedAt: done, moved: byBoss }, false, false, false],
    ['without a time since', { ...talk, start: null, moved: { ...byAnna, objection: { by: 'boss' } } }, false, false, false],
  ])('%s', (_what, given, ...expected) => {
    expect((['talk-moved', 'time-objected', 'move-refused'] as const).map((kind) => stillDue(kind, 'anna', given, now))).toEqual(expected);
  });

  it.each([
    ['planned again by HR', { ...talk, moved: { ...byBoss, by: 'hr', why: 'window' } }, true, false],
    ['and moved by the manager since', { ...talk, moved: byBoss }, false, false],
    ['to a time that was gone', { ...talk, moved: { ...byBoss, by: 'hr', why: 'window', outcome: 'taken' } }, false, false],
    ['and the manager has objected', { ...talk, moved: { ...byBoss, by: 'hr', why: 'window', objection: { by: 'boss' } } }, true, true],
  ])('%s', (_what, given, ...expected) => {
    expect((['talk-replanned', 'time-objected'] as const).map((kind) => stillDue(kind, 'anna', given, now))).toEqual(expected);
  });

  it('to whoever has handed the talk over nothing goes out but that, and nothing at all once it has begun', () => {
    const left = { ...talk, hasLeft: true, othersWord: true, moved: { ...byBoss, by: 'hr', why: 'window' } };
    expect(kinds.filter((kind) => stillDue(kind, 'anna', left, now))).toEqual(['talk-handed-over']);
    expect(stillDue('talk-handed-over', 'anna', { ...left, startedAt: done }, now)).toBe(false);
  });

  it('of a talk that has begun and is its manager’s no more, that is told to the manager, and nothing but what to choose to the employee', () => {
    const ended = { ...talk, startedAt: done, isParted: true, isUnsigned: true, mayChoose: true, othersWord: true, checkIn: '2026-05-12' };
    expect(kinds.filter((kind) => stillDue(kind, 'boss', { ...ended, hasLeft: true }, now))).toEqual(['talk-handed-over', 'talk-closed']);
    expect(kinds.filter((kind) => stillDue(kind, 'anna', ended, now))).toEqual(['talk-handed-over', 'choice-waiting']);
    expect(stillDue('choice-waiting', 'anna', { ...ended, mayChoose: false }, now)).toBe(false);
  });

  it('of two managers, the new one is told that the talk is theirs now, until it begins or they hand it on', () => {
    expect(stillDue('talk-taken-over', 'boss', talk, now)).toBe(true);
    for (const later of [{ hasLeft: true }, { startedAt: done }])
      expect(stillDue('talk-taken-over', 'boss', { ...talk, ...later }, now)).toBe(false);
  });

  it.each([
    ['none', null, false],
    ['in two days', '2026-05-12', true],
    ['today', '2026-05-10', true],
    ['a week ago', '2026-05-03', true],
    ['put off until later', '2026-05-20', false],
    ['long ago', '2026-04-30', false],
  ])('a check-in: %s', (_what, checkIn, expected) =>
    expect(stillDue('check-in-due', 'anna', { ...talk, startedAt: done, checkIn }, now)).toBe(expected),
  );

  it('that the other has answered a check-in is told as long as the answer stands', () => {
    const told = (answered: string | null) => stillDue('check-in-answered', 'anna', { ...talk, startedAt: done, answered }, now);
    expect([told('2026-05-12'), told(null)]).toEqual([true, false]);
  });

  it.each([
    ['nothing left to do', null, false],
    ['in a week', '2026-05-17', true],
    ['a week ago', '2026-05-03', true],
    ['long ago', '2026-04-20', false],
    ['put off for a month', '2026-06-10', false],
  ])('what was agreed: %s', (_what, agreement, expected) =>
    expect(stillDue('agreement-due', 'anna', { ...talk, startedAt: done, agreement }, now)).toBe(expected),
  );

  it.each([false, true])('something of the other’s waits: %s', (othersWord) =>
    expect(stillDue('answer-waiting', 'anna', { ...talk, othersWord }, now)).toBe(othersWord),
  );

  it.each<[string, TalkNow, string, Partial<Record<Kind, boolean>>]>([
    ['the day before', talk, '2026-05-10T07:00:00Z', { 'talk-tomorrow': true, 'talk-now': false, 'preparation-soon': true }],
    ['in the last quarter of an hour', talk, '2026-05-11T08:45:00Z', { 'talk-tomorrow': true, 'talk-now': true }],
    ['a moment late', talk, '2026-05-11T09:03:00Z', { 'talk-tomorrow': false, 'talk-now': true, 'preparation-due': false }],
    ['when it is over', talk, '2026-05-11T10:30:00Z', { 'talk-now': false, 'preparation-soon': false }],
    [
      'moved far away',
      { ...talk, start: at('2026-06-11T09:00:00Z') },
      '2026-05-11T08:45:00Z',
      { 'talk-tomorrow': false, 'talk-now': false },
    ],
    ['the other has released', { ...talk, released: { mine: false, theirs: true } }, '2026-05-10T07:00:00Z', { 'other-released': true }],
    ['the other has withdrawn it', talk, '2026-05-10T07:00:00Z', { 'other-released': false }],
    ['both have released', { ...talk, released: { mine: true, theirs: true } }, '2026-05-10T07:00:00Z', { 'other-released': false }],
    ['signed by Anna', { ...talk, startedAt: done, answeredBy: ['anna'] }, '2026-05-20T07:00:00Z', { 'signature-due': false }],
    ['not signed by Anna', { ...talk, startedAt: done, answeredBy: ['boss'] }, '2026-05-20T07:00:00Z', { 'signature-due': true }],
    ['the calendar asks', { ...talk, asks: true }, '2026-05-10T07:00:00Z', { 'needs-attention': true }],
    ['the calendar no longer asks', talk, '2026-05-10T07:00:00Z', { 'needs-attention': false }],
  ])('what the clock has made, %s', (_what, given, when, expected) => {
    const told = Object.keys(expected).map((kind) => [kind, stillDue(kind as Kind, 'anna', given, at(when))]);
    expect(Object.fromEntries(told)).toEqual(expected);
  });

  it('is no for every kind but hand-overs and signatures, once the talk has no time', () => {
    const gone = kinds.filter((kind) => stillDue(kind, 'anna', { ...talk, start: null }, now));
    expect(gone).toEqual(['signature-waiting', 'talk-handed-over', 'talk-taken-over', 'signature-due']);
  });
});
