/** Who would be in a round if it started today, beside who was in the one before. Reads the directory as Samtal knows it, no calendar. */
import { findPeople, listPeople, refOf, type KnownPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { noticesFor } from '../plan-cycle.ts';
import { mostNamed } from '../rules/notices.ts';
import { rulesOf } from '../rules/settings.ts';
import { pairsOf } from '../rules/sort-pairs.ts';
import { findCycle, listCyclesAround, type CycleRecord } from '../store.ts';
import type { Preview } from './contract.ts';
import { changedPeople } from './rules/starting.ts';

export async function readPreview(platform: Platform, { tenantId }: Person, cycleId: string): Promise<Result<Preview>> {
  const cycle = await findCycle(platform.db, tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  const { settings, recurrence } = cycle;
  const rules = rulesOf(settings);
  const chosen = await listPeople(platform, tenantId, settings.departments);
  const managerIds = [...chosen.flatMap(({ managerId }) => managerId ?? []), ...rules.heldBy.map(({ managerId }) => managerId)];
  const { pairs, alone } = pairsOf(chosen, await findPeople(platform, tenantId, managerIds), rules);
  const last = recurrence?.previousId ? await findCycle(platform.db, tenantId, recurrence.previousId) : null;
  const inIt = pairs.map(({ employeeId }) => employeeId);
  const { newcomers, gone } = changedPeople(last ? employeesOf(last) : inIt, inIt);
  const notices = await noticesFor(platform, tenantId, { pairs, chosen }, await listCyclesAround(platform.db, tenantId, cycle));
  const named = [...newcomers, ...gone, ...notices.flatMap(({ personIds }) => personIds.slice(0, mostNamed))];
  const people = await findPeople(platform, tenantId, named);
  const some = (ids: string[]): Preview['gone'] => ({
    people: ids.slice(0, mostNamed).map((id) => refOf(people.get(id), id)),
    inAll: ids.length,
  });
  return done({
    talks: pairs.length,
    departments: departmentsOf(chosen, new Set(inIt)),
    withoutManager: alone.length,
    newcomers: some(newcomers),
    gone: some(gone),
    notices: notices.map(({ kind, personIds, cycleName }) => ({ kind, ...some(personIds), cycleName })),
    daysOffPassed: rules.daysOff.length === 0 && last !== null && rulesOf(last.settings).daysOff.length > 0,
  });
}

/** Everybody who had a talk in it, with a time or without. */
const employeesOf = ({ plan }: CycleRecord): string[] =>
  [...(plan?.placed ?? []), ...(plan?.unplaced ?? [])].flatMap(({ employeeId, managerId }) => (managerId ? [employeeId] : []));

function departmentsOf(chosen: KnownPerson[], inIt: Set<string>): Preview['departments'] {
  const counts = new Map<string, number>();
  for (const { personId, department } of chosen) if (inIt.has(personId)) counts.set(department, (counts.get(department) ?? 0) + 1);
  return [...counts].map(([department, talks]) => ({ department, talks })).sort((a, b) => a.department.localeCompare(b.department, 'sv'));
}
