/**
 * Plans a launched cycle again with the fewest moves, and says what would change and why. Keeps the proposal for HR to accept; sends nothing to
 * anybody, and changes no talk and no setting.
 */
import { randomUUID } from 'node:crypto';
import { directorySyncedAt, findPeople, refOf } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Refused, type Result } from '#api/platform/refusal/contract.ts';
import type { CycleSettings } from '../contract.ts';
import { noticeWithNames } from '../describe-cycle.ts';
import { planApart } from '../planner/plan-apart.ts';
import type { PlanInstance } from '../rules/instance-of.ts';
import { mostNamed } from '../rules/notices.ts';
import { planInOrder } from '../rules/order.ts';
import { lastDayOf } from '../rules/second-days.ts';
import { longestWindowDays, rulesOf } from '../rules/settings.ts';
import { wrongRule } from '../rules/usual-rules.ts';
import { zoneOf } from '../save-cycle.ts';
import { findCycle } from '../store.ts';
import { collectTalks } from './collect-talks.ts';
import type { Proposal, ReplanWish } from './contract.ts';
import { describeProposal } from './describe-proposal.ts';
import { findNotices } from './find-notices.ts';
import { againOf, spanToPlan } from './rules/again-of.ts';
import { differenceOf } from './rules/difference.ts';
import { firstInstant } from './rules/horizon.ts';
import { planAgain } from './rules/plan-again.ts';
import { recordOf } from './record-steps.ts';
import { addReplan } from './store.ts';

/** HR waits for it; the best plan found by then is used. */
const longestSearchMs = 60_000;

export async function proposeReplan(
  platform: Platform,
  actor: Person,
  cycleId: string,
  wish: ReplanWish,
  version: number,
): Promise<Result<Proposal>> {
  const { db, clock } = platform;
  const { tenantId, personId } = actor;
  const cycle = await findCycle(db, tenantId, cycleId);
  if (!cycle) return refuse('not-found');
  if (!cycle.launchedAt || !cycle.launchedBy || !cycle.talksCreatedAt) return refuse('not-launching');
  if (cycle.version !== version || cycle.replanDue) return refuse('stale');
  if (!(await directorySyncedAt(platform, tenantId))) return refuse('directory-not-ready');
  const { windowFrom, windowTo, bufferMinutes, maxPerDay, rules } = wish;
  const settings: CycleSettings = { ...cycle.settings, windowFrom, windowTo, bufferMinutes, maxPerDay, rules };
  // Days are those of whoever has launched it, as for every other time that is found for its talks.
  const zone = await zoneOf(platform, { tenantId, personId: cycle.launchedBy });
  const asked = { settings, wish, launchedAt: cycle.launchedAt, zone, first: firstInstant(clock.now(), zone) };
  const refused = check(asked);
  if (refused) return refused;
  const { input, sorted, people } = await collectTalks(platform, cycle, asked);
  const again = againOf(input);
  const search = async (instance: PlanInstance) => (await planApart(instance, { effort: 'normal', timeLimitMs: longestSearchMs })).result;
  const planned = await planAgain(again.instance, again.standing, again.judged, (instance) => planInOrder(instance, again.judged, search));
  const difference = differenceOf(again, planned, sorted);
  const replanId = randomUUID();
  const now = clock.now();
  const made = { _id: replanId, tenantId, cycleId, version, proposedAt: now, proposedBy: personId, settings, begunAt: null };
  await addReplan(db, { ...made, steps: recordOf(difference) });
  const notices = await findNotices(platform, { ...cycle, settings }, sorted, people);
  const named = await findPeople(
    platform,
    tenantId,
    notices.flatMap(({ personIds }) => personIds.slice(0, mostNamed)),
  );
  const ref = (id: string) => refOf(people.get(id) ?? named.get(id), id);
  const head = { replanId, version, talks: countOf(sorted), notices: notices.map((notice) => noticeWithNames(notice, ref)) };
  return done(describeProposal(head, difference, ref, (id) => !people.get(id)?.enabled));
}

function check(asked: Parameters<typeof spanToPlan>[0] & { wish: ReplanWish }): Refused | null {
  const { windowFrom, windowTo } = asked.settings;
  const daysTo = (last: string): number => (Date.parse(last) - Date.parse(windowFrom)) / 86_400_000;
  if (daysTo(windowTo) < 0) return refuse('wrong-input', { field: 'windowTo', detail: 'The last day lies before the first day.' });
  if (daysTo(lastDayOf(asked.settings)) > longestWindowDays)
    return refuse('wrong-input', { field: 'windowTo', detail: `A window has at most ${longestWindowDays} days.` });
  const wrong = wrongRule(rulesOf(asked.settings), asked.settings);
  if (wrong) return refuse('wrong-input', { field: `rules.${wrong.field}`, detail: wrong.detail });
  const back = asked.wish.away.findIndex(({ from, to }) => to < from);
  if (back >= 0) return refuse('wrong-input', { field: `away.${back}.to`, detail: 'Nobody is back before they leave.' });
  const { start, end } = spanToPlan(asked);
  return start < end ? null : refuse('window-too-near', { field: 'windowTo' });
}

const countOf = ({ open, leavers, otherManager, alone, soon }: Awaited<ReturnType<typeof collectTalks>>['sorted']): number =>
  [open, leavers, otherManager, alone, soon].reduce((sum, list) => sum + list.length, 0);
