/**
 * The local Microsoft Graph against Microsoft's own description of it: what the product asks and what it is answered, property by property, and
 * the table of permissions. SAMTAL_GRAPH_OPENAPI names the folder with the description; without it these tests are skipped, by name.
 */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendActivity } from '#api/platform/graph/activity.ts';
import { moveEvent } from '#api/platform/graph/calendar-changes.ts';
import { createEvent, findEvent, readSchedules } from '#api/platform/graph/calendar.ts';
import { sendWithToken, type SendGraph } from '#api/platform/graph/http.ts';
import { sendMail } from '#api/platform/graph/mail.ts';
import { findMeetingChat, installInChat } from '#api/platform/graph/meeting.ts';
import { listPlaces } from '#api/platform/graph/places.ts';
import { readMailboxSettings, readUserChanges } from '#api/platform/graph/people.ts';
import { ada, bo, cy, dan, givenApp, tenantId } from '#infra/local/m365/given.ts';
import { exchangeChannel, type Exchange } from '#infra/local/m365/graph/exchange.ts';
import { permissionsOf } from '#infra/local/m365/graph/permissions.ts';
import { routes } from '#infra/local/m365/graph/routes.ts';
import { startTrial, type Trial } from '#infra/local/m365/graph/trial.ts';
import { descriptionFolder, deviationsOf, exchangesIn, isDescriptionThere, isMeant, meant, readDescription } from './exchange.ts';
import { deviations, schemaNamed } from './graph-schema.ts';

const home = fileURLToPath(new URL('../../', import.meta.url));
const readJson = (name: string): unknown => JSON.parse(readFileSync(join(descriptionFolder, name), 'utf8'));
const readme = readFileSync(join(home, 'infra/local/m365/graph/README.md'), 'utf8');

const exchanges: Exchange[] = [];
const note = (message: unknown): void => void exchanges.push(...exchangesIn(message as Exchange));
let trial: Trial;

/** What the product does, by its own functions. */
async function askAsTheProduct(): Promise<void> {
  const send: SendGraph = async (tenant, call) => sendWithToken(await trial.appToken({ tenant }), call);
  const { deltaLink } = await readUserChanges(send, tenantId, null);
  await readUserChanges(send, tenantId, deltaLink);
  await readMailboxSettings(send, tenantId, [ada, bo, cy, dan]);
  const from = new Date('2026-12-07T00:00:00Z');
  const to = new Date('2026-12-10T00:00:00Z');
  await readSchedules(send, tenantId, ada, ['ada@bakery.example', 'bo@bakery.example', 'who@bakery.example'], from, to);
  const event = {
    transactionId: 'likeness',
    bookingId: 'talk:1',
    subject: 'Talk',
    html: '<p>Hi</p>',
    start: from,
    end: to,
    attendee: { address: 'bo@bakery.example', name: 'Bo' },
    room: { address: 'oven@bakery.example', name: 'The oven' },
  };
  const made = await createEvent(send, tenantId, ada, event);
  await findEvent(send, tenantId, ada, 'talk:1');
  await moveEvent(send, tenantId, ada, made.id, { start: to, end: new Date(to.getTime() + 3_600_000) });
  const chatId = (await findMeetingChat(send, tenantId, ada, made.joinUrl ?? '')) ?? '';
  const consent = (['Delegated', 'Application'] as const).map((permissionType) => ({
    permissionValue: 'OnlineMeeting.ReadBasic.Chat',
    permissionType,
  }));
  await installInChat(send, tenantId, chatId, givenApp.teamsAppId, consent);
  const link = 'https://teams.microsoft.com/l/entity/app/samtal';
  await sendActivity(send, tenantId, bo, {
    type: 'signatureWaiting',
    parameters: { person: 'Ada' },
    preview: 'p',
    topic: 't',
    link,
    key: 'k',
  });
  const calendar = { name: 'talk.ics', text: 'BEGIN:VCALENDAR' };
  const mail = { to: { address: 'bo@bakery.example', name: 'Bo' }, subject: 's', html: 'h', calendar, key: 'm' };
  const attempt = { keep: () => Promise.resolve(true), undo: () => Promise.resolve() };
  for (const isRepeated of [false, true]) await sendMail(send, tenantId, 'ada@bakery.example', mail, { ...attempt, isRepeated });
  await listPlaces(send, tenantId);
}

/** The rest of what is answered, and refusals of each service. */
async function askForTheRest(): Promise<void> {
  const chat = `/chats/${trial.world.chats.all()[0]?.id ?? ''}`;
  const times = { startDateTime: '2026-12-01T00:00:00Z', endDateTime: '2026-12-31T00:00:00Z' };
  const window = new URLSearchParams(times).toString();
  const event = trial.world.events.by('user', ada)[0]?.id ?? '';
  const copy = trial.world.events.by('user', bo).find(({ responseStatus }) => responseStatus.response === 'notResponded')?.id ?? '';
  const reads = [
    ...['/users', `/users/${bo}`, `/users/${bo}/manager`, `/users/${ada}/directReports`, `/users/${ada}/calendarView?${window}`],
    ...[
      `/users/${ada}/calendarView/delta?${window}`,
      `/users/${ada}/events/${event}`,
      chat,
      `${chat}/members`,
      `${chat}/installedApps?$expand=teamsApp,teamsAppDefinition`,
    ],
    ...[
      `/users/${bo}/mailFolders/inbox`,
      `/users/${bo}/messages`,
      '/users/nobody',
      `/users/${dan}/mailboxSettings`,
      '/chats/none',
      '/subscriptions',
      '/users?$top=x',
    ],
  ];
  for (const path of reads) await trial.call('GET', path);
  await trial.callWith(['ProfilePhoto.Read.All'], 'GET', `/users/${ada}/photo`);
  await trial.call('POST', '/teamwork/sendActivityNotificationToRecipients', {
    topic: { source: 'entityUrl', value: `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${givenApp.teamsAppId}` },
    ...{ activityType: 'systemDefault', previewText: { content: 'p' }, templateParameters: [{ name: 'systemDefaultText', value: 'x' }] },
    recipients: [{ '@odata.type': '#microsoft.graph.aadUserNotificationRecipient', userId: bo }],
  });
  await trial.callWith(['TeamsTab.Read.All'], 'GET', `${chat}/tabs`);
  await trial.callWith(['TeamsAppInstallation.ReadForUser.All'], 'GET', `/users/${bo}/teamwork/installedApps?$expand=teamsApp`);
  await trial.call('PATCH', `/users/${ada}/events/${event}`, { subject: 'Rolls', location: { displayName: 'Oven' }, isReminderOn: false });
  await trial.call('POST', `/users/${bo}/events/${copy}/tentativelyAccept`, { comment: 'Perhaps', sendResponse: true });
  await trial.call('POST', `/users/${ada}/events/${event}/cancel`, { comment: 'No flour' });
}

describe.runIf(isDescriptionThere)('the local Microsoft Graph, by the description of the real one', () => {
  beforeAll(async () => {
    trial = await startTrial();
    subscribe(exchangeChannel, note);
    await askAsTheProduct();
    await askForTheRest();
  });
  afterAll(async () => {
    unsubscribe(exchangeChannel, note);
    await trial.stop();
  });

  it('asks and answers with the properties and types of Microsoft’s', () => {
    const found = exchanges.flatMap(deviationsOf);
    expect(exchanges.length).toBeGreaterThan(30);
    expect([...new Set(found.filter((one) => !isMeant(one)))]).toEqual([]);
    // What is meant to differ does differ, or the README's line about it is out of date.
    expect(meant.filter(({ form }) => !found.some((one) => form.test(one)))).toEqual([]);
    for (const name of [...meant.flatMap(({ said }) => said), 'error.innerError.date']) expect(readme).toContain(`\`${name}\``);
  });

  it('would notice an unknown property, a wrong type and a wrong value', () => {
    const description = readDescription();
    const wrong = { id: 'x', colour: 'red', isAllDay: 'no', sensitivity: 'secret', createdDateTime: 'yesterday', start: { dateTime: 5 } };
    expect(deviations(description, wrong, schemaNamed(description, 'microsoft.graph.event'), 'event').sort()).toEqual([
      'event.colour: unknown',
      'event.createdDateTime: no date-time',
      'event.isAllDay: string instead of boolean',
      'event.sensitivity: "secret" is not in the list',
      'event.start.dateTime: number instead of string',
    ]);
  });

  /** What Microsoft's list leaves out although the service takes it, with what is known of it. */
  const notListed: Record<string, string[]> = {
    'GET /users/{user}/events/{event}': ['Calendars.ReadWrite'],
    'GET /users/{user}/events/{event}/instances': ['Calendars.ReadWrite'],
  };
  /** Not in the copy of the list that is looked at; what opens places is on Microsoft's page (api/place-list). */
  const withoutList =
    /^GET \/places\/|^(GET|POST|PATCH|DELETE) \/users\/\{user\}\/(messages|mailFolders|memberOf|photo\/\$value|.*\/permanentDelete$)/;

  it('asks for permissions as Microsoft lists them, the least one included', () => {
    const listed = (readJson('permissions-by-path.json') as { paths: Record<string, Record<string, { least: string[]; all: string[] }>> })
      .paths;
    for (const [key, allowed] of Object.entries(permissionsOf)) {
      if (withoutList.test(key)) continue;
      const [method = '', path = ''] = key.split(' ');
      const entry = listed[`${method} ${path.replaceAll(/\{\w+\}/g, '{id}').toLowerCase()}`];
      const known = [...(notListed[key] ?? [])];
      expect(entry, key).toBeDefined();
      for (const [ours, theirs] of [
        [allowed.application, entry?.Application],
        [allowed.delegated, entry?.DelegatedWork],
      ] as const) {
        expect(
          ours.filter((name) => !theirs?.all.includes(name) && !known.includes(name)),
          key,
        ).toEqual([]);
        expect(
          (theirs?.least ?? []).some((name) => ours.includes(name)),
          key,
        ).toBe(true);
      }
    }
  });

  it('asks for a permission at every address, but where the call itself decides', () => {
    const open = routes
      .map(({ method, path }) => `${method} ${path}`)
      .filter((key) => !(key in permissionsOf) && !/ \/(\$batch|subscriptions)/.test(key));
    expect(open).toEqual([]);
  });
});
