/** A cycle as HR sees it: settings, plan with names, progress in talks, and counts per department. Never contents. */
import { findPeople, refOf, type KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { countTalks, type TalkCounts } from '#api/talk/count-talks.ts';
import type { Cycle, CycleState, CycleSummary } from './contract.ts';
import type { Notice, Relax } from './outcome/contract.ts';
import type { ChosenTime } from './placing/rules/choices.ts';
import { describeRecurrence } from './recurrence/describe-recurrence.ts';
import { betterPercentOf } from './rules/better-percent.ts';
import { mostNamed, type NoticeRecord } from './rules/notices.ts';
import type { RelaxRecord } from './rules/relaxations.ts';
import type { CycleRecord, PlanRecord } from './store.ts';

export async function describeCycle(platform: Platform, cycle: CycleRecord): Promise<Cycle> {
  const counts = cycle.launchedAt ? await countTalks(platform, cycle.tenantId, cycle._id) : null;
  const hr = await findPeople(platform, cycle.tenantId, holdersOf(cycle));
  const ids = cycle.plan
    ? [
        ...[...cycle.plan.placed, ...cycle.plan.unplaced].flatMap(({ employeeId, managerId }) =>
          managerId ? [employeeId, managerId] : [employeeId],
        ),
        ...cycle.plan.unplaced.flatMap(({ relax, others = [] }) =>
          [relax, ...others].flatMap((one) => (one?.kind === 'other-person' ? [one.managerId] : [])),
        ),
        ...(cycle.chosen ?? []).map(({ by }) => by),
        ...(cycle.plan.notices ?? []).flatMap(({ personIds }) => personIds.slice(0, mostNamed)),
      ]
    : [];
  const people = await findPeople(platform, cycle.tenantId, ids);
  return {
    ...factsOf(cycle, counts, hr, platform.clock.now()),
    plan: cycle.plan ? planOf(cycle.plan, cycle.chosen ?? [], people) : null,
    departments: counts?.departments ?? [],
  };
}

export async function summariseCycle(platform: Platform, cycle: CycleRecord): Promise<CycleSummary> {
  const counts = cycle.launchedAt ? await countTalks(platform, cycle.tenantId, cycle._id) : null;
  const hr = await findPeople(platform, cycle.tenantId, holdersOf(cycle));
  return {
    ...factsOf(cycle, counts, hr, platform.clock.now()),
    placed: cycle.plan?.placed.length ?? 0,
    unplaced: cycle.plan?.unplaced.length ?? 0,
  };
}

function progressOf(cycle: CycleRecord, plan: PlanRecord, counted: TalkCounts['progress']): Cycle['progress'] {
  const isHeld = Boolean(cycle.pausedAt ?? cycle.stoppedAt);
  return { ...counted, ...(cycle.talksCreatedAt ? {} : expected(plan)), ...(isHeld ? { readyAt: null } : {}) };
}

/** Who has paused, stopped or skipped it. */
const holdersOf = ({ pausedBy, stoppedBy, recurrence }: CycleRecord): string[] =>
  [pausedBy, stoppedBy, recurrence?.decided?.by].flatMap((id) => (id ? [id] : []));

type People = Map<string, KnownPerson>;

function factsOf(cycle: CycleRecord, counts: TalkCounts | null, hr: People, now: Date): Omit<Cycle, 'plan' | 'departments'> {
  return {
    cycleId: cycle._id,
    version: cycle.version,
    state: stateOf(cycle, counts),
    settings: cycle.settings,
    progress: counts && cycle.plan ? progressOf(cycle, cycle.plan, counts.progress) : null,
    launchedAt: cycle.launchedAt?.toISOString() ?? null,
    paused: factOf(cycle.pausedAt, cycle.pausedBy, hr),
    stopped: factOf(cycle.stoppedAt, cycle.stoppedBy, hr),
    recurrence: describeRecurrence(cycle, hr, now),
  };
}

function factOf(at: Date | null | undefined, by: string | null | undefined, hr: Map<string, KnownPerson>): Cycle['paused'] {
  return at && by ? { at: at.toISOString(), by: refOf(hr.get(by), by) } : null;
}

/** While talks are still being created, the plan tells how many there will be. */
const expected = (plan: PlanRecord): { talks: number; toBook: number } => ({
  talks: plan.placed.length + plan.unplaced.filter(({ managerId }) => managerId !== null).length,
  toBook: plan.placed.length,
});

function stateOf(cycle: CycleRecord, counts: TalkCounts | null): CycleState {
  if (!cycle.launchedAt) return cycle.plan ? 'planned' : 'draft';
  const done = cycle.talksCreatedAt !== null && !cycle.stopDue && counts !== null && counts.progress.booked === counts.progress.toBook;
  return done ? 'launched' : 'launching';
}

function planOf(plan: PlanRecord, chosen: ChosenTime[], people: Map<string, KnownPerson>): Cycle['plan'] {
  const chosenBy = new Map(chosen.map(({ employeeId, by }) => [employeeId, by]));
  const ref = (id: string): ReturnType<typeof refOf> => refOf(people.get(id), id);
  const refOrNull = (id: string | undefined): ReturnType<typeof refOf> | null => (id === undefined ? null : ref(id));
  return {
    plannedAt: plan.plannedAt.toISOString(),
    placed: plan.placed.map(({ employeeId, managerId, start, end, room }) => ({
      employee: ref(employeeId),
      manager: ref(managerId),
      start: start.toISOString(),
      end: end.toISOString(),
      ...(room ? { room: room.name } : {}),
      chosenBy: refOrNull(chosenBy.get(employeeId)),
    })),
    unplaced: plan.unplaced.map(({ employeeId, managerId, reason, counts, relax, others = [] }) => ({
      employee: ref(employeeId),
      manager: managerId ? ref(managerId) : null,
      reason,
      counts: counts ?? null,
      relax: relax ? relaxWithName(relax, ref) : null,
      others: others.map((one) => relaxWithName(one, ref)),
    })),
    most: plan.most ?? null,
    betterPercent: plan.suit ? betterPercentOf(plan.suit) : null,
    notices: (plan.notices ?? []).map((notice) => noticeWithNames(notice, ref)),
    ...(plan.unreadRooms?.length ? { unreadRooms: plan.unreadRooms } : {}),
  };
}

/** The first of the people of a notice by name, and how many they are. */
export function noticeWithNames({ kind, personIds, cycleName }: NoticeRecord, ref: (id: string) => ReturnType<typeof refOf>): Notice {
  return { kind, people: personIds.slice(0, mostNamed).map(ref), inAll: personIds.length, cycleName };
}

/** A change as HR sees it: with the name of who would hold the talk. */
export function relaxWithName(relax: RelaxRecord, ref: (id: string) => ReturnType<typeof refOf>): Relax {
  return relax.kind === 'other-person' ? { kind: relax.kind, manager: ref(relax.managerId) } : relax;
}
