import { describe, expect, it } from 'vitest';
import { attentionChoiceSchema, attentionKindSchema } from '../../contract.ts';
import { answered, choicesFor } from './attention.ts';

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
  ] as const)('%s, %j: %j', (kind, talk, choices) => expect(choicesFor(kind, 'manager', talk, now)).toEqual(choices));

  it('is nothing for the employee, and never nothing for the manager', () => {
    for (const kind of kinds) {
      expect(choicesFor(kind, 'employee', ahead, now)).toEqual([]);
      expect(choicesFor(kind, 'manager', past, now).length).toBeGreaterThan(0);
    }
  });
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
      for (const choice of attentionChoiceSchema.options) {
        const { booking, event } = answered(kind, choice);
        if (event === 'kept') expect(booking).toBe('kept');
        else expect(booking).not.toBe('kept');
      }
    }
  });
});
