/** How far each step of a re-plan has come, read off the talks themselves. */
import type { Platform } from '#api/platform/platform.ts';
import { findTalksByIds } from '../store.ts';
import type { ReplanStep, StepState } from './contract.ts';
import { stepState } from './rules.ts';

export type StepNow = { step: ReplanStep; state: StepState; employeeId: string; managerId: string };

/** @param isOver nothing more will be begun: what was not, was left alone */
export async function listSteps(
  platform: Platform,
  { tenantId, replanId }: { tenantId: string; replanId: string },
  steps: ReplanStep[],
  isOver: boolean,
): Promise<StepNow[]> {
  const ids = steps.map(({ talkId }) => talkId);
  const talks = new Map((await findTalksByIds(platform.db, tenantId, ids)).map((talk) => [talk._id, talk]));
  return steps.flatMap((step) => {
    const talk = talks.get(step.talkId);
    if (!talk) return [];
    return { step, state: stepState(talk, step, replanId, isOver), employeeId: talk.employeeId, managerId: talk.managerId };
  });
}
