/** Adding a goal of one's own, and proposing one to somebody one manages. The caller's own id makes a repeated call harmless. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayEver } from '#api/privacy/rules/policy.ts';
import { goalsKept, type Goal, type GoalInput, type GoalTerms } from './contract.ts';
import { describeGoal, openLine, sealWords } from './describe-goal.ts';
import { findManagersOf, readGoalFor } from './read-goal.ts';
import { isSame, mayName, maySharedWith, type Managers } from './rules.ts';
import { countGoalsOf, putNewGoal, type GoalRecord } from './store.ts';

export async function addGoal(
  platform: Platform,
  actor: Person,
  { goalId, managerId, ...input }: GoalInput & { goalId: string },
): Promise<Result<Goal>> {
  const now = await findManagersOf(platform, actor.tenantId, actor.personId);
  const refused = mayName(input) ?? maySharedWith(managerId, now);
  if (refused) return refused;
  const facts = { _id: goalId, employeeId: actor.personId, managerId: managerId ?? '', visibility: input.visibility, proposal: null };
  return put(platform, actor, now, facts, input);
}

export async function proposeGoal(
  platform: Platform,
  actor: Person,
  { goalId, employeeId, ...terms }: GoalTerms & { goalId: string; employeeId: string },
): Promise<Result<Goal>> {
  const now = await findManagersOf(platform, actor.tenantId, employeeId);
  if (employeeId === actor.personId || now.manager !== actor.personId || !mayEver('goal-proposal', 'write', 'manager'))
    return refuse('not-found');
  const refused = mayName(terms);
  if (refused) return refused;
  const facts = { _id: goalId, employeeId, managerId: actor.personId, visibility: 'manager' as const, proposal: 'waiting' as const };
  return put(platform, actor, now, facts, terms);
}

type Facts = Pick<GoalRecord, '_id' | 'employeeId' | 'managerId' | 'visibility' | 'proposal'>;

async function put(platform: Platform, actor: Person, now: Managers, facts: Facts, terms: GoalTerms): Promise<Result<Goal>> {
  const { tenantId, personId } = actor;
  const { what, why, due } = terms;
  const goal: GoalRecord = {
    ...{ tenantId, ...facts, authorId: personId, due },
    sealed: await sealWords(platform, { tenantId, employeeId: facts.employeeId }, { what, why }),
    ...{ state: 'going-on', madeAt: platform.clock.now(), steps: [], version: 1 },
  };
  const known = await readGoalFor(platform, actor, goal._id, 'read');
  if (!known && (await countGoalsOf(platform.db, tenantId, facts.employeeId)) >= goalsKept)
    return refuse('record-full', { limit: goalsKept });
  if (await putNewGoal(platform.db, goal)) return done(await describeGoal(platform, actor, { goal, now }));
  // The id exists: this call came before and its answer was lost, or it is somebody else's.
  const access = await readGoalFor(platform, actor, goal._id, 'read');
  if (!access || access.goal.employeeId !== facts.employeeId) return refuse('not-found');
  const stored = await describeGoal(platform, actor, access);
  return isSame(await openLine(platform, access.goal), terms) ? done(stored) : refuse('stale', { current: stored });
}
