/**
 * What the host answers to each question of an app. One function per question: request -> arguments of the reply, or null when teams-js waits
 * for none. No React, no DOM. Names, orders and shapes are those of teams-js 2.58.0.
 */
import { hasAbility, initializeReply } from './abilities.ts';
import { legacyContext } from './context.ts';
import type { HostSide, MeetingFacts } from './host-side.ts';
import type { Request } from './message.ts';
import { field, inThisApp, readAppPlace, readDialog, readDraft, readPeopleQuestion, readSignIn, readSize, text } from './read-args.ts';

type Answer = unknown[] | null;
type Answerer = (args: unknown[], side: HostSide) => Answer | Promise<Answer>;

/** ErrorCode of teams-js. */
const notSupported = { errorCode: 100, message: 'This host does not answer that.' };
const invalid = { errorCode: 4000, message: 'There is nothing to show: neither an address nor a card.' };
const userAbort = { errorCode: 8000, message: 'The person closed the list.' };
const notInMeeting = { errorCode: 500, message: 'The app is not in a meeting.' };

const starting: Record<string, Answerer> = {
  initialize: (_, { facts }) => initializeReply(facts.host, facts.frame),
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
  readyToUnload: (_, side) => silently(() => side.readyToUnload()),
};

const signingIn: Record<string, Answerer> = {
  'authentication.getAuthToken': (_, side) =>
    side.token().then(
      (token) => [true, token],
      (error: unknown) => [false, error instanceof Error ? error.message : 'The token could not be given.'],
    ),
  'authentication.authenticate': async (args, side) => {
    const end = await side.signIn(readSignIn(args));
    return 'result' in end ? [true, end.result] : [false, end.error];
  },
  'authentication.authenticate.success': ([result], side) => silently(() => side.signedIn?.({ result: text(result) })),
  'authentication.authenticate.failure': ([reason], side) => silently(() => side.signedIn?.({ error: text(reason) })),
};

const going: Record<string, Answerer> = {
  executeDeepLink: async ([url], side) => status(await side.openLink(text(url)), 'The link leads nowhere.'),
  navigateBack: (_, side) => {
    side.goBack();
    return [true];
  },
  'pages.currentApp.navigateTo': ([place], side) => [side.openApp(inThisApp(place, side)) ? null : notSupported],
  'pages.currentApp.navigateToDefaultPage': (_, side) => [side.openApp(inThisApp({}, side)) ? null : notSupported],
  'pages.navigateToApp': ([place], side) => status(side.openApp(readAppPlace(place)), 'That app is not here.'),
  'settings.getSettings': (_, { facts }) => [
    { entityId: facts.entityId, contentUrl: facts.contentUrl, suggestedDisplayName: facts.tabName },
  ],
  shareDeepLink: ([subPageId, label], side) => silently(() => side.shareLink({ subPageId: text(subPageId), label: text(label) })),
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
    const picked = await side.pickPeople(readPeopleQuestion(question));
    return picked ? [null, picked] : [userAbort];
  },
};

const inDialogs: Record<string, Answerer> = {
  'tasks.startTask': async ([asked], side) => {
    const question = readDialog(asked);
    if (!question) return [invalid];
    const end = await side.openDialog(question);
    return 'error' in end ? [end.error] : [null, end.result];
  },
  'tasks.completeTask': ([result], side) => silently(() => side.dialog?.submit(result)),
  'tasks.updateTask': ([size], side) => silently(() => side.dialog?.resize(readSize(size))),
  messageForParent: ([message], side) => silently(() => side.dialog?.tellOpener(message)),
  messageForChild: ([message], side) => silently(() => side.tellDialog(message)),
};

const answerers: Record<string, Answerer> = { ...starting, ...signingIn, ...going, ...inDialogs };

/** Whether the host answers this call at all; what it does not is refused, and told to the desk. */
export const isAnswered = (func: string, { facts }: HostSide): boolean => Object.hasOwn(answerers, func) && hasAbility(facts.host, func);

/** The reply's arguments; null: nobody waits for one. What is unknown is refused in the form its family of calls understands. */
export async function answerRequest({ func, args }: Request, side: HostSide): Promise<Answer> {
  if (isAnswered(func, side)) return (await answerers[func]?.(args, side)) ?? null;
  return saysStatus.test(func) ? [false, notSupported.message] : [notSupported];
}

/** Calls whose answer is `[whether it was done, why not]`; all others take an error in the first place. */
const saysStatus =
  /^(authentication|calendar|mail|search|externalAppAuthentication)\.|^(chat\.openChat|conversations\.openConversation|settings\.setSettings|executeDeepLink|navigate(CrossDomain|Back|ToTab)|pages\.navigateToApp)$/;

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

const status = (done: boolean, reason: string): unknown[] => (done ? [true] : [false, reason]);

function silently(act: () => void): null {
  act();
  return null;
}
