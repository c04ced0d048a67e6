import { describe, expect, it } from 'vitest';
import { answerRequest } from './answer.ts';
import type { HostSide } from './host-side.ts';
import { isFromApp, readRequest, replyTo, tell } from './message.ts';

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
    goBack: () => note('back'),
    register: (name) => note('register', name),
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

  it.each([
    ['authentication.authenticate', [false, expect.any(String)]],
    ['meeting.shareAppContentToStage', [expect.objectContaining({ errorCode: 100 })]],
    ['toString', [expect.objectContaining({ errorCode: 100 })]],
  ])('refuses %s so that the app hears it', async (func, reply) => {
    expect(await ask(func)).toEqual(reply);
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
