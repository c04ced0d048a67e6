/** Cancels events that stand for no talk any more, as they were written down with the decision that made them so. Decides nothing. */
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { tryAgainMs } from './rules/watching.ts';
import { bringForward, claimUnwanted, closeUnwanted, putOffUnwanted } from './store.ts';

/** One step of the clock. Answers false when none is due. */
export async function cancelNextEvents(platform: Platform): Promise<boolean> {
  const { db, graph, clock, log } = platform;
  const talk = await claimUnwanted(db, clock.now());
  if (!talk) return false;
  try {
    for (const { organizerId, eventId } of talk.unwanted ?? []) await graph.cancelEvent(talk.tenantId, organizerId, eventId);
    await bringForward(db, talk, clock.now());
    await closeUnwanted(db, talk);
  } catch (error) {
    if (!(error instanceof GraphRefused || error instanceof MicrosoftUnavailable)) throw error;
    const waitMs = error instanceof GraphRefused ? tryAgainMs : backOffMs(talk.unwantedDue?.attempts ?? 1, error.retryAfterSeconds);
    log.warn({ talkId: talk._id, error: error.name, waitMs }, 'an event that stands for nothing cannot be cancelled yet');
    // What Microsoft 365 refuses to cancel is not waited for: a booking then looks for itself whether the time is free.
    if (error instanceof GraphRefused) await bringForward(db, talk, clock.now());
    await putOffUnwanted(db, talk, new Date(clock.now().getTime() + waitMs));
  }
  return true;
}
