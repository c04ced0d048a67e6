/** Creates a cycle, once per id, and changes one that is not launched. A change drops the plan: it was made for other settings. */
import { isDeepStrictEqual } from 'node:util';
import { findPerson, listPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Refused, type Result } from '#api/platform/refusal/contract.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import type { Cycle, CycleSettings } from './contract.ts';
import { describeCycle } from './describe-cycle.ts';
import { recurrenceAfterChange } from './recurrence/keep-rounds.ts';
import { checkSettings, rulesOf } from './rules/settings.ts';
import { addCycle, changeDraft, findCycle, type CycleRecord } from './store.ts';

/** A repeated call with the same id answers what is stored; one that says something else is shown it. */
export async function createCycle(
  platform: Platform,
  actor: Person,
  { cycleId, ...settings }: CycleSettings & { cycleId: string },
): Promise<Result<Cycle>> {
  const refused = await check(platform, actor, settings);
  if (refused) return refused;
  const cycle: CycleRecord = {
    _id: cycleId,
    tenantId: actor.tenantId,
    createdAt: platform.clock.now(),
    createdBy: actor.personId,
    settings,
    plan: null,
    launchedAt: null,
    launchedBy: null,
    launchDue: null,
    talksCreatedAt: null,
    version: 1,
  };
  if (await addCycle(platform.db, cycle)) return done(await describeCycle(platform, cycle));
  const stored = await findCycle(platform.db, actor.tenantId, cycleId);
  if (!stored) return refuse('not-found');
  const isSame = isDeepStrictEqual(stored.settings, settings);
  return isSame ? done(await describeCycle(platform, stored)) : refuse('stale', { current: stored.settings });
}

export async function updateCycle(
  platform: Platform,
  actor: Person,
  cycleId: string,
  settings: CycleSettings,
  version: number,
): Promise<Result<Cycle>> {
  const cycle = await findCycle(platform.db, actor.tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  if (cycle.launchedAt) return refuse('already-launched');
  const refused = await check(platform, actor, settings);
  if (refused) return refused;
  if (cycle.version !== version) return refuse('stale', { current: cycle.settings });
  const set = { settings, plan: null, ...recurrenceAfterChange({ ...cycle, settings }, platform.clock.now()) };
  const changed = await changeDraft(platform.db, actor.tenantId, cycleId, version, set);
  return changed ? done(await describeCycle(platform, changed)) : refuse('stale', { current: cycle.settings });
}

async function check(platform: Platform, actor: Person, settings: CycleSettings): Promise<Refused | null> {
  if (!newestTemplate(settings.templateId)) return refuse('template-unknown', { field: 'templateId' });
  const people = await listPeople(platform, actor.tenantId, settings.departments);
  if (people.length === 0) return refuse('nobody-chosen', { field: 'departments' });
  const { partnerId } = rulesOf(settings);
  const partner = partnerId ? await findPerson(platform, actor.tenantId, partnerId) : null;
  if (partnerId && !(partner?.enabled && partner.hasMailbox)) return refuse('partner-unknown', { field: 'rules.partnerId' });
  return checkSettings(settings, await zoneOf(platform, actor), platform.clock.now());
}

/** The zone that HR's days are meant in. */
export async function zoneOf(platform: Platform, actor: { tenantId: string; personId: string }): Promise<string> {
  return (await findPerson(platform, actor.tenantId, actor.personId))?.timeZone ?? 'Etc/UTC';
}
