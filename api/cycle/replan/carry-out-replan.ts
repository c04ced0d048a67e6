/** Carries out the re-plan that HR has accepted, in rounds that resume after a crash. What one talk does is the talk's own business (talk/replan). */
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { carryOutSteps } from '#api/talk/replan/carry-out-steps.ts';
import { stepsOf } from './record-steps.ts';
import { claimReplan, closeReplan, findReplan, keepReplan, putOffReplan, renewReplan } from './store.ts';

/** While talks wait for one another: moving an event takes about so long. */
const againMs = 1_000;

/** One step of the clock: one round of one cycle. Answers false when none is due, or all that is left waits for its turn. */
export async function carryOutNextReplan(platform: Platform): Promise<boolean> {
  const { db, clock } = platform;
  const cycle = await claimReplan(db, clock.now());
  if (!cycle?.replan) return false;
  const { tenantId, _id: cycleId, replan } = cycle;
  const found = await findReplan(db, tenantId, cycleId, replan.id);
  if (!found) throw new Error(`Cycle ${cycleId} has accepted a re-plan that is gone`);
  await keepReplan(db, replan.id, clock.now());
  const accepted = { replanId: replan.id, tenantId, by: replan.by, holdOn: () => renewReplan(db, cycle, clock.now()) };
  let isLeft = true;
  let waitMs = againMs;
  try {
    isLeft = await carryOutSteps(platform, accepted, cycleId, stepsOf(found, replan).kept);
  } catch (error) {
    // A free room could not be looked for: what was begun by then is not begun again.
    if (!(error instanceof MicrosoftUnavailable)) throw error;
    waitMs = backOffMs(cycle.replanDue?.attempts ?? 1, error.retryAfterSeconds);
    platform.log.warn({ cycleId, waitMs }, 'a re-plan waits for Microsoft 365');
  }
  if (isLeft) await putOffReplan(db, cycle, new Date(clock.now().getTime() + waitMs));
  else await closeReplan(db, cycle);
  return !isLeft;
}
