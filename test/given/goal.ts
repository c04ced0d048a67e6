/** A goal that somebody has set themselves, for their manager and them to see. */
import { randomUUID } from 'node:crypto';
import { addGoal } from '#api/development/goal/contract.ts';
import type { GivenSamtal } from './samtal.ts';

export async function givenGoal(samtal: GivenSamtal, who: string, manager: string, what: string): Promise<void> {
  const body = { goalId: randomUUID(), what, why: null, due: null, visibility: 'manager' as const, managerId: samtal.find(manager).id };
  await samtal.as(who).must(addGoal, { body });
}
