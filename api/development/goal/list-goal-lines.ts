/** Goals as they stand now, for the summary of a talk: what its two both read, going on or ended since the talk before. For a caller who has asked the policy table. */
import type { Platform } from '#api/platform/platform.ts';
import { openLine } from './describe-goal.ts';
import { inOrder, isSinceLast, mayGoal } from './rules.ts';
import { listGoalsOfEmployees } from './store.ts';
import type { GoalLine } from '#api/development/terms/contract.ts';

type Talk = { tenantId: string; employeeId: string; managerId: string };

/** @param lastHeldAt when the employee had the talk before this one; null for never */
export async function listGoalLines(platform: Platform, talk: Talk, lastHeldAt: Date | null): Promise<GoalLine[]> {
  const { tenantId, employeeId, managerId } = talk;
  const now = { manager: managerId, managersManager: null };
  const goals = await listGoalsOfEmployees(platform.db, tenantId, [employeeId]);
  const meant = goals.filter((goal) => goal.proposal === null && mayGoal(goal, managerId, now, 'read') && isSinceLast(goal, lastHeldAt));
  return Promise.all(meant.sort(inOrder).map((goal) => openLine(platform, goal)));
}
