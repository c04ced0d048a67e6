/** Launches a cycle: HR's one guarded write. Then the clock creates its talks, each exactly once, in steps that resume after a crash. */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { createTalks, type NewTalk } from '#api/talk/create-talks.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import type { Cycle } from './contract.ts';
import { describeCycle } from './describe-cycle.ts';
import { soonIn } from './outdated/rules.ts';
import { recurrenceAtLaunch } from './recurrence/keep-rounds.ts';
import { rulesOf } from './rules/settings.ts';
import { zoneOf } from './save-cycle.ts';
import { changeDraft, claimLaunch, closeLaunch, findCycle, type CycleRecord } from './store.ts';

/** @param actor HR, or for a round that starts by itself the one whose cycle it is */
export async function launchCycle(
  platform: Platform,
  actor: Pick<Person, 'tenantId' | 'personId'>,
  cycleId: string,
  version: number,
): Promise<Result<Cycle>> {
  const cycle = await findCycle(platform.db, actor.tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  if (cycle.launchedAt) return refuse('already-launched');
  if (!cycle.plan) return refuse('not-planned');
  if (cycle.version !== version) return refuse('stale');
  const now = platform.clock.now();
  const zone = await zoneOf(platform, actor);
  if (soonIn(cycle.plan.placed, cycle.settings.prepareDays, zone, now).length > 0) return refuse('plan-outdated');
  const changed = await changeDraft(platform.db, actor.tenantId, cycleId, version, {
    launchedAt: now,
    launchedBy: actor.personId,
    launchDue: dueAt(now),
    ...recurrenceAtLaunch(cycle, actor.personId, now),
  });
  if (!changed) return refuse('stale');
  platform.wake('create-talks');
  return done(await describeCycle(platform, changed));
}

/** One step of the clock: creates the talks of one launched cycle. Answers false when none is waiting. */
export async function createTalksOfLaunch(platform: Platform): Promise<boolean> {
  const cycle = await claimLaunch(platform.db, platform.clock.now());
  if (!cycle?.plan) return false;
  await createTalks(platform, cycle.tenantId, talksOf(cycle));
  await closeLaunch(platform.db, cycle, platform.clock.now());
  platform.wake('book-talks', 'collect-notices', 'stop-cycles');
  return true;
}

/** Employees without a manager get no talk: HR sees them in the plan. Those without a time get one that waits for a time. */
function talksOf(cycle: CycleRecord): NewTalk[] {
  const { plan, settings } = cycle;
  const template = newestTemplate(settings.templateId);
  if (!plan || !template) throw new Error(`Cycle ${cycle._id} was launched without a plan or template`);
  const common = {
    cycleId: cycle._id,
    cycleName: settings.name,
    template,
    releaseRule: settings.releaseRule,
    lengthMinutes: settings.lengthMinutes,
  };
  const { rooms, partnerId, invitePartner } = rulesOf(settings);
  const one = (employeeId: string, managerId: string): Omit<NewTalk, 'time'> => ({
    ...common,
    ...{ employeeId, managerId },
    roomWanted: rooms != null && !rooms.without.includes(employeeId),
    partnerId: invitePartner && partnerId !== employeeId && partnerId !== managerId ? partnerId : null,
  });
  const placed = plan.placed.map(({ employeeId, managerId, start, end, room }) => ({
    ...one(employeeId, managerId),
    ...{ time: { start, end }, room: room ?? null },
  }));
  const waiting = plan.unplaced.flatMap(({ employeeId, managerId }) => (managerId ? [{ ...one(employeeId, managerId), time: null }] : []));
  return [...placed, ...waiting];
}
