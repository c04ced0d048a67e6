import { expect, it } from 'vitest';
import { recurrenceStateSchema } from '#api/cycle/recurrence/contract.ts';
import { cycleKinds } from '../contract.ts';
import { cycleNotice, cycleStillDue } from './cycle-due.ts';

it.each([
  ['cycle-soon', ['starts']],
  ['cycle-waiting', ['waiting']],
] as const)('%s is true while the round %j', (kind, states) => {
  expect(recurrenceStateSchema.options.filter((state) => cycleStillDue(kind, state))).toEqual(states);
});

it('Each of HR is told once of a round, and once for each day on which it should have started', () => {
  const keys = cycleKinds.flatMap((kind) =>
    ['2027-01-12', '2027-01-19'].flatMap((day) =>
      ['hedda', 'henrik'].map((recipientId) => cycleNotice(kind, { cycleId: 'c', day, recipientId }).key),
    ),
  );
  expect(new Set(keys).size).toBe(6);
});
