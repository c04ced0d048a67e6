/** Counts how many talks would fit with settings that HR is still changing, and says which managers have too much. Keeps and sends nothing. */
import { directorySyncedAt, findPeople, refOf } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { collectProblem } from './collect-problem.ts';
import type { CycleSettings, Estimate } from './contract.ts';
import { relaxWithName } from './describe-cycle.ts';
import { readKeptCalendars } from './keep-calendars.ts';
import { planApart } from './planner/plan-apart.ts';
import { feasibilityOf } from './rules/feasibility.ts';
import { planInOrder } from './rules/order.ts';
import { checkSettings } from './rules/settings.ts';
import { zoneOf } from './save-cycle.ts';

/** Managers and people that are named; HR decides about the worst first. */
const managersShown = 20;
const peopleShown = 200;

export async function countFits(platform: Platform, actor: Person, cycleId: string, settings: CycleSettings): Promise<Result<Estimate>> {
  const { tenantId } = actor;
  if (!(await directorySyncedAt(platform, tenantId))) return refuse('directory-not-ready');
  const zone = await zoneOf(platform, actor);
  const refused = checkSettings(settings, zone, platform.clock.now());
  if (refused) return refused;
  let readAt = platform.clock.now();
  const { instance, judged, alone } = await collectProblem(platform, { tenantId, settings, zone }, async (people, window) => {
    const kept = await readKeptCalendars(platform, { tenantId, cycleId }, people, window);
    readAt = kept.readAt;
    return kept.calendars;
  });
  const placed = await planInOrder(instance, judged, async (asked) => (await planApart(asked, { effort: 'quick' })).result);
  const { talks, fit, atMost, managers, roomless } = feasibilityOf(instance, placed, judged);
  const shown = managers.slice(0, managersShown);
  const ids = shown.flatMap(({ managerId, waiting, helps }) => [
    managerId,
    ...waiting.slice(0, peopleShown),
    ...helps.flatMap(({ change }) => (change.kind === 'other-person' ? [change.managerId] : [])),
  ]);
  const people = await findPeople(platform, tenantId, ids);
  const ref = (id: string) => refOf(people.get(id), id);
  return done({
    talks: talks + alone.length,
    fit,
    atMost,
    managers: shown.map(({ managerId, waiting, helps, ...counts }) => ({
      ...counts,
      manager: ref(managerId),
      waiting: waiting.map(ref),
      helps: helps.map(({ change, times }) => ({ change: relaxWithName(change, ref), times })),
    })),
    managersInAll: managers.length,
    ...(roomless.length > 0 ? { roomless } : {}),
    readAt: readAt.toISOString(),
  });
}
