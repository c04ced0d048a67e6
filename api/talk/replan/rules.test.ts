/** A re-plan for one talk: still as it was planned on, its turn, how far it has come. */
import { describe, expect, it } from 'vitest';
import { heldTimes, holdsToo, isAsPlanned, isClear, isUnderWay, stepState, type TalkFacts } from './rules.ts';

const span = (from: number, to = from + 1) => ({ start: new Date(Date.UTC(2027, 1, 10, from)), end: new Date(Date.UTC(2027, 1, 10, to)) });
const talk = (id: string, part: Partial<TalkFacts> = {}): TalkFacts => ({
  ...{ _id: id, employeeId: `e-${id}`, managerId: 'maja', ...span(9), startedAt: null, bookDue: null, ...part },
});
const step = { talkId: 'a', from: span(9), to: span(14) };
const due = {};
const done = { from: span(9), outcome: 'done', why: 'window' };

describe('One step', () => {
  it.each<[string, TalkFacts | undefined, boolean, string]>([
    ['its turn is to come', talk('a'), false, 'waiting'],
    ['nothing more is begun', talk('a'), true, 'changed'],
    ['its people have moved it', talk('a', span(11)), false, 'changed'],
    ['its people are moving it', talk('a', { moveDue: due }), false, 'changed'],
    ['it has begun', talk('a', { startedAt: new Date() }), false, 'changed'],
    ['it has lost its time', talk('a', { start: null, end: null }), false, 'changed'],
    ['it is gone', undefined, false, 'changed'],
    [
      'the event is being moved',
      talk('a', { ...span(14), replanId: 'r', moveDue: due, moved: { ...done, outcome: 'under-way' } }),
      false,
      'under-way',
    ],
    ['it is there', talk('a', { ...span(14), replanId: 'r', moved: done }), true, 'done'],
    ['it is there, and its people move it on', talk('a', { ...span(16), replanId: 'r', moved: { ...done, why: null } }), true, 'done'],
    ['the time was gone', talk('a', { replanId: 'r', moved: { ...done, outcome: 'taken' } }), true, 'taken'],
    ['an earlier re-plan touched it', talk('a', { replanId: 'q' }), false, 'waiting'],
  ])('%s', (_what, now, isOver, expected) => expect(stepState(now, step, 'r', isOver)).toBe(expected));

  it('of a talk without a time, and of one that is withdrawn', () => {
    const given = { ...step, from: null };
    expect(isAsPlanned(talk('a', { start: null, end: null }), given)).toBe(true);
    expect(stepState(talk('a', { ...span(14), replanId: 'r' }), given, 'r', true)).toBe('done');
    expect(stepState(talk('a', { start: null, end: null, replanId: 'r' }), given, 'r', true)).toBe('taken');
    const leaving = { ...step, to: 'withdrawn' as const };
    const gone = talk('a', { start: null, end: null, replanId: 'r' });
    expect(stepState({ ...gone, unwantedDue: due }, leaving, 'r', true)).toBe('under-way');
    expect(stepState(gone, leaving, 'r', true)).toBe('done');
    expect(isUnderWay({ ...gone, unwantedDue: due }, 'q')).toBe(false);
  });
});

describe('Whose turn it is', () => {
  const other = (part: Partial<TalkFacts>): TalkFacts => talk('b', part);
  it.each<[string, TalkFacts, boolean]>([
    ['another talk of the manager stands there', other(span(14)), false],
    ['it stands right beside', other(span(15)), true],
    ['its event is still there', other({ ...span(16), moveDue: due, moved: { from: span(14), outcome: 'under-way' } }), false],
    ['its event has left', other({ ...span(16), moved: { from: span(14), outcome: 'done' } }), true],
    ['it is withdrawn, its event still there', other({ start: null, end: null, unwantedDue: due }), false],
    ['it stands there with other people', other({ ...span(14), managerId: 'vera' }), true],
  ])('%s', (_what, there, expected) => {
    const held = heldTimes([talk('a'), there], [step, { talkId: 'b', from: span(14), to: 'withdrawn' }]);
    expect(isClear(held, talk('a'), span(14))).toBe(expected);
    // Where it is itself is in nobody's way.
    expect(isClear(held, talk('a'), span(9))).toBe(true);
  });

  it('counts what was begun in the same round', () => {
    const held = heldTimes([talk('a')], [step]);
    holdsToo(held, talk('b'), span(14));
    expect(isClear(held, talk('a'), span(14))).toBe(false);
  });
});
