/** The manager's answer when a talk lacks its room: another one that is free then, or none. What follows in calendars is done by the clock. */
import { dueAt } from '#api/platform/db/due.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { TalkRecord } from '../store.ts';
import { findFreeRoom } from './find-free-room.ts';

/** The facts to write with the answer; `no-room-free` when there is no other room. */
export async function roomAnswer(
  platform: Platform,
  talk: TalkRecord,
  choice: 'other-room' | 'without-room',
): Promise<Result<Partial<TalkRecord>>> {
  const facts = { attention: null, roomDue: talk.booking?.eventId ? dueAt(platform.clock.now()) : null };
  if (choice === 'without-room') return done({ ...facts, room: null, roomWanted: false });
  const { start, end } = talk;
  if (!start || !end) return refuse('talk-has-no-time');
  const room = await findFreeRoom(platform, talk, { start, end }, { not: talk.room?.address ?? null });
  return room ? done({ ...facts, room }) : refuse('no-room-free');
}
