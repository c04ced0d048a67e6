/** The words of goals that something else is linked to, for one reader: who may not read a goal is shown no link to it. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { openLine } from './describe-goal.ts';
import { findManagersOf } from './read-goal.ts';
import { mayGoal } from './rules.ts';
import { listGoalsByIds } from './store.ts';
import type { GoalName } from '#api/development/terms/contract.ts';

/** By goal id. What is only proposed is no goal yet. */
export async function findGoalNames(platform: Platform, { tenantId, personId }: Person, goalIds: string[]): Promise<Map<string, GoalName>> {
  const goals = await listGoalsByIds(platform.db, tenantId, [...new Set(goalIds)]);
  const employees = [...new Set(goals.map(({ employeeId }) => employeeId))];
  const managers = new Map(await Promise.all(employees.map(async (id) => [id, await findManagersOf(platform, tenantId, id)] as const)));
  const readable = goals.filter((goal) => {
    const now = managers.get(goal.employeeId);
    return goal.proposal === null && now !== undefined && mayGoal(goal, personId, now, 'read');
  });
  const names = readable.map(async (goal) => [goal._id, { goalId: goal._id, what: (await openLine(platform, goal)).what }] as const);
  return new Map(await Promise.all(names));
}

/** Whether the goal is one of this employee's that the person may read: only such a one can be linked. */
export async function isGoalOf(platform: Platform, actor: Person, employeeId: string, goalId: string): Promise<boolean> {
  const [goal] = await listGoalsByIds(platform.db, actor.tenantId, [goalId]);
  return goal?.employeeId === employeeId && (await findGoalNames(platform, actor, [goalId])).has(goalId);
}
