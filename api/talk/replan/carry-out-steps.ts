/**
 * Carries out an accepted re-plan of a cycle, talk by talk: each by one guarded write that also records what the calendars are to be told, exactly
 * once whatever is killed or pressed twice. A talk that has changed since HR saw the plan is left alone. What moves the events is carry-out-move.ts,
 * book-talk.ts and cancel-events.ts, as if the two had done it.
 */
import { dueAt } from '#api/platform/db/due.ts';
import type { Platform } from '#api/platform/platform.ts';
import { bookingFor } from '../booking/plan-booking.ts';
import { handingOver, type Change as HandOverChange } from '../hand-over/hand-over-talk.ts';
import { openingParting } from '../parting/open-parting.ts';
import { findFreeRoom } from '../room/find-free-room.ts';
import { prepareByFor } from '../rules.ts';
import { changeTalk, findTalksByIds, listTalksOfCycle, type TalkRecord } from '../store.ts';
import type { Accepted, ReplanStep, Span } from './contract.ts';
import { heldTimes, holdsToo, isAsPlanned, isClear, isUnderWay } from './rules.ts';

/** So many in one round; the next one begins with what has changed meanwhile. */
const mostPerRound = 300;

/**
 * One round: begins every step whose turn it is. A talk goes to its new time once the talk that was there has left, in the calendar too; those that wait
 * for one another in a circle are tried all the same, and the move itself looks at both calendars.
 * @returns whether a step is left that has not been begun
 */
export async function carryOutSteps(platform: Platform, accepted: Accepted, cycleId: string, steps: ReplanStep[]): Promise<boolean> {
  const { tenantId, replanId } = accepted;
  const leaving = steps.flatMap(({ talkId, to }) => (to === 'withdrawn' ? [talkId] : []));
  const present = await listTalksOfCycle(platform.db, tenantId, cycleId);
  const gone = (await findTalksByIds(platform.db, tenantId, leaving)).filter(({ withdrawnAt }) => withdrawnAt != null);
  const talks = [...present, ...gone];
  const byId = new Map(talks.map((talk) => [talk._id, talk]));
  const held = heldTimes(talks, steps);
  const waiting: { talk: TalkRecord; step: ReplanStep }[] = [];
  let begun = 0;
  for (const step of steps) {
    const talk = byId.get(step.talkId);
    if (!talk || talk.replanId === replanId || !isAsPlanned(talk, step)) continue;
    if (begun === mostPerRound) return true;
    const there = typeof step.to === 'string' ? null : step.to;
    const as = step.handOver ? { ...talk, managerId: step.handOver.to } : talk;
    if (there && !isClear(held, as, there)) {
      waiting.push({ talk, step });
      continue;
    }
    if (!(await accepted.holdOn())) return true;
    if (await carryOutStep(platform, accepted, step)) {
      begun += 1;
      if (there) holdsToo(held, as, there);
    }
  }
  const [first] = waiting;
  if (begun === 0 && first && !talks.some((talk) => isUnderWay(talk, replanId))) await carryOutStep(platform, accepted, first.step);
  if (begun > 0) platform.wake('book-talks', 'move-talks', 'cancel-events', 'collect-notices');
  return waiting.length > 0;
}

/** Answers whether the step was begun now. Somebody who writes to the talk at the same moment makes it look again. */
async function carryOutStep(platform: Platform, { replanId, tenantId, by }: Accepted, step: ReplanStep): Promise<boolean> {
  for (;;) {
    const [talk] = await findTalksByIds(platform.db, tenantId, [step.talkId]);
    if (!talk || talk.replanId === replanId || !isAsPlanned(talk, step)) return false;
    const { set, push } = changeOf(talk, step, by, platform.clock.now());
    const room = await roomAt(platform, talk, step);
    if (await changeTalk(platform.db, tenantId, talk._id, talk.version, { ...set, ...room, replanId }, push)) return true;
  }
}

/** A talk that wants a room gets one that is free at its new time; without any it goes all the same, and its manager is asked (mailbox/). */
async function roomAt(platform: Platform, talk: TalkRecord, { to, handOver }: ReplanStep): Promise<Pick<TalkRecord, 'room'> | null> {
  if (!talk.roomWanted || typeof to === 'string') return null;
  const own = talk.start && talk.end ? { start: talk.start, end: talk.end } : null;
  const room = await findFreeRoom(platform, handOver ? { ...talk, managerId: handOver.to } : talk, to, { own });
  return { room };
}

type Change = { set: Partial<TalkRecord>; push?: HandOverChange['push'] };

function changeOf(talk: TalkRecord, { to, why, handOver }: ReplanStep, by: string, now: Date): Change {
  if (to === 'parts' && handOver) return openingParting(talk, { to: handOver.to, by }, now);
  if (handOver) return handingOver(talk, { ...handOver, by, time: typeof to === 'string' ? null : to }, now);
  if (typeof to === 'string') return withdrawal(talk, now);
  const bookings = talk.bookings + 1;
  const time = { start: to.start, end: to.end, prepareBy: prepareByFor(to.start), bookings, attention: null };
  if (!talk.booking || !talk.start || !talk.end || !why)
    return { set: { ...time, booking: bookingFor(talk.tenantId, talk._id, bookings), moved: null, bookDue: dueAt(now) } };
  const from: Span = { start: talk.start, end: talk.end };
  const booking = { ...talk.booking, version: bookings, eventVersion: talk.booking.eventVersion ?? talk.booking.version };
  const moved = { by, at: now, from, outcome: 'under-way' as const, objection: null, why };
  return { set: { ...time, booking, moved, moveDue: dueAt(now) } };
}

/** One of the two has left: the event goes, and nobody is shown a talk that will not be. What was written stays its author's. */
export function withdrawal({ booking, managerId }: TalkRecord, now: Date): Change {
  const none = { start: null, end: null, prepareBy: null, booking: null, moved: null, chatDue: null, attention: null };
  const set = { ...none, withdrawnAt: now };
  if (!booking?.eventId) return { set };
  return { set: { ...set, unwantedDue: dueAt(now) }, push: { unwanted: { organizerId: managerId, eventId: booking.eventId } } };
}
