/**
 * What the host answers to each question of an app. One function per question: request -> arguments of the reply, or null when teams-js waits
 * for none. No React, no DOM. Names, orders and shapes are those of teams-js 2.58.0.
 */
import { initializeReply, legacyContext } from './context.ts';
import type { AppPlace, Draft, HostSide, MeetingFacts, PeopleQuestion } from './host-side.ts';
import type { Request } from './message.ts';

type Answer = unknown[] | null;
type Answerer = (args: unknown[], side: HostSide) => Answer | Promise<Answer>;

/** ErrorCode of teams-js. */
const notSupported = { errorCode: 100, message: 'This host does not answer that.' };
const userAbort = { errorCode: 8000, message: 'The person closed the list.' };
const notInMeeting = { errorCode: 500, message: 'The app is not in a meeting.' };

const answerers: Record<string, Answerer> = {
  initialize: (_, side) => initializeReply(side.facts.frame),
  getContext: (_, side) => [legacyContext(side.facts)],
  'appInitialization.appLoaded': (_, side) => silently(() => side.started({ kind: 'loaded' })),
  'appInitialization.success': (_, side) => {
    side.started({ kind: 'ready' });
    return [undefined];
  },
  'appInitialization.failure': ([reason, message], side) =>
    silently(() => side.started({ kind: 'failed', reason: text(reason), message: text(message) })),
  // The app shows the reason itself: there is something to see.
  'appInitialization.expectedFailure': (_, side) => silently(() => side.started({ kind: 'ready' })),
  registerHandler: ([name], side) => silently(() => side.register(text(name))),
  readyToUnload: () => null,
  'authentication.getAuthToken': (_, side) =>
    side.token().then(
      (token) => [true, token],
      (error: unknown) => [false, error instanceof Error ? error.message : 'The token could not be given.'],
    ),
  executeDeepLink: async ([url], side) => status(await side.openLink(text(url)), 'The link leads nowhere.'),
  navigateBack: (_, side) => {
    side.goBack();
    return [true];
  },
  'pages.currentApp.navigateTo': ([place], side) => [side.openApp(inThisApp(place, side)) ? null : notSupported],
  'pages.currentApp.navigateToDefaultPage': (_, side) => [side.openApp(inThisApp({}, side)) ? null : notSupported],
  'pages.navigateToApp': ([place], side) => status(side.openApp(readAppPlace(place)), 'That app is not here.'),
  'calendar.openCalendarItem': async ([item], side) =>
    status(await side.openEvent(text(field(item, 'itemId'))), 'The calendar holds no such item.'),
  'calendar.composeMeeting': ([draft], side) => {
    side.composeMeeting(readDraft(draft));
    return [true];
  },
  'meeting.getMeetingDetails': async (_, side) => {
    const meeting = await side.meeting();
    return meeting ? [null, meetingDetails(meeting)] : [notInMeeting];
  },
  'people.selectPeople': async ([question], side) => {
    const picked = await side.pickPeople(readQuestion(question));
    return picked ? [null, picked] : [userAbort];
  },
};

/** The reply's arguments; null: nobody waits for one. What is unknown is refused in the form its family of calls understands. */
export async function answerRequest({ func, args }: Request, side: HostSide): Promise<Answer> {
  if (Object.hasOwn(answerers, func)) return (await answerers[func]?.(args, side)) ?? null;
  return func.startsWith('authentication.') ? [false, notSupported.message] : [notSupported];
}

/** Shape of teams-js' IMeetingDetailsResponse. */
function meetingDetails(meeting: MeetingFacts): unknown {
  return {
    details: {
      id: meeting.meetingId,
      msGraphResourceId: meeting.id,
      scheduledStartTime: meeting.start,
      scheduledEndTime: meeting.end,
      joinUrl: meeting.joinUrl,
      title: meeting.subject,
      type: 'Scheduled',
    },
    conversation: { id: meeting.chatId },
    organizer: { id: meeting.organizerId, tenantId: meeting.tenantId },
  };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as { [key: string]: unknown })[name] : undefined;
const status = (done: boolean, reason: string): unknown[] => (done ? [true] : [false, reason]);

function silently(act: () => void): null {
  act();
  return null;
}

const readAppPlace = (place: unknown): AppPlace => ({
  teamsAppId: text(field(place, 'appId')) || null,
  pageId: text(field(place, 'pageId')) || null,
  subPageId: text(field(place, 'subPageId')) || null,
});
const inThisApp = (place: unknown, side: HostSide): AppPlace => ({ ...readAppPlace(place), teamsAppId: side.facts.teamsAppId });

const readDraft = (draft: unknown): Draft => ({
  attendees: texts(field(draft, 'attendees')),
  subject: text(field(draft, 'subject')),
  content: text(field(draft, 'content')),
  startTime: text(field(draft, 'startTime')),
  endTime: text(field(draft, 'endTime')),
});

const readQuestion = (question: unknown): PeopleQuestion => ({
  title: text(field(question, 'title')),
  single: field(question, 'singleSelect') === true,
  selected: texts(field(question, 'setSelected')),
});
