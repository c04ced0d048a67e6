/** Times that suit both for a talk that has none, by the cycle's own rules. For its manager; changes nothing and holds nothing free. */
import { findTimeRules } from '#api/cycle/find-limits.ts';
import { readCalendars } from '#api/cycle/read-calendars.ts';
import { gridOf } from '#api/cycle/rules/calendar-grid.ts';
import { freeStarts, timesToOffer } from '#api/cycle/rules/free-times.ts';
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { TalkTimes } from '../contract.ts';
import { readAccess } from '../read-access.ts';
import { mayBook, timeToPrepareMs } from '../rules.ts';
import { listTalksOfTwo, type TalkRecord } from '../store.ts';

export async function findTimes(platform: Platform, actor: Person, talkId: string): Promise<Result<TalkTimes>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const refused = mayBook(access.facts, access.side);
  if (refused) return refused;
  return done((await readTimes(platform, access.talk)).offer);
}

/** Every start that is free now, and those of them to offer. For a caller who has already asked the policy table. */
export async function readTimes(platform: Platform, talk: TalkRecord): Promise<{ starts: Date[]; offer: TalkTimes }> {
  const none = { starts: [], offer: { times: [] } };
  const { tenantId, managerId, employeeId, lengthMinutes } = talk;
  const rules = await findTimeRules(platform, tenantId, talk.cycleId);
  const people = await findPeople(platform, tenantId, [managerId, employeeId]);
  const [manager, employee] = [people.get(managerId), people.get(employeeId)];
  if (!rules || !manager?.enabled || !employee?.enabled) return none;
  // From now on there must be time to prepare, whenever the cycle was launched.
  const soonest = new Date(platform.clock.now().getTime() + timeToPrepareMs);
  const window = { start: rules.window.start > soonest ? rules.window.start : soonest, end: rules.window.end };
  if (window.start >= window.end) return none;
  const calendars = await readCalendars(platform, tenantId, [manager, employee], window);
  const both = { manager: calendars.get(managerId), employee: calendars.get(employeeId) };
  if (!both.manager || !both.employee) return none;
  const others = await listTalksOfTwo(platform.db, talk, new Date(window.start.getTime() - dayMs), window.end);
  const starts = freeStarts({
    grid: gridOf(window),
    manager: both.manager,
    employee: both.employee,
    talks: { manager: spansOf(others, managerId), employee: spansOf(others, employeeId) },
    ...{ lengthMinutes, bufferMinutes: rules.bufferMinutes, maxPerDay: rules.maxPerDay },
  });
  const times = timesToOffer(starts, lengthMinutes, both.manager.timeZone).map((start) => ({
    start: start.toISOString(),
    end: endOf(talk, start).toISOString(),
  }));
  return { starts, offer: { times } };
}

const dayMs = 86_400_000;

/** When a talk that begins then ends. */
export const endOf = ({ lengthMinutes }: TalkRecord, start: Date): Date => new Date(start.getTime() + lengthMinutes * 60_000);

function spansOf(talks: TalkRecord[], personId: string): { start: Date; end: Date }[] {
  const theirs = talks.filter(({ employeeId, managerId }) => employeeId === personId || managerId === personId);
  return theirs.flatMap(({ start, end }) => (start && end ? [{ start, end }] : []));
}
