/** Plans a cycle: reads people and their free/busy through Graph, asks the planner for times, and keeps the plan. Sends nothing to anybody. */
import { directorySyncedAt, listPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { collectProblem, type Problem } from './collect-problem.ts';
import type { Cycle } from './contract.ts';
import { describeCycle } from './describe-cycle.ts';
import { planApart } from './planner/plan-apart.ts';
import { readFromGraph } from './read-calendars.ts';
import { instantOf, type PersonCalendar } from './rules/calendar-grid.ts';
import { deskOf } from './rules/desk.ts';
import type { PlacedSlots } from './rules/instance-of.ts';
import { noticesOf, type NoticeRecord } from './rules/notices.ts';
import { planInOrder } from './rules/order.ts';
import { countsOf, reasonOf } from './rules/reasons.ts';
import { relaxOf } from './rules/relaxations.ts';
import type { Room } from './room/contract.ts';
import { isRoomMissing } from './rules/room-missing.ts';
import { checkSettings, rulesOf } from './rules/settings.ts';
import { zoneOf } from './save-cycle.ts';
import { changeDraft, findCycle, listCyclesAround, type CycleRecord, type PlanRecord } from './store.ts';

/** @param actor HR, or for a round that starts by itself the one whose cycle it is */
export async function planCycle(
  platform: Platform,
  actor: Pick<Person, 'tenantId' | 'personId'>,
  cycleId: string,
  version: number,
): Promise<Result<Cycle>> {
  const { db, clock } = platform;
  const cycle = await findCycle(db, actor.tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  if (cycle.launchedAt) return refuse('already-launched');
  if (cycle.version !== version) return refuse('stale');
  if (!(await directorySyncedAt(platform, actor.tenantId))) return refuse('directory-not-ready');
  const zone = await zoneOf(platform, actor);
  const refused = checkSettings(cycle.settings, zone, clock.now());
  if (refused) return refused;
  const plan = await makePlan(platform, cycle, zone);
  const changed = await changeDraft(db, actor.tenantId, cycleId, version, { plan });
  return changed ? done(await describeCycle(platform, changed)) : refuse('stale');
}

/** HR waits for the plan; the best one found by then is used. */
const longestSearchMs = 60_000;

async function makePlan(platform: Platform, cycle: CycleRecord, zone: string): Promise<PlanRecord> {
  const { tenantId, settings } = cycle;
  const others = await listCyclesAround(platform.db, tenantId, cycle);
  const problem = await collectProblem(
    platform,
    { tenantId, settings, zone },
    (people, window) => readFromGraph(platform, tenantId, people, window),
    busyElsewhere(others),
  );
  const { instance, judged } = problem;
  const placed = await planInOrder(instance, judged.windowSlots, async (asked) => {
    const { result, most } = await planApart(asked, { effort: 'normal', timeLimitMs: longestSearchMs });
    return { talks: result.talks, most };
  });
  return {
    plannedAt: platform.clock.now(),
    most: placed.most ?? null,
    ...outcomeOf(problem, placed, rulesOf(settings).rooms?.chosen ?? []),
    notices: await noticesFor(platform, tenantId, problem, others),
    unreadRooms: problem.unreadRooms,
  };
}

/** Talks of launched cycles, for those that are not in the calendars yet. What is only planned holds nothing free. */
function busyElsewhere(others: CycleRecord[]): Map<string, PersonCalendar['busy']> {
  const busy = new Map<string, PersonCalendar['busy']>();
  for (const { plan, launchedAt } of others)
    for (const { employeeId, managerId, room, start, end } of (launchedAt && plan?.placed) || [])
      for (const id of [employeeId, managerId, ...(room ? [room.address] : [])]) busy.set(id, [...(busy.get(id) ?? []), { start, end }]);
  return busy;
}

/** What was planned, in instants and reasons. */
function outcomeOf({ instance, judged, alone }: Problem, placed: PlacedSlots, rooms: Room[]): Pick<PlanRecord, 'placed' | 'unplaced'> {
  const desk = deskOf(instance, placed, judged.windowSlots);
  const roomOf = new Map(placed.talks.map(({ id, room }) => [id, rooms.find(({ address }) => address === room)]));
  const answer: Pick<PlanRecord, 'placed' | 'unplaced'> = { placed: [], unplaced: [] };
  for (const job of desk.jobs) {
    const { employee: employeeId, manager: managerId, dur } = job.talk;
    const [start, end] = job.slot === null ? [null, null] : [instantOf(judged.grid, job.slot), instantOf(judged.grid, job.slot + dur)];
    const room = roomOf.get(job.talk.id);
    if (start) answer.placed.push({ employeeId, managerId, start, end, room: room ? { address: room.address, name: room.name } : null });
    else if (isRoomMissing(desk, job))
      answer.unplaced.push({ employeeId, managerId, reason: 'no-room', counts: null, relax: { kind: 'without-room' } });
    else {
      const [reason, counts] = [reasonOf(desk, job), countsOf(desk, managerId, judged.windowSlots)];
      answer.unplaced.push({ employeeId, managerId, reason, counts, relax: relaxOf(desk, job, judged) });
    }
  }
  answer.unplaced.push(...alone.map((one) => ({ ...one, counts: null, relax: null })));
  return answer;
}

export async function noticesFor(
  platform: Platform,
  tenantId: string,
  { pairs, chosen }: Pick<Problem, 'pairs' | 'chosen'>,
  others: CycleRecord[],
): Promise<NoticeRecord[]> {
  const everybody = await listPeople(platform, tenantId, []);
  return noticesOf({
    chosen: chosen.map(({ personId }) => personId),
    pairs,
    line: everybody.flatMap(({ personId, managerId }) => (managerId ? [{ employeeId: personId, managerId }] : [])),
    otherCycles: others.map(({ settings, plan }) => ({
      name: settings.name,
      employees: new Set([...(plan?.placed ?? []), ...(plan?.unplaced ?? [])].flatMap((talk) => (talk.managerId ? [talk.employeeId] : []))),
    })),
  });
}
