import { describe, expect, it } from 'vitest';
import { answerRequest, isAnswered } from './answer.ts';
import type { HostSide } from './host-side.ts';
import { isFromApp, readRequest, replyTo, tell } from './message.ts';
import { outcomeOf } from './outcome.ts';

const meeting = {
  id: 'MSo1',
  meetingId: 'MCMx',
  chatId: '19:meeting_x@thread.v2',
  joinUrl: 'https://teams.microsoft.com/l/meetup-join/x',
  subject: 'Talk',
  start: '2026-12-03T09:00:00.000Z',
  end: '2026-12-03T10:00:00.000Z',
  organizerId: 'boss',
  tenantId: 'tenant',
};

/** A page that notes what it was asked to do. */
function givenSide(change: Partial<HostSide> = {}): { side: HostSide; done: unknown[] } {
  const done: unknown[] = [];
  const note = (...what: unknown[]): void => void done.push(what);
  const side: HostSide = {
    facts: {
      host: 'teams',
      contentUrl: 'https://samtal.example/',
      tabName: 'Samtal',
      person: { id: 'anna', name: 'Anna Ek', userPrincipalName: 'anna@x.example' },
      tenantId: 'tenant',
      locale: 'sv-se',
      theme: 'dark',
      frame: 'content',
      entityId: 'tab',
      subEntityId: 'talks/1',
      teamsAppId: 'app',
      meeting: null,
      sessionId: 's',
    },
    meeting: () => null,
    token: () => Promise.resolve('ey.a.b'),
    openLink: (url) => (note('link', url), Promise.resolve(true)),
    openApp: (place) => (note('app', place), place.teamsAppId === 'app'),
    openEvent: (id) => Promise.resolve(id === 'known'),
    composeMeeting: (draft) => note('compose', draft),
    pickPeople: () => Promise.resolve(null),
    shareLink: (link) => note('share', link),
    openDialog: (question) => (note('dialog', question), Promise.resolve({ result: 'chosen' })),
    dialog: null,
    tellDialog: (message) => note('tell-dialog', message),
    signIn: (question) => (note('sign-in', question), Promise.resolve({ result: 'a code' })),
    signedIn: null,
    goBack: () => note('back'),
    register: (name) => note('register', name),
    readyToUnload: () => note('ready-to-unload'),
    started: (news) => note('started', news),
    ...change,
  };
  return { side, done };
}
const ask = (func: string, args: unknown[] = [], side = givenSide().side): Promise<unknown[] | null> =>
  answerRequest({ id: 1, uuid: null, func, args }, side);

describe('start of an app', () => {
  it('answers initialize with frame, client, abilities as JSON text and a library version', async () => {
    const [frame, client, runtime, version] = (await ask('initialize', ['2.58.0', 4])) ?? [];
    expect([frame, client, version]).toEqual(['content', 'web', '2.58.0']);
    expect(JSON.parse(String(runtime))).toMatchObject({
      apiVersion: 4,
      isLegacyTeams: false,
      supports: { calendar: {}, pages: { currentApp: {} } },
    });
  });

  it('offers no nested sign-in: position 3 is a version, not abilities', async () => {
    const version = String((await ask('initialize'))?.[3]);
    expect(() => JSON.parse(version) as unknown).toThrow();
    expect(JSON.stringify(await ask('initialize'))).not.toContain('nestedAppAuth');
  });

  it('says who, where and how it looks, flat', async () => {
    expect(await ask('getContext')).toEqual([
      expect.objectContaining({
        userObjectId: 'anna',
        tid: 'tenant',
        subEntityId: 'talks/1',
        locale: 'sv-se',
        theme: 'dark',
        hostName: 'Teams',
      }),
    ]);
    expect((await ask('getContext'))?.[0]).not.toHaveProperty('chatId');
  });

  it('names chat and meeting inside a meeting', async () => {
    const { side } = givenSide();
    const inside = { ...side, facts: { ...side.facts, frame: 'sidePanel' as const, meeting: { chatId: 'c', meetingId: 'm' } } };
    expect(await ask('getContext', [], inside)).toEqual([
      expect.objectContaining({ frameContext: 'sidePanel', chatId: 'c', meetingId: 'm' }),
    ]);
  });

  it.each([
    ['appInitialization.appLoaded', ['2.58.0'], { kind: 'loaded' }, null],
    ['appInitialization.success', ['2.58.0'], { kind: 'ready' }, [undefined]],
    ['appInitialization.failure', ['Other', 'No store'], { kind: 'failed', reason: 'Other', message: 'No store' }, null],
    ['appInitialization.expectedFailure', ['NotFound', ''], { kind: 'ready' }, null],
  ])('hears %s', async (func, args, news, reply) => {
    const { side, done } = givenSide();
    expect(await ask(func, args, side)).toEqual(reply);
    expect(done).toEqual([['started', news]]);
  });
});

describe('questions of an app', () => {
  it('gives a token, or the reason why not', async () => {
    expect(await ask('authentication.getAuthToken', [null, null, null, null])).toEqual([true, 'ey.a.b']);
    const { side } = givenSide({ token: () => Promise.reject(new Error('The account is disabled.')) });
    expect(await ask('authentication.getAuthToken', [], side)).toEqual([false, 'The account is disabled.']);
  });

  it('notes what the app wants to hear, and answers nothing', async () => {
    const { side, done } = givenSide();
    expect(await ask('registerHandler', ['backButton'], side)).toBeNull();
    expect(done).toEqual([['register', 'backButton']]);
  });

  it('opens links and places', async () => {
    const { side, done } = givenSide();
    expect(await ask('executeDeepLink', ['https://x.example/'], side)).toEqual([true]);
    expect(await ask('pages.currentApp.navigateTo', [{ pageId: 'tab', subPageId: 'team' }], side)).toEqual([null]);
    expect(await ask('pages.navigateToApp', [{ appId: 'other', pageId: 'p' }], side)).toEqual([false, expect.any(String)]);
    expect(await ask('navigateBack', [], side)).toEqual([true]);
    expect(done[1]).toEqual(['app', { teamsAppId: 'app', pageId: 'tab', subPageId: 'team' }]);
  });

  it('opens what the calendar holds', async () => {
    expect(await ask('calendar.openCalendarItem', [{ itemId: 'known' }])).toEqual([true]);
    expect(await ask('calendar.openCalendarItem', [{ itemId: 'other' }])).toEqual([false, expect.any(String)]);
    expect(await ask('calendar.composeMeeting', [{ attendees: ['a@x.example', 3], subject: 'Hi' }])).toEqual([true]);
  });

  it('describes the meeting, with the ids a tab knows it by', async () => {
    const { side } = givenSide({ meeting: () => Promise.resolve(meeting) });
    expect(await ask('meeting.getMeetingDetails', [true], side)).toEqual([
      null,
      expect.objectContaining({
        details: expect.objectContaining({ id: 'MCMx', msGraphResourceId: 'MSo1', type: 'Scheduled' }),
        conversation: { id: meeting.chatId },
      }),
    ]);
    expect(await ask('meeting.getMeetingDetails')).toEqual([expect.objectContaining({ errorCode: 500 })]);
  });

  it('lets people be picked', async () => {
    expect(await ask('people.selectPeople', [{ singleSelect: true }])).toEqual([expect.objectContaining({ errorCode: 8000 })]);
  });

  it('offers places to share, and says what its own tab is', async () => {
    const { side, done } = givenSide();
    expect(await ask('shareDeepLink', ['talks/1', 'My talk', null], side)).toBeNull();
    expect(done).toEqual([['share', { subPageId: 'talks/1', label: 'My talk' }]]);
    expect(await ask('settings.getSettings')).toEqual([
      { entityId: 'tab', contentUrl: 'https://samtal.example/', suggestedDisplayName: 'Samtal' },
    ]);
  });

  it('signs in elsewhere, and says how that ended', async () => {
    const { side, done } = givenSide();
    expect(await ask('authentication.authenticate', ['https://x.example', null, 400, false], side)).toEqual([true, 'a code']);
    expect(done).toEqual([['sign-in', { url: 'https://x.example', width: 600, height: 400 }]]);
    const refused = givenSide({ signIn: () => Promise.resolve({ error: 'CancelledByUser' }) });
    expect(await ask('authentication.authenticate', [], refused.side)).toEqual([false, 'CancelledByUser']);
  });

  it('hears from the window of the sign-in how it ended', async () => {
    const ends: unknown[] = [];
    const { side } = givenSide({ signedIn: (end) => void ends.push(end) });
    expect(await ask('authentication.authenticate.success', ['a code'], side)).toBeNull();
    expect(await ask('authentication.authenticate.failure', ['denied'], side)).toBeNull();
    expect(ends).toEqual([{ result: 'a code' }, { error: 'denied' }]);
  });

  it('hears that the app may be left', async () => {
    const { side, done } = givenSide();
    expect(await ask('readyToUnload', [], side)).toBeNull();
    expect(done).toEqual([['ready-to-unload']]);
  });
});

describe('dialogs', () => {
  const size = { width: 'medium', height: 200 };

  it('show a page or a card, and end with its result', async () => {
    const { side, done } = givenSide();
    const page = { title: 'Pick', url: 'https://samtal.example/pick', ...size };
    expect(await ask('tasks.startTask', [page], side)).toEqual([null, 'chosen']);
    expect(await ask('tasks.startTask', [{ title: 'Card', card: '{}', ...size }], side)).toEqual([null, 'chosen']);
    expect(done).toEqual([
      ['dialog', { kind: 'url', title: 'Pick', url: page.url, size }],
      ['dialog', { kind: 'card', title: 'Card', card: '{}', size }],
    ]);
  });

  it('end with a sentence when the person closes them, and do not begin with nothing to show', async () => {
    const { side } = givenSide({ openDialog: () => Promise.resolve({ error: 'closed' }) });
    expect(await ask('tasks.startTask', [{ url: 'https://samtal.example' }], side)).toEqual(['closed']);
    expect(await ask('tasks.startTask', [{ title: 'Empty' }], side)).toEqual([expect.objectContaining({ errorCode: 4000 })]);
  });

  it('send their result, change their size and talk with whoever opened them', async () => {
    const said: unknown[] = [];
    const dialog = {
      submit: (result: unknown) => void said.push(['submit', result]),
      resize: (to: unknown) => void said.push(['resize', to]),
      tellOpener: (message: unknown) => void said.push(['tell', message]),
    };
    const { side, done } = givenSide({ dialog });
    for (const [func, arg] of [
      ['tasks.completeTask', { answer: 1 }],
      ['tasks.updateTask', size],
      ['messageForParent', 'up'],
      ['messageForChild', 'down'],
    ] as const)
      expect(await ask(func, [arg], side)).toBeNull();
    expect(said).toEqual([
      ['submit', { answer: 1 }],
      ['resize', size],
      ['tell', 'up'],
    ]);
    expect(done).toEqual([['tell-dialog', 'down']]);
  });
});

describe('what a host does not have', () => {
  it.each([
    ['chat.openChat', [false, expect.any(String)]],
    ['mail.composeMail', [false, expect.any(String)]],
    ['navigateCrossDomain', [false, expect.any(String)]],
    ['authentication.getUser', [false, expect.any(String)]],
    ['meeting.shareAppContentToStage', [expect.objectContaining({ errorCode: 100 })]],
    ['clipboard.writeToClipboard', [expect.objectContaining({ errorCode: 100 })]],
    ['toString', [expect.objectContaining({ errorCode: 100 })]],
  ])('refuses %s so that the app hears it', async (func, reply) => {
    expect(await ask(func)).toEqual(reply);
    expect(isAnswered(func, givenSide().side)).toBe(false);
  });

  it.each([
    ['teams', 'Teams', ['calendar', 'people']],
    ['outlook', 'Outlook', ['calendar']],
    ['office', 'Office', []],
  ] as const)('%s says its name and what it has of calendar and people', async (host, hostName, has) => {
    const { side } = givenSide();
    const inside = { ...side, facts: { ...side.facts, host } };
    expect((await ask('getContext', [], inside))?.[0]).toMatchObject({ hostName });
    const { supports } = JSON.parse(String((await ask('initialize', [], inside))?.[2])) as { supports: object };
    expect(Object.keys(supports).filter((name) => ['calendar', 'people'].includes(name))).toEqual(has);
    expect(isAnswered('people.selectPeople', inside)).toBe(host === 'teams');
    const asked = await ask('calendar.openCalendarItem', [{ itemId: 'known' }], inside);
    expect(asked).toEqual(host === 'office' ? [false, expect.any(String)] : [true]);
  });

  it.each([
    [true, [true], 'answered'],
    [true, [null, {}], 'answered'],
    [true, [undefined], 'answered'],
    [true, null, 'heard'],
    [true, [false, 'why'], 'refused'],
    [true, [{ errorCode: 500 }], 'refused'],
    [false, [false, 'why'], 'unsupported'],
  ] as const)('tells the desk (%j, %j) as %s', (answered, args, outcome) => {
    expect(outcomeOf(answered, args as unknown[] | null)).toBe(outcome);
  });
});

describe('messages', () => {
  it('reads requests of new and old libraries', () => {
    expect(readRequest({ id: 0, uuidAsString: 'u', func: 'getContext', args: [1] })).toEqual({
      id: 0,
      uuid: 'u',
      func: 'getContext',
      args: [1],
    });
    expect(readRequest({ id: 3, func: 'getContext' })).toEqual({ id: 3, uuid: null, func: 'getContext', args: [] });
  });

  it.each([null, 'text', 7, {}, { id: '1', func: 'x' }, { id: 1 }, { func: 'x' }])('takes %j for no request', (data) => {
    expect(readRequest(data)).toBeNull();
  });

  it('answers with number and uuid, tells without a number', () => {
    expect(replyTo({ id: 4, uuid: 'u', func: 'x', args: [] }, ['a'])).toEqual({ id: 4, uuidAsString: 'u', args: ['a'] });
    expect(replyTo({ id: 4, uuid: null, func: 'x', args: [] }, [])).toEqual({ id: 4, args: [] });
    expect(tell('themeChange', 'dark')).toEqual({ func: 'themeChange', args: ['dark'] });
  });

  it('listens to the app only: its window and its origin', () => {
    const app = {};
    expect(isFromApp({ source: app, origin: 'http://localhost:2' }, app, 'http://localhost:2')).toBe(true);
    expect(isFromApp({ source: {}, origin: 'http://localhost:2' }, app, 'http://localhost:2')).toBe(false);
    expect(isFromApp({ source: app, origin: 'http://localhost:3' }, app, 'http://localhost:2')).toBe(false);
    expect(isFromApp({ source: null, origin: 'http://localhost:2' }, null, 'http://localhost:2')).toBe(false);
  });
});
