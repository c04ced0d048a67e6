/** Goals that a manager proposes, for whoever tells the employee: which are new, and whether one still waits. Facts alone, never a word of the goal. */
import type { Platform } from '#api/platform/platform.ts';
import { claimProposal, closeProposal, findGoal } from './store.ts';

/** Hands one new proposal over, and forgets it only when `take` has stored it. Answers false when none waits. */
export async function takeProposal(
  platform: Platform,
  take: (found: { tenantId: string; goalId: string; employeeId: string }) => Promise<void>,
): Promise<boolean> {
  const found = await claimProposal(platform.db, platform.clock.now());
  if (!found) return false;
  await take({ tenantId: found.tenantId, goalId: found._id, employeeId: found.employeeId });
  await closeProposal(platform.db, found);
  return true;
}

/** To whom it was proposed, and by whom; null once it was answered or taken back. */
export async function findProposal(
  platform: Platform,
  tenantId: string,
  goalId: string,
): Promise<{ employeeId: string; authorId: string } | null> {
  const goal = await findGoal(platform.db, tenantId, goalId);
  return goal?.proposal === 'waiting' ? { employeeId: goal.employeeId, authorId: goal.authorId } : null;
}
