/** Writes what an employee makes of a goal: changed, or taken on from a proposal. What it said before stays in its history. Asks nothing of who may: the caller has. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { Goal, GoalInput } from './contract.ts';
import { describeGoal, openLine, scopeOf, sealWords } from './describe-goal.ts';
import { staleGoal, type GoalAccess } from './read-goal.ts';
import { mayName, maySharedWith, mayStep } from './rules.ts';
import { putGoal, type GoalRecord, type StepRecord } from './store.ts';

export async function writeGoal(
  platform: Platform,
  actor: Person,
  { goal, now }: GoalAccess,
  { what, why, due, visibility, managerId }: GoalInput,
  version: number,
): Promise<Result<Goal>> {
  const next = await stepTo(platform, actor, goal, { what, due });
  const refused = mayName({ what, why }) ?? maySharedWith(managerId, now) ?? (next && mayStep(goal.steps.length, null));
  if (refused) return refused.reason === 'stale' ? staleGoal(platform, actor, goal._id) : refused;
  const set: Partial<GoalRecord> = {
    sealed: await sealWords(platform, goal, { what, why }),
    ...{ due, visibility, managerId: managerId ?? '', proposal: null },
  };
  const changed = await putGoal(platform.db, { ...goal, version }, set, next);
  return changed ? done(await describeGoal(platform, actor, { goal: changed, now })) : staleGoal(platform, actor, goal._id);
}

/** A step that keeps what the goal said, when it is to say something else. */
async function stepTo(
  platform: Platform,
  actor: Person,
  goal: GoalRecord,
  to: { what: string; due: string | null },
): Promise<StepRecord | null> {
  const { what, due } = await openLine(platform, goal);
  if (what === to.what && due === to.due) return null;
  const before = await platform.seal.closeText(scopeOf(goal), JSON.stringify({ what, due }));
  return { state: goal.state, at: platform.clock.now(), by: actor.personId, sealed: null, before };
}
