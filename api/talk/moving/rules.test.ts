/** Rules of moving: who may and when, what is one's own among busy times, and when the app is due in the chat. */
import { describe, expect, it } from 'vitest';
import type { Move } from '../contract.ts';
import { canMove, chatDueAt, mayMove, mayObject, withoutOwn, type MoveFacts } from './rules.ts';

const start = new Date('2027-02-20T09:00:00Z');
const end = new Date('2027-02-20T10:00:00Z');
const facts = (over: Partial<MoveFacts> = {}): MoveFacts => ({ start, startedAt: null, booked: true, moving: false, moved: null, ...over });
const moved = { by: 'anna', outcome: 'done' as const, objection: null };

describe('moving', () => {
  it.each([
    ['a booked talk', facts(), null],
    ['one that was moved before', facts({ moved }), null],
    ['one without a time', facts({ start: null, booked: false }), 'talk-has-no-time'],
    ['one that is being booked', facts({ booked: false }), 'talk-being-booked'],
    ['one that is being moved', facts({ moving: true }), 'talk-being-booked'],
    ['one that was started', facts({ startedAt: start }), 'talk-already-started'],
  ])('%s', (_what, given, reason) => {
    expect(mayMove(given)?.reason ?? null).toBe(reason);
  });
});

describe('objecting', () => {
  it.each([
    ['to what the other moved', facts({ moved }), 'boss', null],
    ['while the calendars do not have it yet', facts({ moved: { ...moved, outcome: 'under-way' } }), 'boss', null],
    ['to one’s own move', facts({ moved }), 'anna', 'nothing-to-object-to'],
    ['twice', facts({ moved: { ...moved, objection: {} } }), 'boss', 'nothing-to-object-to'],
    ['to a move that came to nothing', facts({ moved: { ...moved, outcome: 'taken' } }), 'boss', 'nothing-to-object-to'],
    ['to a time that nobody moved', facts(), 'boss', 'nothing-to-object-to'],
    ['after the talk was started', facts({ moved, startedAt: start }), 'boss', 'talk-already-started'],
  ])('%s', (_what, given, who, reason) => {
    expect(mayObject(given, who)?.reason ?? null).toBe(reason);
  });
});

describe('one’s own time among busy ones', () => {
  const own = { start, end };
  const longer = { start, end: new Date('2027-02-20T10:30:00Z') };
  it('is left out once, and nothing else is', () => {
    expect(withoutOwn([longer, { ...own }, longer], own)).toEqual([longer, longer]);
    expect(withoutOwn([own, own], own)).toEqual([own]);
    expect(withoutOwn([longer], own)).toEqual([longer]);
    expect(withoutOwn([own], null)).toEqual([own]);
  });
});

describe('the app in the meeting’s chat', () => {
  it('is due seven days before the talk, at once when that has passed', () => {
    expect(chatDueAt(start, new Date('2027-02-01T09:00:00Z'))).toEqual(new Date('2027-02-13T09:00:00Z'));
    const now = new Date('2027-02-18T09:00:00Z');
    expect(chatDueAt(start, now)).toEqual(now);
  });
});

describe('a talk as it is shown', () => {
  const at = start.toISOString();
  const move: Move = {
    ...{ byMe: true, why: null, at, from: { start: at, end: at }, outcome: 'done', objectedAt: null, objectedByMe: false },
  };
  const talk = { start: at, booking: 'booked' as const, startedAt: null, move: null };
  it.each([
    ['booked', talk, true],
    ['moved before', { ...talk, move }, true],
    ['being moved', { ...talk, move: { ...move, outcome: 'under-way' as const } }, false],
    ['being booked', { ...talk, booking: 'under-way' as const }, false],
    ['without a time', { ...talk, start: null, booking: 'none' as const }, false],
    ['started', { ...talk, startedAt: at }, false],
  ])('can be moved or not: %s', (_what, given, can) => expect(canMove(given)).toBe(can));
});
