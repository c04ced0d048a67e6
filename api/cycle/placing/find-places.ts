/** The next times for one talk of a plan. Changes nothing and holds nothing free. */
import { findPeople, refOf } from '#api/people/find-people.ts';
import type { Answer } from '#api/platform/endpoint/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type * as contract from './contract.ts';
import { collectPart, openPlan, type OpenPlan } from './open-plan.ts';
import { beginOf, placesAside, placesFor, type Place } from './rules/places.ts';

type Places = Answer<typeof contract.findPlaces>;
/** Talks that are asked whether they could make way. */
const mostAsked = 60;

export async function findPlaces(
  platform: Platform,
  actor: Person,
  cycleId: string,
  employeeId: string,
  { from, after }: { from?: string | undefined; after?: string | undefined },
): Promise<Result<Places>> {
  const opened = await openPlan(platform, actor, cycleId, employeeId);
  if (!opened.ok) return opened;
  const { cycle, start, zone } = opened.value;
  const lengthMs = cycle.settings.lengthMinutes * 60_000;
  const since = after ? new Date(new Date(after).getTime() + lengthMs) : from ? beginOf(from, zone) : null;
  const isDense = from !== undefined;
  const { part, readAt } = await collectPart(platform, opened.value, [employeeId]);
  let places = placesFor(part, employeeId, since, isDense);
  if (places.length === 0 && start === null) places = await findAside(platform, opened.value, employeeId, since);
  const people = await findPeople(
    platform,
    actor.tenantId,
    places.flatMap(({ aside }) => aside?.employeeId ?? []),
  );
  const spanOf = (begin: Date): { start: string; end: string } => ({
    start: begin.toISOString(),
    end: new Date(begin.getTime() + lengthMs).toISOString(),
  });
  return done({
    readAt: readAt.toISOString(),
    places: places.map(({ start: begin, aside }) => ({
      ...spanOf(begin),
      aside: aside && { employee: refOf(people.get(aside.employeeId), aside.employeeId), ...spanOf(aside.start) },
    })),
  });
}

/** Other talks of the two are asked whether they could move, but for those that HR has put where they are. */
async function findAside(platform: Platform, opened: OpenPlan, employeeId: string, since: Date | null): Promise<Place[]> {
  const { plan, cycle, managerId } = opened;
  const two = [employeeId, managerId];
  const held = new Set((cycle.chosen ?? []).map((one) => one.employeeId));
  const near = plan.placed.filter((talk) => !held.has(talk.employeeId) && (two.includes(talk.managerId) || two.includes(talk.employeeId)));
  if (near.length === 0) return [];
  const ids = near.slice(0, mostAsked).map((talk) => talk.employeeId);
  const { part } = await collectPart(platform, opened, [employeeId, ...ids]);
  return placesAside(part, employeeId, held, since);
}
