/** Counts the talks of a cycle by state and department, for HR. Answers numbers only. */
import { listNotified } from '#api/reminder/list-notified.ts';
import { listPrepared } from '#api/preparation/list-prepared.ts';
import type { Platform } from '#api/platform/platform.ts';
import { factsOf, partiesOf } from './read-access.ts';
import { readyAt, type Paced } from './booking/rules/pace.ts';
import type { TalkStatus } from './contract.ts';
import { statusOf, type TalkFacts } from './rules.ts';
import { isLeftUnsigned } from './parting/rules.ts';
import { listTalksOfCycle, type TalkRecord } from './store.ts';

type Department = {
  department: string;
  talks: number;
  withoutTime: number;
  planned: number;
  released: number;
  live: number;
  held: number;
  signed: number;
};
type Progress = {
  talks: number;
  toBook: number;
  booked: number;
  notified: number;
  waiting: 'microsoft-unavailable' | 'microsoft-refused' | null;
  waitingTalks: number;
  readyAt: string | null;
};
export type TalkCounts = { progress: Progress; departments: Department[] };

export async function countTalks(platform: Platform, tenantId: string, cycleId: string): Promise<TalkCounts> {
  const talks = await listTalksOfCycle(platform.db, tenantId, cycleId);
  const preparedOf = await listPrepared(platform, tenantId, talks.map(partiesOf));
  const departments = new Map<string, Department>();
  for (const talk of talks) {
    const one = departments.get(talk.department) ?? {
      department: talk.department,
      talks: 0,
      withoutTime: 0,
      planned: 0,
      released: 0,
      live: 0,
      held: 0,
      signed: 0,
    };
    departments.set(talk.department, one);
    one.talks += 1;
    if (!talk.start || isLeftUnsigned(talk)) one.withoutTime += 1;
    one[statusInCycle(factsOf(talk, preparedOf(talk._id).releases))] += 1;
  }
  const notified = await listNotified(platform, tenantId, cycleId);
  return {
    progress: progressOf(talks, notified, platform.clock.now()),
    departments: [...departments.values()].sort((a, b) => a.department.localeCompare(b.department, 'sv')),
  };
}

/** One that ended without both signatures is still to be had, without a time: it counts as the one will that its employee starts over. */
function statusInCycle(facts: TalkFacts): Exclude<TalkStatus, 'closed'> {
  const status = statusOf(facts);
  return status === 'closed' ? 'planned' : status;
}

/** A booking that was claimed more than once and is still open waits for Microsoft 365. That it refuses is told first: it does not pass by itself. */
function progressOf(talks: TalkRecord[], notified: ReadonlySet<string>, now: Date): Progress {
  const open = talks.filter(({ bookDue }) => bookDue !== null);
  const booked = talks.filter(({ booking }) => booking?.bookedAt != null);
  const refused = open.filter(({ booking }) => booking?.refused != null);
  const unanswered = open.filter(({ bookDue, booking }) => (bookDue?.attempts ?? 0) > 1 && !booking?.refused);
  return {
    talks: talks.length,
    toBook: talks.filter(({ booking }) => booking !== null).length,
    booked: booked.length,
    // Whose booked time is gone again was told as well, and is not among those that it is counted beside.
    notified: booked.filter(({ employeeId }) => notified.has(employeeId)).length,
    waiting: refused.length > 0 ? 'microsoft-refused' : unanswered.length > 0 ? 'microsoft-unavailable' : null,
    waitingTalks: refused.length > 0 ? refused.length : unanswered.length,
    readyAt: readyAt(talks.flatMap(pacedOf), now)?.toISOString() ?? null,
  };
}

/** A booking that is refused until a setting changes says nothing about how fast the others go. */
const pacedOf = ({ managerId, booking }: TalkRecord): Paced[] =>
  booking && !booking.refused ? [{ managerId, bookedAt: booking.bookedAt }] : [];
