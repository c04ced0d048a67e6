/**
 * Puts Samtal into the chat of a talk's meeting, so that the side panel is there: seven days before the talk, not with the booking, where it
 * would triple the calls of a cycle. The chat's id is found then.
 */
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { backOffMs } from '#api/platform/worker/worker.ts';
import { claimMark, closeMark, putOffMark } from '../moving/store.ts';
import { refusedWaitMs } from './rules.ts';

/** Resource-specific permissions that appPackage/manifest.json asks for in the meeting's chat. */
const chatPermissions = [
  { permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType: 'Delegated' as const },
  { permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType: 'Application' as const },
];

/** One step of the clock. Answers false when no chat is due. */
export async function installInNextChat(platform: Platform): Promise<boolean> {
  const { db, clock, graph, log } = platform;
  const talk = await claimMark(db, 'chatDue', clock.now());
  if (!talk) return false;
  const { tenantId, managerId, booking } = talk;
  try {
    // Let go meanwhile: what is booked anew comes with a mark of its own.
    if (!booking?.joinUrl) await closeMark(db, 'chatDue', talk, {});
    else {
      const chatId = booking.chatId ?? (await graph.findMeetingChat(tenantId, managerId, booking.joinUrl));
      if (!chatId) throw new MicrosoftUnavailable('Teams has not made the chat yet', false);
      await graph.installInChat(tenantId, chatId, chatPermissions);
      await closeMark(db, 'chatDue', talk, { 'booking.chatId': chatId });
    }
  } catch (error) {
    if (!(error instanceof GraphRefused || error instanceof MicrosoftUnavailable)) throw error;
    const attempts = talk.chatDue?.attempts ?? 1;
    const waitMs = error instanceof GraphRefused ? refusedWaitMs(attempts) : backOffMs(attempts, error.retryAfterSeconds);
    log.warn({ talkId: talk._id, waitMs, err: error }, 'the chat of a meeting waits for Microsoft 365');
    await putOffMark(db, 'chatDue', talk, new Date(clock.now().getTime() + waitMs));
  }
  return true;
}
