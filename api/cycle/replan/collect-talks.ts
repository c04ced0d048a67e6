/** Collects what planning a cycle again is made from: its talks as they are, people as the directory says now, calendars read anew. Keeps nothing. */
import { findPeople, type KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { withoutOwn } from '#api/talk/moving/rules.ts';
import type { OpenTalk } from '#api/talk/replan/contract.ts';
import { listOpenTalks } from '#api/talk/replan/list-open-talks.ts';
import { findWishes } from '#api/wish/find-wishes.ts';
import type { CycleSettings } from '../contract.ts';
import { readFromGraph, withBlocked, type Calendars } from '../read-calendars.ts';
import { wholeSpanOf } from '../rules/second-window.ts';
import { rulesOf } from '../rules/settings.ts';
import type { CycleRecord } from '../store.ts';
import type { ReplanWish } from './contract.ts';
import { lookAheadDays } from './rules/again-of.ts';
import type { AgainInput } from './rules/judge.ts';
import { sortTalks, type Sorted } from './rules/sort-talks.ts';

export type Collected = { input: AgainInput; sorted: Sorted; people: Map<string, KnownPerson> };
type Asked = { settings: CycleSettings; wish: ReplanWish; launchedAt: Date; zone: string; first: Date };

const dayMs = 86_400_000;

export async function collectTalks(platform: Platform, cycle: CycleRecord, asked: Asked): Promise<Collected> {
  const { tenantId } = cycle;
  const { settings, wish, launchedAt, zone, first } = asked;
  const rules = rulesOf(settings);
  const talks = await listOpenTalks(platform, tenantId, cycle._id);
  const inTalks = talks.flatMap(({ employeeId, managerId }) => [employeeId, managerId]);
  const known = await findPeople(platform, tenantId, [...inTalks, ...(rules.partnerId ? [rules.partnerId] : [])]);
  const managers = await findPeople(
    platform,
    tenantId,
    [...known.values()].flatMap(({ managerId }) => managerId ?? []),
  );
  const people = new Map([...managers, ...known]);
  const sorted = sortTalks(talks, people, rules, { now: platform.clock.now(), first, keepManager: wish.keepManager ?? [] });
  const ids = new Set([...sorted.open.flatMap(({ employeeId, managerId }) => [managerId, employeeId])]);
  if (rules.partnerId && ids.size > 0) ids.add(rules.partnerId);
  const needed = [...ids].flatMap((id) => people.get(id) ?? []);
  const end = new Date(wholeSpanOf(settings, zone, launchedAt).end.getTime() + lookAheadDays * dayMs);
  const [read, wishes] = await Promise.all([
    readFromGraph(platform, tenantId, needed, { start: first, end }),
    findWishes(platform, tenantId, [...ids]),
  ]);
  // What is planned here is in nobody's way; neither is what will be cancelled.
  const calendars = withBlocked(withoutTalks(read, [...sorted.open, ...sorted.leavers]), needed, wishes, { start: first, end });
  const input = {
    open: sorted.open,
    soon: sorted.soon,
    people,
    calendars,
    wishes,
    settings,
    before: cycle.settings,
    wish,
    launchedAt,
    zone,
    first,
  };
  return { input, sorted, people };
}

/** Each talk's event is in both calendars; that of one to be handed over not in the new manager's. */
function withoutTalks(calendars: Calendars, talks: OpenTalk[]): Calendars {
  const left: Calendars = new Map(calendars);
  for (const { time, employeeId, managerId, handOverFrom } of talks)
    for (const id of [employeeId, handOverFrom ?? managerId]) {
      const calendar = left.get(id);
      if (calendar && time) left.set(id, { ...calendar, busy: withoutOwn(calendar.busy, time) });
    }
  return left;
}
