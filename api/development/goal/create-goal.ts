/** Stores a new goal, own or proposed, once: the caller's own id makes a repeated call harmless. Asks nothing of who may: the caller has. */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { goalsKept, type Goal, type GoalTerms } from './contract.ts';
import { describeGoal, openLine, sealWords } from './describe-goal.ts';
import { readGoalFor } from './read-goal.ts';
import { isSame, type Managers } from './rules.ts';
import { countGoalsOf, putNewGoal, type GoalRecord } from './store.ts';

type Facts = Pick<GoalRecord, '_id' | 'employeeId' | 'managerId' | 'visibility' | 'proposal'>;

/** Shown what is stored when the id exists and says something else. */
export async function createGoal(platform: Platform, actor: Person, now: Managers, facts: Facts, terms: GoalTerms): Promise<Result<Goal>> {
  const { tenantId, personId } = actor;
  const { what, why, due } = terms;
  const goal: GoalRecord = {
    ...{ tenantId, ...facts, authorId: personId, due },
    sealed: await sealWords(platform, { tenantId, employeeId: facts.employeeId }, { what, why }),
    ...{ state: 'going-on', madeAt: platform.clock.now(), steps: [], version: 1 },
    noticeDue: facts.proposal === 'waiting' ? dueAt(platform.clock.now()) : null,
  };
  const known = await readGoalFor(platform, actor, goal._id, 'read');
  if (!known && (await countGoalsOf(platform.db, tenantId, facts.employeeId)) >= goalsKept)
    return refuse('record-full', { limit: goalsKept });
  if (await putNewGoal(platform.db, goal)) {
    if (goal.noticeDue) platform.wake('collect-proposals');
    return done(await describeGoal(platform, actor, { goal, now }));
  }
  // The id exists: this call came before and its answer was lost, or it is somebody else's.
  const access = await readGoalFor(platform, actor, goal._id, 'read');
  if (!access || access.goal.employeeId !== facts.employeeId) return refuse('not-found');
  const stored = await describeGoal(platform, actor, access);
  const same = isSame(await openLine(platform, access.goal), terms) && access.goal.visibility === facts.visibility;
  return same ? done(stored) : refuse('stale', { current: stored });
}
