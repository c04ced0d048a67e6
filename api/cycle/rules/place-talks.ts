/**
 * A quick plan: hardest talks first, each at its best open time, then one talk moved aside where that makes room for another. It answers in a
 * fraction of a second and finds nearly all that can be found; the planner proper takes its time and finds more. Pure.
 */
import { fits, layDesk, lift, put, sides, type Desk, type Job } from './desk.ts';
import type { PlacedSlots, PlanInstance } from './instance-of.ts';

/** A start for as many talks of a problem as it finds; talks that are held fast stay. */
export function placeTalks(instance: PlanInstance): PlacedSlots {
  const desk = layDesk(instance);
  const order = desk.jobs
    .filter(({ slot }) => slot === null)
    .sort((a, b) => a.starts.length - b.starts.length || compare(a.talk.id, b.talk.id));
  for (const job of order) place(desk, job);
  fillByMoving(desk, order);
  return { talks: desk.jobs.map(({ talk, slot }) => ({ id: talk.id, start: slot })) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The cheapest open start; a day on which the manager holds talks already costs more, so that days are shared out. */
function place(desk: Desk, job: Job): boolean {
  const manager = desk.people.get(job.talk.manager);
  const load = (day: number): number => {
    const count = manager?.perDay.get(day) ?? 0;
    const of = (talks: number): number => desk.dayLoad[Math.min(talks, desk.dayLoad.length - 1)] ?? 0;
    return of(count + 1) - of(count);
  };
  let best: { slot: number; rank: number } | null = null;
  for (const [at, slot] of job.starts.entries()) {
    const cost = job.costs[at] ?? 0;
    if (best && cost >= best.rank) break;
    if (!fits(desk, job.talk, slot)) continue;
    const rank = cost + load(manager?.local.day[slot] ?? 0);
    if (!best || rank < best.rank) best = { slot, rank };
  }
  if (best) put(desk, job, best.slot);
  return best !== null;
}

/** Moves talks aside for those that are left. A talk that was moved may leave room behind, so those it concerns are tried again. */
function fillByMoving(desk: Desk, order: Job[]): void {
  const jobsOf = new Map<string, Job[]>();
  for (const job of order)
    for (const id of new Set(sides(job.talk))) {
      const theirs = jobsOf.get(id);
      if (theirs) theirs.push(job);
      else jobsOf.set(id, [job]);
    }
  let left = order.filter(({ slot, starts }) => slot === null && starts.length > 0);
  while (left.length > 0) {
    const moved = new Set<string>();
    for (const job of left) {
      const other = place(desk, job) ? null : placeByMoving(desk, job, jobsOf);
      if (other) for (const id of sides(other.talk)) moved.add(id);
    }
    left = left.filter(({ slot, talk }) => slot === null && sides(talk).some((id) => moved.has(id)));
  }
}

/** Whoever takes part in every talk stands in the way of all of them: only the two of a talk are looked at. */
function placeByMoving(desk: Desk, job: Job, jobsOf: Map<string, Job[]>): Job | null {
  const near = [job.talk.manager, job.talk.employee].flatMap((id) => jobsOf.get(id) ?? []).filter(({ slot }) => slot !== null);
  for (const other of near) {
    const was = lift(desk, other);
    if (place(desk, job)) {
      if (place(desk, other)) return other;
      lift(desk, job);
    }
    put(desk, other, was);
  }
  return null;
}
