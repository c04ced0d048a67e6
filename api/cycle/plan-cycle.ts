/** Plans a cycle: reads people and their free/busy through Graph, asks the planner for times, and keeps the plan. Sends nothing to anybody. */
import { directorySyncedAt, listPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { busyElsewhere, collectProblem, type Problem } from './collect-problem.ts';
import type { Cycle } from './contract.ts';
import { describeCycle } from './describe-cycle.ts';
import { planApart, proveApart } from './planner/plan-apart.ts';
import { readCalendarsAnew } from './keep-calendars.ts';
import { holdChosen, roomWith, type ChosenTime } from './placing/rules/choices.ts';
import { instantOf } from './rules/calendar-grid.ts';
import type { PlacedSlots, PlanInstance } from './rules/instance-of.ts';
import { noticesOf, type NoticeRecord } from './rules/notices.ts';
import { planInOrder } from './rules/order.ts';
import type { Room } from './room/contract.ts';
import { tableOf } from './rules/planner/table.ts';
import { explainTalk } from './rules/reasons.ts';
import { checkSettings, rulesOf } from './rules/settings.ts';
import { zoneOf } from './save-cycle.ts';
import { changeDraft, findCycle, listCyclesAround, type CycleRecord, type PlanRecord } from './store.ts';

/** What of an earlier plan a new one holds fast. */
export type Held = {
  /** The problem in which it stands fast. */
  instance: PlanInstance;
  /** Talks outside of what can be planned, which stay as they are. */
  apart: PlanRecord['placed'];
  /** Times that HR has chosen: those that stay, and those that do not suit any more. */
  kept: ChosenTime[];
  gone: ChosenTime[];
  /** More than what HR has chosen: how far from the best it is, is not known then. */
  isPart: boolean;
};
type Hold = (problem: Problem, cycle: CycleRecord, zone: string) => Held;
type ByHr = Pick<Person, 'tenantId' | 'personId'>;

/** @param actor HR, or for a round that starts by itself the one whose cycle it is */
export const planCycle = (platform: Platform, actor: ByHr, cycleId: string, version: number): Promise<Result<Cycle>> =>
  planDraft(platform, actor, { cycleId, version }, holdWhatIsChosen);

const holdWhatIsChosen: Hold = ({ instance, judged }, { chosen }) => ({
  ...holdChosen(instance, chosen ?? [], judged),
  ...{ apart: [], isPart: false },
});

/** @param hold what stays of an earlier plan */
export async function planDraft(
  platform: Platform,
  actor: ByHr,
  { cycleId, version }: { cycleId: string; version: number },
  hold: Hold,
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
  const { plan, chosen } = await makePlan(platform, cycle, zone, hold);
  const changed = await changeDraft(db, actor.tenantId, cycleId, version, { plan, chosen });
  return changed ? done(await describeCycle(platform, changed)) : refuse('stale');
}

/** HR waits for the plan; the best one found by then is used, and what is proven about it by then is said. */
const [longestSearchMs, longestProofMs] = [60_000, 10_000];
/** Up to so many talks are planned in depth: some seconds more, for times that suit better. With more, that could take longer than HR is to wait. */
const mostInDepth = 2000;

async function makePlan(
  platform: Platform,
  cycle: CycleRecord,
  zone: string,
  hold: Hold,
): Promise<{ plan: PlanRecord; chosen: ChosenTime[] }> {
  const { _id: cycleId, tenantId, settings } = cycle;
  const others = await listCyclesAround(platform.db, tenantId, cycle);
  const problem = await collectProblem(
    platform,
    { tenantId, settings, zone },
    (people, window) => readCalendarsAnew(platform, { tenantId, cycleId }, people, window),
    busyElsewhere(others),
  );
  const { judged } = problem;
  const { instance, kept, gone, apart, isPart } = hold(problem, cycle, zone);
  const effort = instance.talks.length <= mostInDepth ? 'deep' : 'normal';
  const search = async (asked: PlanInstance) => (await planApart(asked, { effort, timeLimitMs: longestSearchMs })).result;
  const placed = await planInOrder(instance, judged, search);
  const proof = isPart ? null : await proveApart(placed.among, placed.talks, { timeLimitMs: longestProofMs });
  const notices = await noticesFor(platform, tenantId, problem, others);
  if (gone.length > 0) notices.unshift({ kind: 'chosen-gone', personIds: gone.map(({ employeeId }) => employeeId), cycleName: null });
  const outcome = outcomeOf({ ...problem, instance }, placed, rulesOf(settings).rooms?.chosen ?? []);
  outcome.placed.unshift(...apart);
  const { unreadRooms } = problem;
  const howFar = { most: proof?.most ?? null, suit: proof?.least == null ? null : { points: proof.points, least: proof.least } };
  return { plan: { plannedAt: platform.clock.now(), ...howFar, ...outcome, notices, unreadRooms }, chosen: kept };
}

/** What was planned, in instants and reasons. */
function outcomeOf({ instance, judged, alone }: Problem, placed: PlacedSlots, rooms: Room[]): Pick<PlanRecord, 'placed' | 'unplaced'> {
  const table = tableOf(instance, placed.talks);
  const places = new Map(placed.talks.map((one) => [one.id, one]));
  const answer: Pick<PlanRecord, 'placed' | 'unplaced'> = { placed: [], unplaced: [] };
  for (const talk of instance.talks) {
    const { employee: employeeId, manager: managerId, dur } = talk;
    const { start: slot = null, room: address = null } = places.get(talk.id) ?? {};
    if (slot === null) {
      answer.unplaced.push({ employeeId, managerId, ...explainTalk(table, talk, judged) });
      continue;
    }
    const [start, end] = [instantOf(judged.grid, slot), instantOf(judged.grid, slot + dur)];
    answer.placed.push({ employeeId, managerId, start, end, room: roomWith(rooms, address) });
  }
  answer.unplaced.push(...alone.map((one) => ({ ...one, counts: null, relax: null, others: [] })));
  return answer;
}

/** What is odd about these pairs and the people who were chosen. */
export async function noticesFor(
  platform: Platform,
  tenantId: string,
  { pairs, chosen }: Pick<Problem, 'pairs'> & { chosen: { personId: string }[] },
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
