/** A second reading of planner.md: looks at any plan slot by slot in local time, names every broken hard rule, and adds up the cost. Shares no code with the planner. */
import { DateTime } from 'luxon';
import type { Instance, PlannedTalk } from '#api/cycle/planner/contract.ts';

type Local = { date: string; weekday: number; minute: number; day: number };
export type Checked = { broken: string[]; cost: number; placed: number; moved: number };

const known = new Map<string, Local>();

function localOf({ start, slotMinutes }: Instance, tz: string, slot: number): Local {
  const key = `${tz} ${start} ${slotMinutes} ${slot}`;
  const before = known.get(key);
  if (before) return before;
  const at = DateTime.fromISO(start, { zone: 'utc' })
    .plus({ minutes: slot * slotMinutes })
    .setZone(tz);
  const first = DateTime.fromISO(start.slice(0, 10), { zone: 'utc' });
  const day = Math.round(DateTime.fromISO(at.toISODate() ?? '', { zone: 'utc' }).diff(first, 'days').days);
  const local = { date: at.toISODate() ?? '', weekday: at.weekday % 7, minute: at.hour * 60 + at.minute, day };
  known.set(key, local);
  return local;
}

const pairsOf = (busy: number[]): [number, number][] =>
  busy.flatMap((a, at) => (at % 2 === 0 ? [[a, busy[at + 1] ?? a] as [number, number]] : []));
const isHit = (busy: number[], from: number, to: number): boolean => pairsOf(busy).some(([a, b]) => a < b && a < to && from < b);

export function checkPlan(instance: Instance, plan: PlannedTalk[]): Checked {
  const { rules, slots, slotMinutes } = instance;
  const broken: string[] = [];
  const people = new Map(instance.people.map((person) => [person.id, person]));
  const planned = new Map(plan.map((talk) => [talk.id, talk]));
  if (planned.size !== plan.length || plan.length !== instance.talks.length) broken.push('H0 not every talk exactly once');
  const of = new Map<string, { from: number; to: number; id: string }[]>();
  const note = (key: string, from: number, to: number, id: string): void => void of.set(key, [...(of.get(key) ?? []), { from, to, id }]);
  const tally = new Map<string, number>();
  const add = (key: string): void => void tally.set(key, (tally.get(key) ?? 0) + 1);
  let [cost, placed, moved] = [0, 0, 0];
  for (const talk of instance.talks) {
    const { start = null, room = null } = planned.get(talk.id) ?? {};
    if (talk.booked?.locked && (start !== talk.booked.start || room !== talk.booked.room)) broken.push(`H7 ${talk.id}`);
    if (start === null) {
      cost += rules.unplaced;
      continue;
    }
    placed += 1;
    const end = start + talk.dur;
    if (start < talk.notBefore || start < 0 || end > Math.min(talk.notAfter, slots)) broken.push(`H1 ${talk.id}`);
    for (const id of [talk.manager, talk.employee, ...talk.extra]) {
      const person = people.get(id);
      if (!person) throw new Error(`There is no person ${id}`);
      const { work, busy, tz, holidays } = person;
      const off = instance.holidays[holidays ?? ''] ?? [];
      for (let slot = start; slot < end; slot += 1) {
        const { weekday, minute, date } = localOf(instance, tz, slot);
        const works = work.days.includes(weekday) && minute >= work.from && minute + slotMinutes <= work.to && !off.includes(date);
        if (!works) broken.push(`H2 ${talk.id} ${id}`);
      }
      const buffer = id === talk.manager ? rules.bufferBusy : 0;
      if (isHit(busy, start - buffer, end + buffer)) broken.push(`H3 ${talk.id} ${id}`);
      note(`person ${id}`, start, end, talk.id);
      add(`day ${id} ${localOf(instance, tz, start).date}`);
      if ((tally.get(`day ${id} ${localOf(instance, tz, start).date}`) ?? 0) > person.maxPerDay) broken.push(`H5 ${id}`);
      if (id !== talk.manager && id !== talk.employee) continue;
      const { weekday, minute, day } = localOf(instance, tz, start);
      const profile = instance.profiles[person.profile];
      cost +=
        (profile?.dayCost[weekday] ?? 0) +
        (profile?.bands ?? []).reduce((sum, [a, b, one]) => sum + (minute >= a && minute < b ? one : 0), 0);
      if (id !== talk.manager) continue;
      add(`held ${id} ${day}`);
      add(`week ${id} ${Math.max(0, Math.floor(day / 7))}`);
    }
    const rooms = instance.pools.find(({ id }) => id === talk.pool)?.rooms ?? [];
    const one = rooms.find(({ id }) => id === room);
    if (talk.pool === null ? room !== null : !one) broken.push(`H6 ${talk.id} has no right room`);
    if (one && isHit(one.busy, start, end)) broken.push(`H6 ${talk.id} in a taken room`);
    if (one) note(`room ${talk.pool} ${one.id}`, start, end, talk.id);
    if (talk.booked && talk.booked.start !== start) {
      moved += 1;
      cost += rules.move;
    }
  }
  for (const [key, list] of of) {
    const gap = key.startsWith('person') ? rules.bufferTalk : 0;
    list.sort((a, b) => a.from - b.from);
    for (const [index, later] of list.entries()) {
      const earlier = list[index - 1];
      if (earlier && later.from < earlier.to + gap) broken.push(`${gap > 0 ? 'H4' : 'H4/H6'} ${key}: ${earlier.id}, ${later.id}`);
    }
  }
  const weeks = Math.max(1, Math.round((slots * slotMinutes) / 10_080));
  const own = new Map<string, number>();
  for (const { manager } of instance.talks) own.set(manager, (own.get(manager) ?? 0) + 1);
  for (const [key, n] of tally) {
    const [kind, id = ''] = key.split(' ');
    if (kind === 'held') cost += rules.dayLoad[Math.min(n, rules.dayLoad.length - 1)] ?? 0;
    const share = Math.ceil((own.get(id) ?? 0) / weeks) + rules.weekSlack;
    if (kind === 'week' && n > share) cost += rules.weekOver * (n - share);
  }
  return { broken, cost, placed, moved };
}
