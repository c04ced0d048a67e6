import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendActivity, sendActivityInChat } from '#api/platform/graph/activity.ts';
import { readAutoReplies } from '#api/platform/graph/auto-replies.ts';
import { createEvent, findEvent, readEvent, readSchedules } from '#api/platform/graph/calendar.ts';
import { GraphRefused } from '#api/platform/graph/failures.ts';
import { sendWithToken, type SendGraph } from '#api/platform/graph/http.ts';
import { findMeetingChat, installInChat } from '#api/platform/graph/meeting.ts';
import { readMailboxSettings, readUserChanges } from '#api/platform/graph/people.ts';
import { deleteUser, saveUser } from '../core/directory.ts';
import { ada, bo, cy, dan, givenApp, tenantId } from '../given.ts';
import { startTrial, type Trial } from './trial.ts';

let trial: Trial;
let send: SendGraph;
beforeAll(async () => {
  trial = await startTrial();
  send = async (tenant, call) => sendWithToken(await trial.appToken({ tenant }), call);
});
afterAll(() => trial.stop());

const booking = {
  transactionId: '6a1b1d1e-0000-4000-8000-000000000001',
  bookingId: 'talk-1:1',
  subject: 'Utvecklingssamtal',
  html: '<p>Hej</p>',
  start: new Date('2026-12-09T12:00:00Z'),
  end: new Date('2026-12-09T13:00:00Z'),
  attendee: { address: 'bo@bakery.example', name: 'Bo Berg' },
};
const permissions = [
  { permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType: 'Delegated' as const },
  { permissionValue: 'OnlineMeeting.ReadBasic.Chat', permissionType: 'Application' as const },
];

describe('the product’s own calls', () => {
  it('reads the directory, then only what has changed', async () => {
    const first = await readUserChanges(send, tenantId, null);
    expect(first.users.map(({ id }) => id).sort()).toEqual([ada, bo, cy, dan]);
    expect(first.users.find(({ id }) => id === bo)?.['manager@delta']).toEqual([{ id: ada }]);
    const quiet = await readUserChanges(send, tenantId, first.deltaLink);
    expect(quiet.users).toEqual([]);
    const user = trial.world.users.get(cy);
    if (!user) throw new Error('Cy is there');
    saveUser(trial.world, { ...user, managerId: bo });
    const moved = await readUserChanges(send, tenantId, quiet.deltaLink);
    expect(moved.users[0]?.['manager@delta']).toEqual([{ id: ada, '@removed': { reason: 'deleted' } }, { id: bo }]);
    saveUser(trial.world, { ...user, managerId: ada });
  });

  it('learns of a deleted account', async () => {
    const { deltaLink } = await readUserChanges(send, tenantId, null);
    const user = trial.world.users.get(dan);
    if (!user) throw new Error('Dan is there');
    deleteUser(trial.world, user);
    const { users } = await readUserChanges(send, tenantId, deltaLink);
    expect(users).toEqual([{ id: dan, '@removed': { reason: 'changed' } }]);
    saveUser(trial.world, user);
  });

  it('starts over when the delta link is forgotten', async () => {
    const again = await readUserChanges(send, tenantId, 'https://graph.microsoft.com/v1.0/users/delta?$deltatoken=gone');
    expect(again.restarted).toBe(true);
    expect(again.users.length).toBe(4);
  });

  it('reads mailbox settings in batches; who has no mailbox is known', async () => {
    const settings = await readMailboxSettings(send, tenantId, [ada, dan]);
    expect(settings.get(ada)).toEqual({ timeZone: 'W. Europe Standard Time', locale: 'sv-SE' });
    expect(settings.get(dan)).toBeNull();
  });

  it('reads free and busy times and working hours', async () => {
    const from = new Date('2026-12-07T00:00:00Z');
    const to = new Date('2026-12-12T00:00:00Z');
    const found = await readSchedules(send, tenantId, ada, ['ada@bakery.example', 'bo@bakery.example', 'nobody@bakery.example'], from, to);
    expect(found.get('ada@bakery.example')?.busy.map(({ status, start }) => [status, start.toISOString()])).toEqual([
      ['busy', '2026-12-07T08:00:00.000Z'],
      ['oof', '2026-12-08T12:00:00.000Z'],
    ]);
    expect(found.get('bo@bakery.example')?.workingHours).toEqual({
      days: [1, 2, 3, 4, 5],
      from: 480,
      to: 1020,
      timeZone: 'W. Europe Standard Time',
    });
    expect(found.get('nobody@bakery.example')).toBeNull();
  });

  it('books once however often it asks, finds the event, its meeting and chat, and installs the app there', async () => {
    const made = await createEvent(send, tenantId, ada, booking);
    const repeated = await createEvent(send, tenantId, ada, booking);
    expect(repeated.id).toBe(made.id);
    expect(await findEvent(send, tenantId, ada, booking.bookingId)).toEqual(made);
    expect(await findEvent(send, tenantId, ada, 'another')).toBeNull();
    expect(await readEvent(send, tenantId, ada, made.id)).toEqual(made);
    expect(made.start).toEqual(booking.start);
    const chatId = await findMeetingChat(send, tenantId, ada, made.joinUrl ?? '');
    expect(chatId).toMatch(/^19:meeting_.+@thread\.v2$/);
    await installInChat(send, tenantId, chatId ?? '', givenApp.teamsAppId, permissions);
    await installInChat(send, tenantId, chatId ?? '', givenApp.teamsAppId, permissions);
    expect(trial.world.installedApps.by('target', chatId ?? '')).toHaveLength(1);
    const copies = trial.world.events.by('iCalUId', made.iCalUId);
    expect(copies.map(({ userId }) => userId).sort()).toEqual([ada, bo]);
  });

  it('puts a notification into the feed, in the recipient’s language, replacing the one with its key', async () => {
    const activity = {
      type: 'preparationDue',
      parameters: { manager: 'Ada Berg', when: '9 december' },
      preview: 'Svara på frågorna i lugn och ro',
      topic: 'Ditt samtal',
      link: 'https://teams.microsoft.com/l/entity/app/samtal',
      key: 'talk-1:preparation',
    };
    await sendActivity(send, tenantId, bo, activity);
    await sendActivity(send, tenantId, bo, activity);
    const feed = trial.world.activities.by('recipient', bo);
    expect(feed).toHaveLength(1);
    expect(feed[0]).toMatchObject({
      text: 'Förbered ditt samtal med Ada Berg: 9 december',
      link: activity.link,
      preview: activity.preview,
    });
    await expect(sendActivity(send, tenantId, cy, activity)).rejects.toMatchObject({ status: 403, code: 'Forbidden' });
    await expect(sendActivity(send, tenantId, bo, { ...activity, type: 'unheardOf' })).rejects.toBeInstanceOf(GraphRefused);
  });

  it('reaches whoever is in a chat that has the app, and leads them into it', async () => {
    const { joinUrl } = await createEvent(send, tenantId, ada, booking);
    const chatId = (await findMeetingChat(send, tenantId, ada, joinUrl ?? '')) ?? '';
    await installInChat(send, tenantId, chatId, givenApp.teamsAppId, permissions);
    const words = {
      parameters: { manager: 'Ada Berg', when: 'nu' },
      preview: 'Snart',
      topic: 'Ditt samtal',
      link: 'https://teams.microsoft.com/l/x',
    };
    const inChat = (personId: string) =>
      sendActivityInChat(send, tenantId, { chatId, personId }, { ...words, type: 'preparationDue', key: 'in-chat' });
    // So many a second have been sent above.
    trial.world.clock.moveTo(new Date(trial.world.clock.now().getTime() + 2000));
    await inChat(bo);
    await inChat(bo);
    const link = `https://teams.microsoft.com/l/chat/${encodeURIComponent(chatId)}/0`;
    expect(trial.world.activities.by('recipient', bo).filter((one) => one.link === link)).toHaveLength(1);
    await expect(inChat(cy)).rejects.toMatchObject({ status: 404 });
  });

  it('sees who is away, of whom it may: not who has no mailbox, and nobody without permission', async () => {
    const user = trial.world.users.get(bo);
    if (user?.mailbox) trial.world.users.put(bo, { ...user, mailbox: { ...user.mailbox, autoReplies: 'always' } });
    const found = await readAutoReplies(send, tenantId, [ada, bo, dan]);
    expect([...found].map(([id, { status }]) => [id, status])).toEqual([
      [ada, 'disabled'],
      [bo, 'alwaysEnabled'],
    ]);
    const without: SendGraph = async (tenant, call) => sendWithToken(await trial.appToken({ tenant, permissions: ['Mail.Send'] }), call);
    expect(await readAutoReplies(without, tenantId, [ada, bo])).toEqual(new Map());
  });
});
