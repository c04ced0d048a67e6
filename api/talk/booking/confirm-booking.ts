/** The manager says that the talk is in the calendars, where Samtal may not put it itself: a fact on the talk, and a word to the employee. */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from '../contract.ts';
import { describeTalk } from '../describe-talk.ts';
import { readAccess } from '../read-access.ts';
import { changeTalk } from '../store.ts';
import { isByHand } from './rules.ts';

export async function confirmBooking(platform: Platform, actor: Person, talkId: string, version: number): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (access?.side !== 'manager') return refuse('not-found');
  const { booking, employeeId } = access.talk;
  if (!booking || !isByHand(booking)) return refuse('nothing-to-confirm');
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const now = platform.clock.now();
  const changed = await changeTalk(
    platform.db,
    actor.tenantId,
    talkId,
    version,
    { booking: { ...booking, bookedAt: now, confirmedBy: actor.personId, refused: null }, bookDue: null, noticeDue: dueAt(now) },
    { notices: { key: `${talkId}:talk-booked:${booking.version}:${employeeId}`, kind: 'talk-booked', recipientId: employeeId } },
  );
  if (!changed) return refuse('stale');
  platform.wake('collect-notices');
  return done(await describeTalk(platform, actor, changed, access.prepared));
}
