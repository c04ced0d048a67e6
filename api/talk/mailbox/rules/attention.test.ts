import { describe, expect, it } from 'vitest';
import { attentionChoiceSchema, attentionKindSchema } from '../../contract.ts';
import { roomMark } from '../../room/rules.ts';
import { answered, choicesFor, isAsked } from './attention.ts';

const now = new Date('2027-02-01T08:00:00Z');
const ahead = { start: new Date('2027-02-03T09:00:00Z') };
const past = { start: new Date('2027-01-03T09:00:00Z') };
const kinds = attentionKindSchema.options;

describe('what the manager may answer', () => {
  it.each([
    ['deleted', ahead, ['book-again', 'find-time', 'keep']],
    ['deleted', past, ['find-time', 'keep']],
    ['moved-away', ahead, ['book-again', 'find-time', 'keep']],
    ['moved-away', past, ['find-time', 'keep']],
    ['moved-away', { start: null }, ['find-time', 'keep']],
    ['not-invited', ahead, ['find-time', 'keep']],
    ['declined', ahead, ['find-time', 'keep']],
    ['outside-window', ahead, ['keep', 'find-time']],
    ['no-room', ahead, ['other-room', 'without-room', 'find-time']],
  ] as const)('%s, %j: %j', (kind, talk, choices) => expect(choicesFor(kind, 'manager', talk, now)).toEqual(choices));

  it('is nothing for the employee, and never nothing for the manager', () => {
    for (const kind of kinds) {
      expect(choicesFor(kind, 'employee', ahead, now)).toEqual([]);
      expect(choicesFor(kind, 'manager', past, now).length).toBeGreaterThan(0);
    }
  });
});

describe('whether it is still asked', () => {
  const mark = ahead.start.toISOString();
  const room = { address: 'a', name: 'A' };
  const talk = { start: ahead.start, startedAt: null, booking: { eventId: 'e1' } };
  it.each([
    ['nothing was', { ...talk, attention: null }, false],
    ['the event is gone', { ...talk, attention: { kind: 'deleted', mark: 'e1' } }, true],
    [
      'the event was gone, and another was made',
      { ...talk, booking: { eventId: 'e2' }, attention: { kind: 'deleted', mark: 'e1' } },
      false,
    ],
    [
      'the event was gone, and another is being made',
      { ...talk, booking: { eventId: null }, attention: { kind: 'deleted', mark: 'e1' } },
      false,
    ],
    ['the time was declined', { ...talk, attention: { kind: 'declined', mark } }, true],
    ['another time was declined', { ...talk, attention: { kind: 'declined', mark: 'before' } }, false],
    ['the event is in the past', { ...talk, attention: { kind: 'moved-away', mark: 'then' } }, true],
    ['the talk is being moved', { ...talk, moveDue: {}, attention: { kind: 'moved-away', mark: 'then' } }, false],
    ['the room has declined', { ...talk, room, attention: { kind: 'no-room', mark: roomMark(ahead.start, room) } }, true],
    [
      'another room is asked by now',
      { ...talk, room: { ...room, address: 'b' }, attention: { kind: 'no-room', mark: roomMark(ahead.start, room) } },
      false,
    ],
    [
      'its event is getting another room',
      { ...talk, room, roomDue: {}, attention: { kind: 'no-room', mark: roomMark(ahead.start, room) } },
      false,
    ],
    ['the talk has begun', { ...talk, startedAt: now, attention: { kind: 'declined', mark } }, false],
  ] as const)('%s', (_what, given, expected) => expect(isAsked(given)).toBe(expected));
});

describe('what an answer makes of the talk', () => {
  it.each([
    ['deleted', 'book-again', { time: 'kept', booking: 'anew', event: 'gone' }],
    ['deleted', 'find-time', { time: 'released', booking: 'none', event: 'gone' }],
    ['deleted', 'keep', { time: 'kept', booking: 'without-event', event: 'gone' }],
    ['moved-away', 'book-again', { time: 'kept', booking: 'anew', event: 'unwanted' }],
    ['declined', 'find-time', { time: 'released', booking: 'none', event: 'unwanted' }],
    ['declined', 'keep', { time: 'kept', booking: 'kept', event: 'kept' }],
    ['outside-window', 'keep', { time: 'kept', booking: 'kept', event: 'kept' }],
  ] as const)('%s, %s', (kind, choice, expected) => expect(answered(kind, choice)).toEqual(expected));

  it('never leaves an event behind without a talk that has it', () => {
    for (const kind of kinds) {
      for (const choice of attentionChoiceSchema.exclude(['other-room', 'without-room']).options) {
        const { booking, event } = answered(kind, choice);
        if (event === 'kept') expect(booking).toBe('kept');
        else expect(booking).not.toBe('kept');
      }
    }
  });
});
