/** Chats and their members. What is installed in them is in installed.ts. */
import type { World } from '../../core/world.ts';
import type { Answer, Call, Route } from '../call.ts';
import { outlookTime } from '../event-answer.ts';
import { checkOptions, listAnswer, root } from '../odata/query.ts';
import type { Fields } from '../shape.ts';
import { chatOf } from '../tenant.ts';

function chat(world: World, call: Call): Answer {
  checkOptions(call, []);
  const found = chatOf(world, call);
  const meeting = found.onlineMeetingId === null ? undefined : world.onlineMeetings.get(found.onlineMeetingId);
  const event = meeting && world.events.by('iCalUId', meeting.iCalUId).find(({ userId }) => userId === meeting.organizerId);
  const organizer = meeting && {
    id: meeting.organizerId,
    displayName: world.users.get(meeting.organizerId)?.displayName ?? null,
    userIdentityType: 'aadUser',
  };
  const body: Fields = {
    '@odata.context': `${root}/$metadata#chats/$entity`,
    id: found.id,
    topic: found.topic,
    createdDateTime: outlookTime(found.createdDateTime),
    lastUpdatedDateTime: outlookTime(found.createdDateTime),
    chatType: found.chatType,
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(found.id)}/0?tenantId=${found.tenantId}`,
    tenantId: found.tenantId,
    isHiddenForAllMembers: false,
    onlineMeetingInfo: meeting ? { calendarEventId: event?.id ?? null, joinWebUrl: meeting.joinUrl, organizer } : null,
    viewpoint: null,
  };
  return { status: 200, body };
}

function members(world: World, call: Call): Answer {
  const found = chatOf(world, call);
  const organizerId = found.onlineMeetingId === null ? null : world.onlineMeetings.get(found.onlineMeetingId)?.organizerId;
  const items = found.memberIds.map((userId) => {
    const user = world.users.get(userId);
    return {
      '@odata.type': '#microsoft.graph.aadUserConversationMember',
      id: Buffer.from(`2##${found.tenantId}##${found.id}##${userId}`).toString('base64'),
      roles: organizerId === null || organizerId === userId ? ['owner'] : [],
      displayName: user?.displayName ?? null,
      visibleHistoryStartDateTime: '0001-01-01T00:00:00Z',
      userId,
      email: user?.mail ?? null,
      tenantId: found.tenantId,
    };
  });
  const listing = { context: `chats('${encodeURIComponent(found.id)}')/members`, filter: null, pageSize: 50, most: 999 };
  return listAnswer(call, items, listing, (item) => item);
}

export const chatRoutes: Route[] = [
  { method: 'GET', path: '/chats/{chat}', answer: chat },
  { method: 'GET', path: '/chats/{chat}/members', answer: members },
];
