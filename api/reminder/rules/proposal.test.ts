/** The key of a proposal says which goal it is about. */
import { expect, it } from 'vitest';
import { proposalKey, proposedGoal } from './proposal.ts';

it('A proposal is found again by its key, and two goals have two', () => {
  const goals = ['0b5c2f4e-6f1d-4f0e-9c55-2b8f3a9d7e10', 'b'];
  expect(goals.map((goalId) => proposedGoal(proposalKey(goalId)))).toEqual(goals);
  expect(new Set(goals.map(proposalKey)).size).toBe(2);
});
