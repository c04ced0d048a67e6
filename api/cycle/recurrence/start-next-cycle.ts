/**
 * On the day of a round the clock plans it against the calendars and launches it, as HR would by hand, on behalf of whoever's cycle it is. Each step is a
 * guarded write that a crash leaves behind for the next try. What HR must decide first keeps it from starting, and HR is told.
 */
import { MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Result } from '#api/platform/refusal/contract.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import type { Cycle } from '../contract.ts';
import { launchCycle } from '../launch-cycle.ts';
import { soonIn } from '../outdated/rules.ts';
import { planCycle } from '../plan-cycle.ts';
import { zoneOf } from '../save-cycle.ts';
import { findCycle, rounds, type CycleRecord } from '../store.ts';
import type { WaitReason } from './contract.ts';
import { startInstant } from './rules/rounds.ts';
import { countPlanned, whyWait } from './rules/starting.ts';
import type { RecurrenceRecord } from './store.ts';
import { tellHr } from './send-notice.ts';

type Starting = CycleRecord & { recurrence: RecurrenceRecord };

/** One step of the clock. Answers false when no round is due. */
export async function startNextCycle(platform: Platform): Promise<boolean> {
  const cycle = await rounds.claimStart(platform.db, platform.clock.now());
  if (!cycle?.recurrence) return false;
  const starting = { ...cycle, recurrence: cycle.recurrence };
  try {
    await start(platform, starting);
  } catch (error) {
    if (!(error instanceof MicrosoftUnavailable)) throw error;
    await again(platform, starting, backOffMs(cycle.recurrence.startDue?.attempts ?? 1, error.retryAfterSeconds));
  }
  return true;
}

const again = (platform: Platform, cycle: Starting, ms: number): Promise<void> =>
  rounds.putOffStart(platform.db, cycle, new Date(platform.clock.now().getTime() + ms));

/** What planning may refuse, as what HR must decide; whatever else is refused passes by itself. */
const refusedAs: Record<string, WaitReason> = {
  'window-in-past': 'window-passed',
  'window-too-short': 'window-passed',
  'wrong-input': 'rules-wrong',
};
const againMs = 5_000;

async function start(platform: Platform, cycle: Starting): Promise<void> {
  const { db } = platform;
  // A life before this one may have got as far as that.
  if (cycle.recurrence.waiting) return waitForHr(platform, cycle, cycle.version, cycle.recurrence.waiting);
  const hasTemplate = newestTemplate(cycle.settings.templateId) !== undefined;
  if (!hasTemplate) return waitForHr(platform, cycle, cycle.version, { why: 'template-gone', fit: 0, talks: 0 });
  const planned = await planAnew(platform, cycle);
  if (!planned.ok) {
    const why = refusedAs[planned.reason];
    return why ? waitForHr(platform, cycle, cycle.version, { why, fit: 0, talks: 0 }) : again(platform, cycle, againMs);
  }
  const stored = await findCycle(db, cycle.tenantId, cycle._id);
  if (!stored?.plan || stored.version !== planned.value) return again(platform, cycle, againMs);
  const why = whyWait(stored.plan, { hasTemplate, asked: cycle.recurrence.decided?.what === 'start' });
  if (why) return waitForHr(platform, cycle, planned.value, { why, ...countPlanned(stored.plan) });
  const launched = await launchCycle(platform, actorOf(cycle), cycle._id, planned.value);
  if (!launched.ok) await again(platform, cycle, againMs);
}

const actorOf = ({ tenantId, recurrence }: Starting): { tenantId: string; personId: string } => ({
  tenantId,
  personId: recurrence.ownerId,
});

/** Calendars are read anew on the day; only a plan that this start has made already is kept. Answers the cycle's version. */
async function planAnew(platform: Platform, cycle: Starting): Promise<Result<number>> {
  const { plan, recurrence } = cycle;
  const since = recurrence.decided?.what === 'start' ? recurrence.decided.at : startInstant(recurrence.startsOn ?? '', recurrence.zone);
  const now = platform.clock.now();
  const zone = await zoneOf(platform, actorOf(cycle));
  const isFresh = plan && plan.plannedAt >= since && soonIn(plan.placed, cycle.settings.prepareDays, zone, now).length === 0;
  if (isFresh) return { ok: true, value: cycle.version };
  const planned: Result<Cycle> = await planCycle(platform, actorOf(cycle), cycle._id, cycle.version);
  return planned.ok ? { ok: true, value: planned.value.version } : planned;
}

async function waitForHr(
  platform: Platform,
  cycle: Starting,
  version: number,
  waiting: NonNullable<RecurrenceRecord['waiting']>,
): Promise<void> {
  const isSaid = cycle.recurrence.waiting !== null || (await rounds.recordWaiting(platform.db, cycle, version, waiting));
  // HR has changed it meanwhile: the next try sees what they want now.
  if (!isSaid) return again(platform, cycle, againMs);
  await tellHr(platform, cycle, 'cycle-waiting');
  await rounds.closeStart(platform.db, cycle);
}
