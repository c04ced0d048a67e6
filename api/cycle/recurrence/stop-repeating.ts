/**
 * HR's decisions about a round that starts by itself: skip it, stop repeating, start it now, and take each back as long as it has not started. Each is one
 * guarded write; what follows from it the clock does.
 */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { findCycle, rounds, type CycleRecord } from '../store.ts';
import type { Round } from './contract.ts';
import { describeRound } from './describe-round.ts';
import { withNext } from './keep-rounds.ts';
import { startInstant } from './rules/rounds.ts';
import type { Decision } from './rules/starting.ts';
import type { RecurrenceRecord } from './store.ts';

type Repeated = CycleRecord & { recurrence: RecurrenceRecord };
/** The recurrence as it is decided; null when that cannot be decided any more. */
type Decide = (cycle: Repeated, decided: { at: Date; by: string }) => RecurrenceRecord | null;
type Verb = (platform: Platform, actor: Person, cycleId: string, version: number) => Promise<Result<Round>>;

function verb(what: Decision | null, decide: Decide): Verb {
  return async (platform, actor, cycleId, version) => {
    const cycle = await findCycle(platform.db, actor.tenantId, cycleId);
    if (!cycle?.recurrence) return refuse('not-found');
    // Said already: pressing twice changes nothing.
    if ((cycle.recurrence.decided?.what ?? null) === what && !cycle.recurrence.waiting) return done(await describeRound(platform, cycle));
    const decided = decide({ ...cycle, recurrence: cycle.recurrence }, { at: platform.clock.now(), by: actor.personId });
    if (!decided) return refuse(cycle.launchedAt ? 'already-launched' : 'stale');
    if (cycle.version !== version) return refuse('stale');
    const changed = await rounds.change(platform.db, cycle, decided);
    if (!changed) return refuse('stale');
    platform.wake('plan-next-cycles', 'start-cycles');
    return done(await describeRound(platform, changed));
  };
}

/** A round that the clock has drafted, that is not launched, and after which no other is drafted yet. */
const isOpen = ({ launchedAt, recurrence: { startsOn, nextId } }: Repeated): boolean => !launchedAt && startsOn !== null && !nextId;
/** The same, of a series that goes on: what was stopped must be taken up again first. */
const mayStart = (cycle: Repeated): boolean => isOpen(cycle) && cycle.recurrence.decided?.what !== 'stop';

export const skipCycle = verb('skip', (cycle, { at, by }) => {
  if (!mayStart(cycle)) return null;
  const skipped = { ...cycle.recurrence, startDue: null, waiting: null, decided: { what: 'skip' as const, at, by } };
  return withNext({ settings: cycle.settings, recurrence: skipped }, at);
});

export const stopRepeating = verb('stop', ({ launchedAt, recurrence }, { at, by }) =>
  recurrence.nextId || (!launchedAt && recurrence.startsOn === null)
    ? null
    : { ...recurrence, nextDue: null, startDue: null, waiting: null, decided: { what: 'stop', at, by } },
);

export const startCycle = verb('start', (cycle, { at, by }) =>
  mayStart(cycle)
    ? { ...cycle.recurrence, ownerId: by, nextDue: null, startDue: dueAt(at), waiting: null, decided: { what: 'start', at, by } }
    : null,
);

/** As if nothing had been decided. */
export const keepRepeating = verb(null, (cycle, { at }) => {
  const { settings, launchedAt, recurrence } = cycle;
  const kept = { ...recurrence, decided: null };
  if (launchedAt) return recurrence.nextId ? null : withNext({ settings, recurrence: kept }, at);
  if (!isOpen(cycle) || recurrence.startsOn === null) return null;
  const start = startInstant(recurrence.startsOn, recurrence.zone);
  return start > at ? { ...kept, nextDue: null, startDue: dueAt(start), waiting: null } : null;
});
