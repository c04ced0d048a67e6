/** The employee changes a goal, or answers a proposal by taking it on as it is or changed, or by declining. What it said before stays in its history. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Goal, GoalInput } from './contract.ts';
import { describeGoal, openLine, scopeOf, sealWords } from './describe-goal.ts';
import { readGoalFor, staleGoal, type GoalAccess } from './read-goal.ts';
import { mayName, maySharedWith, mayStep } from './rules.ts';
import { putGoal, type GoalRecord, type StepRecord } from './store.ts';

export async function updateGoal(
  platform: Platform,
  actor: Person,
  goalId: string,
  input: GoalInput,
  version: number,
): Promise<Result<Goal>> {
  const access = await readGoalFor(platform, actor, goalId, 'write');
  // What a manager may write is the proposal of theirs, which is taken back rather than changed under its reader's eyes.
  if (!access || access.goal.employeeId !== actor.personId) return refuse('not-found');
  return write(platform, actor, access, input, version);
}

export async function answerGoal(
  platform: Platform,
  actor: Person,
  goalId: string,
  accept: GoalInput | null,
  version: number,
): Promise<Result<Goal>> {
  const access = await readGoalFor(platform, actor, goalId, 'answer');
  if (!access) {
    const read = await readGoalFor(platform, actor, goalId, 'read');
    return read?.goal.employeeId === actor.personId ? refuse('nothing-to-answer') : refuse('not-found');
  }
  if (accept) return write(platform, actor, access, accept, version);
  const declined = await putGoal(platform.db, { ...access.goal, version }, { proposal: 'declined' }, null);
  return declined ? done(await describeGoal(platform, actor, { ...access, goal: declined })) : staleGoal(platform, actor, goalId);
}

async function write(
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
