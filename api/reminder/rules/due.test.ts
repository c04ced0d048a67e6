import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds, type Kind } from '../contract.ts';
import { channelsOf, preparationReminder, remindDaysBefore, signatureReminders, stillDue } from './due.ts';

const at = (iso: string): Date => new Date(iso);
const prepareBy = at('2026-05-10T09:00:00Z');
const facts = { talkId: 'talk-1', employeeId: 'anna', prepareBy, employeeReleasedAt: null, startedAt: null };
const done = at('2026-05-01T00:00:00Z');

describe('the reminder of a preparation', () => {
  it.each([
    ['long before', facts, '2026-05-01T09:00:00Z', false],
    ['a moment before two days', facts, '2026-05-08T08:59:59.999Z', false],
    ['exactly two days before', facts, '2026-05-08T09:00:00Z', true],
    ['the day before', facts, '2026-05-09T09:00:00Z', true],
    ['a moment before it is due', facts, '2026-05-10T08:59:59.999Z', true],
    ['when it is due', facts, '2026-05-10T09:00:00Z', false],
    ['afterwards', facts, '2026-05-11T09:00:00Z', false],
    ['when it is released', { ...facts, employeeReleasedAt: done }, '2026-05-09T09:00:00Z', false],
    ['when the talk has started', { ...facts, startedAt: done }, '2026-05-09T09:00:00Z', false],
    ['when the talk has no time', { ...facts, prepareBy: null }, '2026-05-09T09:00:00Z', false],
  ])('%s', (_when, given, now, due) => {
    expect(preparationReminder(given, at(now)) !== null).toBe(due);
  });

  it('goes to the employee, on the first channel that reaches them', () => {
    expect(preparationReminder(facts, at('2026-05-09T09:00:00Z'))).toEqual({
      key: 'talk-1:preparation-due:2026-05-10T09:00:00.000Z:anna',
      kind: 'preparation-due',
      recipientId: 'anna',
      channels: ['best'],
    });
  });

  it('has one key however often it is looked for, and another for another time, talk or person', () => {
    const day = fc.integer({ min: 1, max: 40 }).map((days) => new Date(days * 86_400_000));
    const one = fc.record({ talkId: fc.constantFrom('t1', 't2'), employeeId: fc.constantFrom('anna', 'bo'), prepareBy: day });
    const early = fc.integer({ min: 1, max: remindDaysBefore * 86_400_000 });
    fc.assert(
      fc.property(one, one, early, early, (a, b, earlyA, earlyB) => {
        const keyOf = (given: typeof a, ms: number): string | undefined =>
          preparationReminder({ ...given, employeeReleasedAt: null, startedAt: null }, new Date(given.prepareBy.getTime() - ms))?.key;
        const same = a.talkId === b.talkId && a.employeeId === b.employeeId && a.prepareBy.getTime() === b.prepareBy.getTime();
        expect(keyOf(a, earlyA)).toBeDefined();
        expect(keyOf(a, earlyA) === keyOf(b, earlyB)).toBe(same);
      }),
    );
  });
});

describe('the reminder of a signature', () => {
  const finishedAt = at('2026-05-04T10:00:00Z');
  const held = { talkId: 't1', finishedAt, parties: ['anna', 'boss'], answeredBy: [] as string[] };
  const after = (days: number): Date => new Date(finishedAt.getTime() + days * 86_400_000);
  it.each([
    ['not held', { ...held, finishedAt: null }, 4, []],
    ['a moment before the third day', held, 2.999, []],
    ['on the third day', held, 3, ['anna:day-3', 'boss:day-3']],
    ['on the ninth', held, 9, ['anna:day-3', 'boss:day-3']],
    ['a week later', held, 10, ['anna:day-10', 'boss:day-10']],
    ['when the manager has signed', { ...held, answeredBy: ['boss'] }, 20, ['anna:day-17']],
    ['when both have signed, or objected', { ...held, answeredBy: ['boss', 'anna'] }, 20, []],
    ['the last time', held, 51.9, ['anna:day-45', 'boss:day-45']],
    ['never after that', held, 52, []],
  ])('%s', (_when, given, days, keys) => {
    const due = signatureReminders(given, after(days));
    expect(due.map(({ key }) => key)).toEqual(keys.map((key) => `t1:signature-waiting:${key}`));
    for (const one of due) expect(one).toMatchObject({ kind: 'signature-waiting', channels: ['best'] });
  });
});

describe('where a notification goes', () => {
  it.each<[Kind, string[]]>([
    ['talk-booked', ['feed', 'mail']],
    ['preparation-due', ['best']],
    ['signature-waiting', ['best']],
    ['answer-waiting', ['best']],
    ['talk-moved', ['best']],
    ['time-objected', ['best']],
    ['move-refused', ['best']],
  ])('%s: %j', (kind, channels) => expect(channelsOf(kind)).toEqual(channels));
});

describe('whether it still says something true when it goes out', () => {
  const talk = {
    start: at('2026-05-11T09:00:00Z'),
    startedAt: null,
    employeeReleasedAt: null,
    answeredBy: [] as string[],
    othersWord: false,
    moved: null,
  };
  it.each([
    // booked, preparation due, signature waiting for Anna
    ['a talk ahead', talk, true, true, true],
    ['its time is gone', { ...talk, start: null }, false, false, true],
    ['started', { ...talk, startedAt: done }, false, false, true],
    ['preparation released', { ...talk, employeeReleasedAt: done }, true, false, true],
    ['signed by Anna', { ...talk, startedAt: done, answeredBy: ['anna'] }, false, false, false],
    ['signed by the manager', { ...talk, startedAt: done, answeredBy: ['boss'] }, false, false, true],
    ['signed by both', { ...talk, startedAt: done, answeredBy: ['boss', 'anna'] }, false, false, false],
  ])('%s', (_what, given, ...expected) => {
    expect((['talk-booked', 'preparation-due', 'signature-waiting'] as const).map((kind) => stillDue(kind, 'anna', given))).toEqual(
      expected,
    );
  });

  it.each([
    [false, false],
    [true, true],
  ])('something of the other’s waits: %s', (othersWord, due) =>
    expect(stillDue('answer-waiting', 'anna', { ...talk, othersWord })).toBe(due),
  );

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
    expect((['talk-moved', 'time-objected', 'move-refused'] as const).map((kind) => stillDue(kind, 'anna', given))).toEqual(expected);
  });

  it.each([
    ['planned again by HR', { ...talk, moved: { ...byBoss, by: 'hr', why: 'window' } }, true, false],
    ['and moved by the manager since', { ...talk, moved: byBoss }, false, false],
    ['to a time that was gone', { ...talk, moved: { ...byBoss, by: 'hr', why: 'window', outcome: 'taken' } }, false, false],
    ['and the manager has objected', { ...talk, moved: { ...byBoss, by: 'hr', why: 'window', objection: { by: 'boss' } } }, true, true],
  ])('%s', (_what, given, ...expected) => {
    expect((['talk-replanned', 'time-objected'] as const).map((kind) => stillDue(kind, 'anna', given))).toEqual(expected);
  });

  it('to whoever has handed the talk over nothing goes out but that, and nothing at all once it has begun', () => {
    const left = { ...talk, hasLeft: true, othersWord: true, moved: { ...byBoss, by: 'hr', why: 'window' } };
    expect(kinds.filter((kind) => stillDue(kind, 'anna', left))).toEqual(['talk-handed-over']);
    expect(stillDue('talk-handed-over', 'anna', { ...left, startedAt: done })).toBe(false);
  });

  it('is decided for every kind', () => expect(kinds).toHaveLength(9));
});
