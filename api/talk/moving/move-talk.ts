/**
 * Moves a booked talk to the time that one of the two chose, if it is still free for both: one guarded write of the talk, from which the clock
 * then moves the event. Also the way back to where the talk was. Whoever comes too late is told the next times.
 */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { endOf, readTimes } from '../booking/find-times.ts';
import type { Talk } from '../contract.ts';
import { describeTalk } from '../describe-talk.ts';
import { moveFactsOf, readAccess } from '../read-access.ts';
import { prepareByFor } from '../rules.ts';
import { changeTalk } from '../store.ts';
import { findFreeRoom } from '../room/find-free-room.ts';
import { mayMove } from './rules.ts';

export async function moveTalk(platform: Platform, actor: Person, talkId: string, wanted: string, version: number): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const { talk } = access;
  const start = new Date(wanted);
  // The same press once more, as after a lost answer: the talk is there already.
  const isThere = talk.moved != null && !talk.startedAt && talk.start?.getTime() === start.getTime();
  if (isThere) return done(await describeTalk(platform, actor, talk, access.prepared));
  const refused = mayMove(moveFactsOf(talk));
  if (refused) return refused;
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const { starts, offer } = await readTimes(platform, talk);
  const isBack = offer.back !== null && new Date(offer.back.start).getTime() === start.getTime();
  if (!talk.booking || !talk.start || !talk.end) return refuse('talk-has-no-time');
  const end = isBack && talk.moved ? talk.moved.from.end : endOf(talk, start);
  const suitsBoth = isBack || starts.some((free) => free.getTime() === start.getTime());
  if (!suitsBoth) return refuse('time-taken', { current: offer });
  // The times are those of two people. None free is no reason to stay: the manager is asked about the room then.
  const own = { start: talk.start, end: talk.end };
  const room = talk.roomWanted ? await findFreeRoom(platform, talk, { start, end }, { own }) : (talk.room ?? null);
  const bookings = talk.bookings + 1;
  const now = platform.clock.now();
  const changed = await changeTalk(platform.db, actor.tenantId, talkId, version, {
    start,
    end,
    prepareBy: prepareByFor(start),
    booking: { ...talk.booking, version: bookings, eventVersion: talk.booking.eventVersion ?? talk.booking.version },
    bookings,
    room,
    roomDue: null,
    moved: { by: actor.personId, at: now, from: { start: talk.start, end: talk.end }, outcome: 'under-way', objection: null },
    moveDue: dueAt(now),
  });
  if (!changed) return whyNot(platform, actor, talkId);
  platform.wake('move-talks');
  return done(await describeTalk(platform, actor, changed, access.prepared));
}

/** The other was faster, or something else about the talk has changed. */
async function whyNot(platform: Platform, actor: Person, talkId: string): Promise<Result<Talk>> {
  const now = await readAccess(platform, actor, talkId, 'talk');
  return (now && mayMove(moveFactsOf(now.talk))) ?? refuse('stale');
}
