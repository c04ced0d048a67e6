/**
 * The talk behind a Teams meeting that begins or ends, and whose it is. For the bot, which hears of it from Teams and not from a person: it then asks
 * for each of the two, with the rights of each.
 */
import type { Platform } from '#api/platform/platform.ts';
import { findTalkInChat } from './store.ts';

export type TalkInMeeting = {
  talkId: string;
  employeeId: string;
  managerId: string;
  start: Date | null;
  startedAt: Date | null;
  finishedAt: Date | null;
};

/** Null for every meeting that no talk was booked with. */
export async function findMeeting(platform: Platform, tenantId: string, chatId: string): Promise<TalkInMeeting | null> {
  const talk = await findTalkInChat(platform.db, tenantId, chatId);
  if (!talk) return null;
  const { _id: talkId, employeeId, managerId, start, startedAt, finishedAt } = talk;
  return { talkId, employeeId, managerId, start, startedAt, finishedAt };
}
