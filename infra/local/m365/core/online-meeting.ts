/** Makes the Teams meeting of an event: its four names, and the chat its people share. Puts nothing into calendars. */
import type { Chat, OnlineMeeting } from './entities.ts';
import { newMeetingIds } from './ids.ts';
import type { World } from './world.ts';

export type MeetingWanted = {
  tenantId: string;
  organizerId: string;
  /** Everybody else of the same tenant. */
  memberIds: string[];
  subject: string;
  start: string;
  end: string;
  iCalUId: string;
};

export function addOnlineMeeting(world: World, wanted: MeetingWanted): OnlineMeeting {
  const { memberIds, ...facts } = wanted;
  const createdDateTime = world.clock.now().toISOString();
  const meeting: OnlineMeeting = { ...newMeetingIds(wanted.tenantId, wanted.organizerId), ...facts, createdDateTime };
  const chat: Chat = {
    id: meeting.chatId,
    tenantId: wanted.tenantId,
    chatType: 'meeting',
    topic: wanted.subject,
    memberIds: [...new Set([wanted.organizerId, ...memberIds])],
    withBot: false,
    onlineMeetingId: meeting.id,
    createdDateTime,
  };
  world.onlineMeetings.put(meeting.id, meeting);
  world.chats.put(chat.id, chat);
  return meeting;
}
