import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ada, bo, cy, givenApp } from '../given.ts';
import { root, startTrial, type Reply, type Trial } from './trial.ts';

let trial: Trial;
let chatId = '';
let joinUrl = '';
beforeAll(async () => {
  trial = await startTrial();
  // Many notifications in a row: how many a second are taken is tried in throttle.test.ts.
  trial.world.limits.off = ['activity', 'activityToMany', 'installations'];
  const [meeting] = trial.world.onlineMeetings.all();
  ({ chatId, joinUrl } = meeting ?? { chatId, joinUrl });
});
afterAll(() => trial.stop());

const bind = { 'teamsApp@odata.bind': `${root}/appCatalogs/teamsApps/${givenApp.teamsAppId}` };
const basic = 'OnlineMeeting.ReadBasic.Chat';
const consent = (types = ['delegated', 'application']): object => ({
  consentedPermissionSet: { resourceSpecificPermissions: types.map((permissionType) => ({ permissionValue: basic, permissionType })) },
});
const code = ({ status, body }: Reply): unknown[] => [status, body.error?.code];

describe('online meetings', () => {
  it('are found by their address, exactly, with the organiser', async () => {
    const filter = (url: string): string => `$filter=${encodeURIComponent(`JoinWebUrl eq '${url}'`)}`;
    const found = await trial.call('GET', `/users/${ada}/onlineMeetings?${filter(joinUrl)}`);
    expect(found.body.value).toMatchObject([{ joinWebUrl: joinUrl, chatInfo: { threadId: chatId }, subject: 'Flour' }]);
    expect((await trial.call('GET', `/users/${ada}/onlineMeetings?${filter(`${joinUrl}x`)}`)).body.value).toEqual([]);
    expect((await trial.call('GET', `/users/${bo}/onlineMeetings?${filter(joinUrl)}`)).body.value).toEqual([]);
    const [{ id }] = found.body.value as [{ id: string }];
    expect((await trial.call('GET', `/users/${ada}/onlineMeetings/${encodeURIComponent(id)}`)).body.id).toBe(id);
    expect(code(await trial.call('GET', `/users/${ada}/onlineMeetings`))).toEqual([400, 'BadRequest']);
  });
});

describe('chats', () => {
  it('know their meeting and their members', async () => {
    const { body } = await trial.call('GET', `/chats/${encodeURIComponent(chatId)}`);
    expect(body).toMatchObject({ chatType: 'meeting', onlineMeetingInfo: { joinWebUrl: joinUrl, organizer: { id: ada } } });
    const event = await trial.call(
      'GET',
      `/users/${ada}/events/${String((body.onlineMeetingInfo as { calendarEventId: string }).calendarEventId)}`,
    );
    expect(event.body.subject).toBe('Flour');
    const members = await trial.call('GET', `/chats/${chatId}/members`);
    expect(members.body.value).toMatchObject([
      { userId: ada, roles: ['owner'] },
      { userId: bo, roles: [] },
    ]);
    expect(code(await trial.call('GET', '/chats/none'))).toEqual([400, 'BadRequest']);
    expect(code(await trial.call('GET', '/chats/19:meeting_none@thread.v2'))).toEqual([404, 'NotFound']);
    const stranger = { Authorization: `Bearer ${await trial.userToken(cy, ['Chat.ReadBasic'])}` };
    expect(code(await trial.call('GET', `/chats/${chatId}`, undefined, stranger))).toEqual([403, 'Forbidden']);
  });
});

describe('the app', () => {
  const install = (body: object): Promise<Reply> => trial.call('POST', `/chats/${chatId}/installedApps`, body);

  it('is installed in a chat with exactly the consent its manifest asks for', async () => {
    expect(code(await install({ ...bind }))).toEqual([400, 'BadRequest']);
    expect(code(await install({ ...bind, ...consent(['delegated']) }))).toEqual([400, 'BadRequest']);
    expect(code(await install({ ...bind, ...consent(), colour: 'red' }))).toEqual([400, 'BadRequest']);
    expect(code(await install({ ...consent() }))).toEqual([400, 'BadRequest']);
    const stranger = { 'teamsApp@odata.bind': `${root}/appCatalogs/teamsApps/stranger` };
    expect(code(await install({ ...stranger, ...consent() }))).toEqual([404, 'NotFound']);
    const plain = ['TeamsAppInstallation.ReadWriteSelfForChat.All'];
    expect(code(await trial.callWith(plain, 'POST', `/chats/${chatId}/installedApps`, { ...bind, ...consent() }))).toEqual([
      403,
      'Forbidden',
    ]);
    expect((await trial.call('POST', `/chats/${chatId}/tabs`, bind)).status).toBe(403);
    expect((await install({ ...bind, ...consent() })).status).toBe(201);
    expect(code(await install({ ...bind, ...consent() }))).toEqual([409, 'Conflict']);
  });

  it('is listed there, and gives the permissions the chat consented to', async () => {
    const { body } = await trial.call(
      'GET',
      `/chats/${chatId}/installedApps?$expand=teamsApp,teamsAppDefinition&$filter=teamsApp/externalId eq '${givenApp.teamsAppId}'`,
    );
    expect(body.value).toMatchObject([
      { teamsApp: { externalId: givenApp.teamsAppId }, teamsAppDefinition: { version: expect.any(String) } },
    ]);
    const [installed] = trial.world.installedApps.by('target', chatId);
    if (!installed) throw new Error('It is installed');
    expect(code(await trial.callWith([], 'GET', `/chats/${chatId}`))).toEqual([403, 'Forbidden']);
    trial.world.installedApps.put(installed.id, {
      ...installed,
      permissions: [{ permissionValue: 'ChatSettings.Read.Chat', permissionType: 'Application' }],
    });
    expect((await trial.callWith([], 'GET', `/chats/${chatId}`)).status).toBe(200);
  });

  it('brings its static tab, which takes neither name nor address', async () => {
    const rights = ['TeamsTab.Create', 'TeamsTab.Read.All'];
    const configuration = { entityId: 'x', contentUrl: 'https://x.example' };
    expect(code(await trial.callWith(rights, 'POST', `/chats/${chatId}/tabs`, { ...bind, displayName: 'Samtal', configuration }))).toEqual([
      400,
      'BadRequest',
    ]);
    expect((await trial.callWith(rights, 'GET', `/chats/${chatId}/tabs`)).body.value).toMatchObject([{ id: 'samtal-meeting' }]);
  });

  it('is installed for people', async () => {
    const rights = ['TeamsAppInstallation.ReadWriteSelfForUser.All'];
    const path = `/users/${cy}/teamwork/installedApps`;
    expect((await trial.callWith(rights, 'GET', path)).body.value).toEqual([]);
    expect((await trial.callWith(rights, 'POST', path, bind)).status).toBe(201);
    expect(code(await trial.callWith(rights, 'POST', path, bind))).toEqual([409, 'Conflict']);
  });

  it('is taken away again from people and chats, and whoever looks there is told each time', async () => {
    const rights = [
      ...['TeamsAppInstallation.ReadWriteSelfForUser.All', 'TeamsAppInstallation.ReadWriteSelfForChat.All'],
      'TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All',
    ];
    const told: string[] = [];
    const forget = trial.world.onChange(({ personId, area }) => void told.push(`${personId} ${area}`));
    for (const [where, body, seen] of [
      [`/users/${cy}/teamwork/installedApps`, bind, [`${cy} app`]],
      [`/chats/${chatId}/installedApps`, { ...bind, ...consent() }, [`${ada} chat`, `${bo} chat`]],
    ] as const) {
      const [installed] = (await trial.callWith(rights, 'GET', where)).body.value as { id: string }[];
      const one = `${where}/${encodeURIComponent(installed?.id ?? '')}`;
      told.length = 0;
      expect((await trial.callWith(rights, 'DELETE', one)).status).toBe(204);
      expect(told.sort()).toEqual(seen);
      expect(code(await trial.callWith(rights, 'DELETE', one))).toEqual([404, 'NotFound']);
      expect((await trial.callWith(rights, 'GET', where)).body.value).toEqual([]);
      expect((await trial.callWith(rights, 'POST', where, body)).status).toBe(201);
      expect(told.sort()).toEqual([...seen, ...seen].sort());
      // To consent is not to take away, in a chat.
      const consenting = ['TeamsAppInstallation.ReadWriteAndConsentSelfForChat.All', 'TeamsAppInstallation.ReadForUser.All'];
      expect((await trial.callWith(consenting, 'DELETE', one)).status).toBe(403);
    }
    forget();
    trial.world.installedApps.remove((trial.world.installedApps.by('target', cy)[0] ?? { id: '' }).id);
  });
});

describe('the activity feed', () => {
  const link = 'https://teams.microsoft.com/l/entity/app/samtal';
  const notice = {
    topic: { source: 'text', value: 'Talk', webUrl: link },
    activityType: 'signatureWaiting',
    previewText: { content: 'x'.repeat(200) },
    templateParameters: [{ name: 'person', value: 'Ada' }],
  };
  const send = (change: object = {}, to = bo): Promise<Reply> =>
    trial.call('POST', `/users/${to}/teamwork/sendActivityNotification`, { ...notice, ...change });
  const feed = (userId: string) => trial.world.activities.by('recipient', userId);

  it('shows the manifest’s text in the reader’s language and 150 characters of the preview', async () => {
    expect((await send()).status).toBe(204);
    expect(feed(bo).at(-1)).toMatchObject({ text: 'Samtalet med Ada väntar på din underskrift', link, topic: 'Talk', readAt: null });
    expect(feed(bo).at(-1)?.preview).toHaveLength(150);
    const user = trial.world.users.get(bo);
    if (!user?.mailbox) throw new Error('Bo has a mailbox');
    trial.world.users.put(bo, { ...user, mailbox: { ...user.mailbox, locale: 'de-DE' } });
    await send();
    trial.world.users.put(bo, user);
    expect(feed(bo).at(-1)?.text).toBe('Your talk with Ada is waiting for your signature');
  });

  it('has one entry per chain, the newest, unread', async () => {
    await send({ chainId: 12 });
    const [first] = feed(bo).filter(({ chainId }) => chainId === 12);
    await send({ chainId: 12, templateParameters: [{ name: 'person', value: 'Cy' }] });
    const chain = feed(bo).filter(({ chainId }) => chainId === 12);
    expect(chain).toMatchObject([{ text: 'Samtalet med Cy väntar på din underskrift' }]);
    expect(chain[0]?.id).not.toBe(first?.id);
  });

  it('takes what the manifest need not declare, and topics that are resources', async () => {
    await send({ activityType: 'systemDefault', templateParameters: [{ name: 'systemDefaultText', value: 'Anything' }] });
    expect(feed(bo).at(-1)?.text).toBe('Anything');
    const value = `${root}/users/${bo}/teamwork/installedApps/abc`;
    expect((await send({ topic: { source: 'entityUrl', value } })).status).toBe(204);
  });

  const refused: [string, object, number][] = [
    ['a type that is not in the manifest', { activityType: 'unheardOf' }, 400],
    ['a parameter left out', { templateParameters: [] }, 400],
    ['a text without a link', { topic: { source: 'text', value: 'Talk' } }, 400],
    ['a link that is not to Teams', { topic: { source: 'text', value: 'Talk', webUrl: 'https://samtal.example/x' } }, 400],
    ['a resource of another kind', { topic: { source: 'entityUrl', value: `${root}/chats/19:x@thread.v2` } }, 400],
    ['no topic', { topic: null }, 400],
    ['an icon that is not in the manifest', { iconId: 'bell' }, 400],
    ['another app', { teamsAppId: 'stranger' }, 403],
    ['an unknown property', { urgent: true }, 400],
    ['a chain that is no number', { chainId: 'a' }, 400],
  ];
  it.each(refused)('refuses %s', async (_what, change, status) => {
    const before = feed(bo).length;
    expect((await send(change)).status).toBe(status);
    expect(feed(bo)).toHaveLength(before);
  });

  it('is closed to those who do not have the app', async () => {
    const { status, body } = await send({}, cy);
    expect([status, body.error?.code]).toEqual([403, 'Forbidden']);
    expect(body.error?.message).toContain('Ensure that the expected Teams app is installed');
    expect(code(await send({}, 'nobody'))).toEqual([404, 'NotFound']);
  });

  const recipient = (userId: string): object => ({ '@odata.type': 'microsoft.graph.aadUserNotificationRecipient', userId });
  it('is reached in a chat by its members', async () => {
    const value = `${root}/chats/${chatId}`;
    const inChat = (userId: string): Promise<Reply> =>
      trial.call('POST', `/chats/${chatId}/sendActivityNotification`, {
        ...notice,
        topic: { source: 'entityUrl', value },
        recipient: recipient(userId),
      });
    expect((await inChat(bo)).status).toBe(204);
    expect((await inChat(cy)).status).toBe(404);
  });

  it('is reached by many at once, up to a hundred, with a token that lasts', async () => {
    const many = (recipients: unknown, headers = {}): Promise<Reply> =>
      trial.call('POST', '/teamwork/sendActivityNotificationToRecipients', { ...notice, recipients }, headers);
    const before = feed(ada).length;
    expect((await many([recipient(ada), recipient(cy), recipient('nobody')])).status).toBe(202);
    expect([feed(ada).length, feed(cy).length]).toEqual([before + 1, 0]);
    expect((await many(Array.from({ length: 101 }, () => recipient(ada)))).status).toBe(400);
    expect((await many([{ '@odata.type': '#microsoft.graph.channelMembersNotificationRecipient' }])).status).toBe(400);
    const exp = Math.floor(trial.world.clock.now().getTime() / 1000) + 40 * 60;
    const short = { Authorization: `Bearer ${await trial.appToken({ claims: { exp } })}` };
    expect((await many([recipient(ada)], short)).status).toBe(412);
  });
});
