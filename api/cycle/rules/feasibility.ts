/**
 * How many talks fit before anything is sent: a quick plan for the number, a bound that no plan passes, and the managers who have too much with what
 * would help each. Pure; made to be asked at every change of a field.
 */
import { slotMinutes } from './calendar-grid.ts';
import type { InstanceTalk, PlacedSlots, PlanInstance } from './instance-of.ts';
import { firstStart, wishOf } from './planner/open-starts.ts';
import { tableOf, type Table } from './planner/table.ts';
import { timesOf, type Bounds } from './planner/times.ts';
import { inWindow } from './reasons.ts';
import { dayOf, type RelaxInput, type RelaxRecord } from './relaxations.ts';
import { isRoomMissing } from './room-missing.ts';

export type Help = { change: RelaxRecord; times: number };
export type ManagerEstimate = { managerId: string; talks: number; fit: number; times: number; helps: Help[]; waiting: string[] };
/** `roomless`: employees whose talk lacks nothing but a room. */
export type Feasibility = { talks: number; fit: number; atMost: number; managers: ManagerEstimate[]; roomless: string[] };

/** Managers with too much come first, by how many talks they lack. `instance` and `placed` as the plan has them. */
export function feasibilityOf(instance: PlanInstance, placed: PlacedSlots, input: RelaxInput): Feasibility {
  const table = tableOf(instance, placed.talks);
  const hasTime = new Set(placed.talks.flatMap(({ id, start }) => (start === null ? [] : [id])));
  const byManager = new Map<string, InstanceTalk[]>();
  for (const talk of instance.talks) {
    const theirs = byManager.get(talk.manager);
    if (theirs) theirs.push(talk);
    else byManager.set(talk.manager, [talk]);
  }
  const isPlaceable = (talk: InstanceTalk): boolean =>
    hasTime.has(talk.id) || firstStart(table, { ...wishOf(table, inWindow(talk, input)), whose: 'nobody' }) >= 0;
  const roomless = instance.talks.filter((talk) => !hasTime.has(talk.id) && isRoomMissing(table, inWindow(talk, input)));
  const lackRoom = new Set(roomless.map(({ id }) => id));
  let [fit, atMost] = [0, 0];
  const managers: ManagerEstimate[] = [];
  for (const [managerId, talks] of byManager) {
    const without = talks.filter(({ id }) => !hasTime.has(id));
    const waiting = without.filter(({ id }) => !lackRoom.has(id)).map(({ employee }) => employee);
    const manager = table.people.indexOf.get(managerId);
    const maxPerDay = instance.people[manager ?? -1]?.maxPerDay ?? input.maxPerDay;
    const windows = windowsOf(table, talks, { ...input, maxPerDay });
    const timesIn = ({ bounds }: Held): number => (manager === undefined ? 0 : timesOf(table.people, manager, bounds));
    const times = windows.reduce((sum, held) => sum + counted(held, timesIn(held)), 0);
    fit += talks.length - without.length;
    for (const held of windows) atMost += Math.min(timesIn(held), held.talks.filter(isPlaceable).length);
    if (waiting.length === 0) continue;
    const helps = manager === undefined ? [] : helpsFor(table, { manager, windows, waiting, now: times }, input);
    managers.push({ managerId, talks: talks.length, fit: talks.length - waiting.length, times, helps, waiting });
  }
  managers.sort((a, b) => b.waiting.length - a.waiting.length || b.talks - a.talks || (a.managerId < b.managerId ? -1 : 1));
  return { talks: instance.talks.length, fit, atMost, managers, roomless: roomless.map(({ employee }) => employee) };
}

/** Talks of one manager in one of the two windows. */
type Held = { isSecond: boolean; talks: InstanceTalk[]; bounds: Bounds };

/** Those in the first window, and those in the second where there are any. */
function windowsOf({ instance }: Table, talks: InstanceTalk[], { windowSlots, maxPerDay, second }: RelaxInput): Held[] {
  const common = { dur: talks[0]?.dur ?? 1, gap: instance.rules.bufferTalk, maxPerDay };
  const isLater = ({ employee }: InstanceTalk): boolean => second?.people.has(employee) ?? false;
  const [first, later] = [talks.filter((talk) => !isLater(talk)), talks.filter(isLater)];
  const held: Held[] = [];
  if (first.length > 0) held.push({ isSecond: false, talks: first, bounds: { ...common, from: 0, until: windowSlots } });
  if (second && later.length > 0)
    held.push({ isSecond: true, talks: later, bounds: { ...common, from: second.from, until: second.until } });
  return held;
}

/** Times of the second window count as far as talks lie in it: the others cannot use them. */
const counted = ({ isSecond, talks }: Held, times: number): number => (isSecond ? Math.min(times, talks.length) : times);

const weekSlots = (7 * 1440) / slotMinutes;
const shortest = 2;

type Asked = { manager: number; windows: Held[]; waiting: string[]; now: number };

/** What gives the manager more possible times, the smallest change first. A change that gives none is no help. */
function helpsFor(table: Table, { manager, windows, waiting, now }: Asked, input: RelaxInput): Help[] {
  const { instance, people, from } = table;
  const { second } = input;
  const timesIn = (bounds: Bounds, withoutBuffer = false): number => timesOf(people, manager, bounds, withoutBuffer);
  const times = (part: Partial<Bounds>, withoutBuffer = false): number =>
    windows.reduce((sum, held) => sum + counted(held, timesIn({ ...held.bounds, ...part }, withoutBuffer)), 0);
  const helps: Help[] = [];
  const [{ bounds, isSecond } = { bounds: null, isSecond: false }] = windows.filter(({ talks }) =>
    talks.some(({ employee }) => waiting.includes(employee)),
  );
  if (!bounds) return [];
  for (const weeks of [1, 2]) {
    const until = Math.min(instance.slots, bounds.until + weeks * weekSlots);
    const last = dayOf(input, until - 1);
    const more = timesIn({ ...bounds, until }) - timesIn(bounds);
    helps.push({
      change: isSecond && second ? { kind: 'second-window', from: second.days.from, to: last } : { kind: 'longer-window', windowTo: last },
      times: now + more,
    });
  }
  if (second && !isSecond) {
    const held = windows.find((one) => one.isSecond)?.talks.length ?? 0;
    const room = timesIn({ ...bounds, from: second.from, until: second.until }) - held;
    helps.push({ change: { kind: 'second-window', ...second.days }, times: now + room });
  }
  for (const dur of [bounds.dur - 1, shortest])
    if (dur >= shortest) helps.push({ change: { kind: 'shorter-talk', lengthMinutes: dur * slotMinutes }, times: times({ dur }) });
  const maxPerDay = bounds.maxPerDay + 1;
  helps.push({ change: { kind: 'more-per-day', maxPerDay }, times: times({ maxPerDay }) });
  helps.push({ change: { kind: 'without-buffer' }, times: times({ gap: 0 }, true) });
  const otherId = input.managerOf.get(instance.people[manager]?.id ?? '');
  const other = otherId === undefined ? undefined : people.indexOf.get(otherId);
  if (otherId !== undefined && other !== undefined && other !== manager) {
    const taken = ((from[other + 1] ?? 0) - (from[other] ?? 0)) / 2;
    const room = timesOf(people, other, bounds) - taken;
    helps.push({ change: { kind: 'other-person', managerId: otherId }, times: now + Math.max(0, room) });
  }
  const seen = new Set<string>();
  return helps.filter(({ change, times }) => times > now && !seen.has(keyOf(change)) && seen.add(keyOf(change)));
}

const keyOf = (change: RelaxRecord): string => JSON.stringify(change);
