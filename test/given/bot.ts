/** Samtal's bot alone, over HTTP as Teams speaks to it: with a store and two people of its own, and the addresses of Microsoft beside it. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type express from 'express';
import { savePeople } from '#api/people/store.ts';
import { readConfig, type Config } from '#api/platform/config/config.ts';
import { connectDb } from '#api/platform/db/db.ts';
import { createApp } from '#api/platform/endpoint/http.ts';
import { createGraph } from '#api/platform/graph/graph.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { openKeyWrapper } from '#api/platform/seal/key-wrapper.ts';
import { createSeal } from '#api/platform/seal/seal.ts';
import { changeHolding } from '#api/talk/holding/store.ts';
import { addMissingTalks } from '#api/talk/store.ts';
import { builtInTemplates } from '#api/template/rules/built-in.ts';
import { mountBot } from '#bot/main.ts';
import { startStore } from '#infra/local/mongo/start.ts';
import { startTeamsService, type TeamsService } from './teams.ts';

export type GivenBot = {
  platform: Platform;
  teams: TeamsService;
  /** Where the bot is told things. */
  url: string;
  tenantId: string;
  clientId: string;
  teamsAppId: string;
  /** Swedish, and managed by Bo, who speaks English. */
  anna: { id: string; name: string };
  bo: { id: string; name: string };
  /** When it begins. */
  now: Date;
  /** Lets time go by. */
  pass(seconds: number): void;
  /** Puts both into the directory as they were at first. */
  savePeople(): Promise<void>;
  /** Anna's talk with Bo on Thursday 3 December at ten, booked; or what differs. Answers its id. */
  addTalk(change?: object): Promise<string>;
  /** A talk that both have signed, with a check-in today. */
  addCheckIn(): Promise<{ talkId: string; day: string }>;
  stop(): Promise<void>;
};

const now = new Date('2026-12-01T09:00:00Z');
export const meetingChatOf = (talkId: string): string => `19:meeting_${talkId}@thread.v2`;

export async function givenBot(): Promise<GivenBot> {
  const [tenantId, clientId, teamsAppId] = [randomUUID(), randomUUID(), randomUUID()];
  const anna = { id: randomUUID(), name: 'Anna Ek' };
  const bo = { id: randomUUID(), name: 'Bo [Lind](https://example.com)' };
  const folder = mkdtempSync(join(tmpdir(), 'samtal-bot-'));
  const store = process.env.MONGODB_URI ? { uri: process.env.MONGODB_URI, stop: () => undefined } : await startStore({});
  const teams = await startTeamsService();
  const config = readConfig({
    MONGODB_URI: store.uri,
    SAMTAL_DB: `bot-${randomUUID().slice(0, 8)}`,
    SAMTAL_CLIENT_ID: clientId,
    SAMTAL_CLIENT_SECRET: 'of-no-use',
    SAMTAL_APP_ID_URI: `api://localhost/${clientId}`,
    SAMTAL_TENANTS: tenantId,
    SAMTAL_PUBLIC_URL: 'http://localhost',
    SAMTAL_KEY_URL: pathToFileURL(join(folder, 'key')).href,
    SAMTAL_MAIL_FROM: 'samtal@example.com',
    SAMTAL_TEAMS_APP_ID: teamsAppId,
    SAMTAL_LOG: 'silent',
  });
  let at = now;
  const platform = await platformOf(config, () => at);
  const { url, close } = await listen(platform);
  return {
    ...{ platform, teams, url, tenantId, clientId, teamsAppId, anna, bo, now },
    pass(seconds) {
      at = new Date(at.getTime() + seconds * 1000);
    },
    async savePeople() {
      const settings = { settingsAt: now, enabled: true };
      await savePeople(platform.db, tenantId, [
        { personId: anna.id, set: { ...settings, name: anna.name, language: 'sv', timeZone: 'Europe/Stockholm', managerId: bo.id } },
        { personId: bo.id, set: { ...settings, name: bo.name, language: 'en', timeZone: 'Europe/London' } },
      ]);
    },
    addTalk: (change = {}) => addTalk(platform, { tenantId, anna, bo }, change),
    addCheckIn: () => addCheckIn(platform, { tenantId, anna, bo }),
    async stop() {
      await close();
      await platform.db.connection.dropDatabase();
      await platform.db.close();
      await teams.stop();
      await store.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function platformOf(config: Config, at: () => Date): Promise<Platform> {
  const db = await connectDb(config.mongoUri, config.dbName);
  const seal = createSeal(db, await openKeyWrapper(config.keyUrl));
  const log = createLog(config.logLevel);
  const clock = { now: at };
  return { ...{ config, clock, log, db, seal }, graph: createGraph(config), live: null, cards: null, wake: () => undefined };
}

async function listen(platform: Platform): Promise<{ url: string; close(): Promise<void> }> {
  const app = createApp(platform.config, platform.log, platform.clock);
  mountBot(app, platform);
  app.use((error: unknown, _request: express.Request, response: express.Response, _next: express.NextFunction) => {
    response.status(typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500).end();
  });
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Parties = Pick<GivenBot, 'tenantId' | 'anna' | 'bo'>;

/** Anna's talk with Bo on Thursday 3 December at ten, booked. */
async function addTalk({ db }: Platform, { tenantId, anna, bo }: Parties, change: object): Promise<string> {
  const talkId = randomUUID();
  const booking = {
    version: 1,
    transactionId: randomUUID(),
    eventId: 'e',
    iCalUId: 'i',
    joinUrl: 'https://teams.microsoft.com/l/meetup-join/x',
    chatId: meetingChatOf(talkId),
    bookedAt: now,
  };
  const closed = {
    startedAt: null,
    startedBy: null,
    finishedAt: null,
    finishedBy: null,
    bookings: 1,
    signing: null,
    signatures: [],
    signedContent: null,
    bookDue: null,
    noticeDue: null,
    notices: [],
  };
  const [template] = builtInTemplates;
  if (!template) throw new Error('There is no built-in template');
  const { templateId, version: templateVersion, releaseRule, sharedWithHr, managerPreparationVisible, lengthMinutes } = template;
  const frozen = { templateId, templateVersion, releaseRule, sharedWithHr, managerPreparationVisible, lengthMinutes };
  const times = {
    start: new Date('2026-12-03T09:00:00Z'),
    end: new Date('2026-12-03T10:00:00Z'),
    prepareBy: new Date('2026-12-02T09:00:00Z'),
  };
  const parties = { tenantId, cycleId: randomUUID(), cycleName: 'Höst', employeeId: anna.id, managerId: bo.id, department: 'Sälj' };
  await addMissingTalks(db, [{ _id: talkId, ...parties, ...frozen, ...times, booking, ...closed, version: 1, ...change }]);
  return talkId;
}

async function addCheckIn(platform: Platform, { tenantId, anna, bo }: Parties): Promise<{ talkId: string; day: string }> {
  const sign = (side: 'employee' | 'manager', personId: string) => ({ side, personId, at: now, hash: 'x' });
  const signatures = [sign('employee', anna.id), sign('manager', bo.id)];
  const held = { startedAt: now, startedBy: bo.id, finishedAt: now, finishedBy: bo.id, signatures };
  const talkId = await addTalk(platform, { tenantId, anna, bo }, held);
  const day = now.toISOString().slice(0, 10);
  await changeHolding(platform.db, { tenantId, talkId, version: 0 }, { checkIn: day });
  return { talkId, day };
}
