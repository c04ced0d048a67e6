/** Teams meetings, found by the address they are joined at or by id. */
import type { OnlineMeeting } from '../../core/entities.ts';
import type { World } from '../../core/world.ts';
import type { Answer, Call, Route } from '../call.ts';
import { outlookTime } from '../event-answer.ts';
import { checkOptions, root } from '../odata/query.ts';
import { badRequest, GraphRefusal, notFound } from '../refusal.ts';
import type { Fields } from '../shape.ts';
import { teamsUser } from '../tenant.ts';

function fieldsOf(world: World, meeting: OnlineMeeting): Fields {
  const organizer = world.users.get(meeting.organizerId);
  const chat = world.chats.get(meeting.chatId);
  const person = (id: string, role: string): Fields => {
    const user = world.users.get(id);
    return { upn: user?.userPrincipalName ?? null, role, identity: { user: { id, displayName: user?.displayName ?? null } } };
  };
  return {
    id: meeting.id,
    creationDateTime: outlookTime(meeting.createdDateTime),
    startDateTime: outlookTime(meeting.start),
    endDateTime: outlookTime(meeting.end),
    joinWebUrl: meeting.joinUrl,
    subject: meeting.subject,
    isBroadcast: false,
    isEntryExitAnnounced: false,
    allowedPresenters: 'everyone',
    allowMeetingChat: 'enabled',
    allowTeamworkReactions: true,
    allowAttendeeToEnableCamera: true,
    allowAttendeeToEnableMic: true,
    recordAutomatically: false,
    chatInfo: { threadId: meeting.chatId, messageId: '0', replyChainMessageId: null },
    participants: {
      organizer: { ...person(meeting.organizerId, 'presenter'), upn: organizer?.userPrincipalName ?? null },
      attendees: (chat?.memberIds ?? []).filter((id) => id !== meeting.organizerId).map((id) => person(id, 'attendee')),
    },
  };
}

/** Who is asked about must be the organiser, and with a person's own token, be that person. */
function organizerId(world: World, call: Call): string {
  const user = teamsUser(world, call);
  if (call.caller.userId !== null && call.caller.userId !== user.id)
    throw new GraphRefusal(403, 'Forbidden', 'User does not have access to the meeting.');
  return user.id;
}

const filterForm = /^\s*JoinWebUrl\s+eq\s+'((?:[^']|'')*)'\s*$/i;

function find(world: World, call: Call): Answer {
  checkOptions(call, ['$filter']);
  const id = organizerId(world, call);
  const filter = call.query.get('$filter');
  if (filter === null) throw badRequest("Filter expression expected - /onlineMeetings?$filter=ParameterName+eq+'...'");
  const joinUrl = filterForm.exec(filter)?.[1]?.replaceAll("''", "'");
  if (joinUrl === undefined) throw badRequest(`Invalid filter clause: '${filter}'. JoinWebUrl is what can be filtered.`);
  const found = world.onlineMeetings.by('joinUrl', joinUrl).filter((meeting) => meeting.organizerId === id);
  return {
    status: 200,
    body: { '@odata.context': `${root}/$metadata#users('${id}')/onlineMeetings`, value: found.map((one) => fieldsOf(world, one)) },
  };
}

function one(world: World, call: Call): Answer {
  const id = organizerId(world, call);
  const meeting = world.onlineMeetings.get(call.at.meeting ?? '');
  if (!meeting || meeting.organizerId !== id) throw notFound('The meeting was not found.');
  return {
    status: 200,
    body: { '@odata.context': `${root}/$metadata#users('${id}')/onlineMeetings/$entity`, ...fieldsOf(world, meeting) },
  };
}

export const meetingRoutes: Route[] = [
  { method: 'GET', path: '/users/{user}/onlineMeetings', answer: find },
  { method: 'GET', path: '/users/{user}/onlineMeetings/{meeting}', answer: one },
];
