/** Says what of a plan cannot stay, were it launched now. Keeps, changes and sends nothing. */
import { directorySyncedAt, findPeople, refOf } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { busyElsewhere, collectProblem } from '../collect-problem.ts';
import { readKeptCalendars } from '../keep-calendars.ts';
import { checkSettings } from '../rules/settings.ts';
import { zoneOf } from '../save-cycle.ts';
import { findCycle, listCyclesAround } from '../store.ts';
import type { Outdated, OutdatedReason } from './contract.ts';
import { waitedOf } from './refresh-plan.ts';
import { outdatedIn, type Outdating } from './rules.ts';

/** More names would be no list to read. */
const mostNamed = 50;

export async function lookAtPlan(platform: Platform, actor: Person, cycleId: string): Promise<Result<Outdated>> {
  const { db, clock } = platform;
  const { tenantId } = actor;
  const cycle = await findCycle(db, tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  if (cycle.launchedAt) return refuse('already-launched');
  if (!cycle.plan) return refuse('not-planned');
  if (!(await directorySyncedAt(platform, tenantId))) return refuse('directory-not-ready');
  const { plan, settings } = cycle;
  const zone = await zoneOf(platform, actor);
  const refused = checkSettings(settings, zone, clock.now());
  if (refused) return refused;
  let readAt = clock.now();
  const problem = await collectProblem(
    platform,
    { tenantId, settings, zone },
    async (people, window) => {
      const kept = await readKeptCalendars(platform, { tenantId, cycleId }, people, window);
      readAt = kept.readAt;
      return kept.calendars;
    },
    busyElsewhere(await listCyclesAround(db, tenantId, cycle)),
  );
  const { stay, outdated } = outdatedIn(waitedOf(problem, plan, settings.prepareDays, zone, clock.now()));
  const first = outdated.toSorted(byTime).slice(0, mostNamed);
  const people = await findPeople(
    platform,
    tenantId,
    first.flatMap(({ employeeId, managerId }) => (managerId ? [employeeId, managerId] : [employeeId])),
  );
  const ref = (id: string) => refOf(people.get(id), id);
  const countOf = (reason: OutdatedReason): number => outdated.filter(({ because }) => because === reason).length;
  return done({
    talks: plan.placed.length + plan.unplaced.length,
    stay: stay.length,
    counts: { soon: countOf('soon'), taken: countOf('taken'), changed: countOf('changed') },
    first: first.map(({ employeeId, managerId, start, because }) => ({
      employee: ref(employeeId),
      manager: managerId === null ? null : ref(managerId),
      start: start?.toISOString() ?? null,
      because,
    })),
    readAt: readAt.toISOString(),
  });
}

/** Without a time last. */
const timeOf = ({ start }: Outdating): number => start?.getTime() ?? Number.MAX_SAFE_INTEGER;
const byTime = (a: Outdating, b: Outdating): number => timeOf(a) - timeOf(b);
