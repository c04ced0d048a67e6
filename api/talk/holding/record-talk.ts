/**
 * Writes down a talk that was held without Samtal: when it began and how long it took. From then on it is like one that was just finished. A time
 * that is still ahead in the calendars stands for nothing any more, and its event is cancelled by the clock.
 */
import { dueAt } from '#api/platform/db/due.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { liveDocumentName } from '#api/note/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from '../contract.ts';
import { describeTalk } from '../describe-talk.ts';
import { signatureNotices } from '../finish-talk.ts';
import { readAccess } from '../read-access.ts';
import { changeTalk, type TalkRecord } from '../store.ts';
import { mayRecord } from './rules.ts';

export async function recordTalk(
  platform: Platform,
  actor: Person,
  talkId: string,
  { start: startText, minutes }: { start: string; minutes: number },
  version: number,
): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const { talk } = access;
  const now = platform.clock.now();
  const start = new Date(startText);
  const refused = mayRecord(access.facts, access.side, { start, minutes }, now);
  if (refused) return refused;
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  // An event that is being made or moved this moment would be left behind.
  if (isBeingBooked(talk)) return refuse('talk-being-booked');
  const end = new Date(start.getTime() + minutes * 60_000);
  const eventId = isAhead(talk, now) ? (talk.booking?.eventId ?? null) : null;
  const facts: Partial<TalkRecord> = {
    ...{ start, end, startedAt: start, startedBy: actor.personId },
    ...{ finishedAt: end > now ? now : end, finishedBy: actor.personId, noticeDue: dueAt(now) },
    ...(isAhead(talk, now) ? { booking: null, bookDue: null, moved: null, chatDue: null } : {}),
    ...(eventId ? { unwantedDue: dueAt(now) } : {}),
  };
  const pushed = {
    notices: { $each: signatureNotices(talk) },
    ...(eventId ? { unwanted: { organizerId: talk.managerId, eventId } } : {}),
  };
  const changed = await changeTalk(platform.db, actor.tenantId, talkId, version, facts, pushed);
  if (!changed) return refuse('stale');
  platform.wake('collect-notices', 'cancel-events');
  platform.live?.refresh(liveDocumentName(talkId));
  return done(await describeTalk(platform, actor, changed, access.prepared));
}

const isBeingBooked = ({ bookDue, moveDue, booking }: TalkRecord): boolean =>
  moveDue != null || (bookDue !== null && booking !== null && booking.bookedAt === null && booking.refused == null);
const isAhead = ({ start }: TalkRecord, now: Date): boolean => start !== null && start > now;
