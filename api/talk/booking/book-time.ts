/**
 * Gives a talk that has no time the one its manager chose, if it is still free for both, in one guarded write with the booking that the clock
 * then carries out. Whoever comes too late is told the next times.
 */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from '../contract.ts';
import { describeTalk } from '../describe-talk.ts';
import { readAccess } from '../read-access.ts';
import { mayBook, prepareByFor } from '../rules.ts';
import { changeTalk } from '../store.ts';
import { findFreeRoom } from '../room/find-free-room.ts';
import { endOf, readTimes } from './find-times.ts';
import { bookingFor } from './plan-booking.ts';

export async function bookTime(platform: Platform, actor: Person, talkId: string, wanted: string, version: number): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const refused = mayBook(access.facts, access.side);
  if (refused) return refused;
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const { talk } = access;
  const start = new Date(wanted);
  const { starts, offer } = await readTimes(platform, talk);
  if (!starts.some((free) => free.getTime() === start.getTime())) return refuse('time-taken', { current: offer });
  const end = endOf(talk, start);
  // None free is no reason to refuse the time: the manager is asked about the room then.
  const room = talk.roomWanted ? await findFreeRoom(platform, talk, { start, end }) : null;
  const bookings = talk.bookings + 1;
  const changed = await changeTalk(platform.db, actor.tenantId, talkId, version, {
    start,
    end,
    room,
    prepareBy: prepareByFor(start),
    booking: bookingFor(actor.tenantId, talkId, bookings),
    bookings,
    moved: null,
    bookDue: dueAt(platform.clock.now()),
  });
  if (!changed) return whyNot(platform, actor, talkId);
  platform.wake('book-talks');
  return done(await describeTalk(platform, actor, changed, access.prepared));
}

/** Another window was faster with this talk: it may have a time now, or something else about it has changed. */
async function whyNot(platform: Platform, actor: Person, talkId: string): Promise<Result<Talk>> {
  const now = await readAccess(platform, actor, talkId, 'talk');
  return (now?.side && mayBook(now.facts, now.side)) ?? refuse('stale');
}
