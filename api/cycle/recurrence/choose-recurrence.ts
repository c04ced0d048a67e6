/** HR chooses how often a cycle comes again, before its launch or after, in one guarded write. A plan stays: times have nothing to do with it. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { zoneOf } from '../save-cycle.ts';
import { findCycle, rounds, type CycleRecord } from '../store.ts';
import type { Every, Round } from './contract.ts';
import { describeRound } from './describe-round.ts';
import { withNext } from './keep-rounds.ts';
import type { RecurrenceRecord } from './store.ts';

export async function chooseRecurrence(
  platform: Platform,
  actor: Person,
  cycleId: string,
  every: Every | 'once',
  version: number,
): Promise<Result<Round>> {
  const cycle = await findCycle(platform.db, actor.tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  // The round after it is a cycle of its own by now, and is where this is decided.
  if (cycle.version !== version || cycle.recurrence?.nextId) return refuse('stale');
  const changed = await rounds.change(platform.db, cycle, every === 'once' ? null : await recurrenceFor(platform, actor, cycle, every));
  return changed ? done(await describeRound(platform, changed)) : refuse('stale');
}

async function recurrenceFor(platform: Platform, actor: Person, cycle: CycleRecord, every: Every): Promise<RecurrenceRecord> {
  const { settings, launchedAt } = cycle;
  const fresh: RecurrenceRecord = {
    every,
    seriesId: cycle._id,
    number: 1,
    anchor: settings.windowFrom,
    steps: 0,
    proposedFrom: settings.windowFrom,
    ownerId: actor.personId,
    zone: await zoneOf(platform, actor),
    nextDue: null,
    nextId: null,
    previousId: null,
    startsOn: null,
    startDue: null,
    decided: null,
    waiting: null,
  };
  const known = cycle.recurrence;
  const recurrence = known ? { ...known, every, ...(every === known.every ? {} : { anchor: settings.windowFrom, steps: 0 }) } : fresh;
  // Chosen anew: what was stopped goes on.
  const wanted = launchedAt ? { ...recurrence, decided: null } : recurrence;
  return launchedAt ? withNext({ settings, recurrence: wanted }, platform.clock.now()) : wanted;
}
