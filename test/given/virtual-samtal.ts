/**
 * What books talks and reminds, in virtual time: the product's own worker with its jobs, on a store and a Microsoft 365 of its own, without addresses
 * and tabs; the bot puts cards into chats. A life of it can end at any moment, with all that it remembers; the next begins on the same store.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jobsOf } from '#api/jobs.ts';
import { savePeople } from '#api/people/store.ts';
import { readConfig, type Config } from '#api/platform/config/config.ts';
import { connectDb, type Db } from '#api/platform/db/db.ts';
import { createGraph } from '#api/platform/graph/graph.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { openKeyWrapper } from '#api/platform/seal/key-wrapper.ts';
import { createSeal } from '#api/platform/seal/seal.ts';
import { startWorker, type Worker } from '#api/platform/worker/worker.ts';
import { createTalks } from '#api/talk/create-talks.ts';
import { listTalksOfCycle, type TalkRecord } from '#api/talk/store.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { createAdapter, createDeliver } from '#bot/reminder/deliver-card.ts';
import { createCardChannel } from '#bot/reminder/send-reminder.ts';
import { registrationFor, settingsOf } from '#infra/local/demo.ts';
import type { ConcurrencyReading } from '#infra/local/m365/core/limits.ts';
import { startStore } from '#infra/local/mongo/start.ts';
import type { Crowd, CrowdTalk } from './crowd.ts';
import { startVirtualM365, type VirtualM365 } from './virtual-m365.ts';

export type VirtualSamtal = {
  m365: VirtualM365;
  /** Uses what is given instead of the store's own address: for whoever stands in between. */
  storeUri: string;
  /** A new life: nothing is remembered but what is in the store. Its jobs run once `work` is called. */
  begin(storeUri?: string): Promise<Life>;
  stop(): Promise<void>;
};
export type Life = {
  platform: Platform;
  /** Starts these jobs of jobs.ts. */
  work(names: string[]): void;
  /** Lets the jobs come to their end, and leaves the store. */
  stop(): Promise<void>;
  /** Nothing of it happens any more, from this instant on. */
  die(): void;
};

type Options = { crowd: Crowd; now: Date; concurrencyPer?: ConcurrencyReading; answerMs?: number; chance: () => number };

export async function givenVirtualSamtal(options: Options): Promise<VirtualSamtal> {
  const { crowd, now, chance } = options;
  const folder = mkdtempSync(join(tmpdir(), 'samtal-virtual-'));
  const registration = registrationFor(0);
  const store = await startStore({});
  const rest = { concurrencyPer: options.concurrencyPer ?? 'mailbox', answerMs: options.answerMs ?? 300, chance } as const;
  const m365 = await startVirtualM365({ app: registration, company: crowd.company, now, ...rest });
  const parts = { storeUri: store.uri, m365Url: 'http://127.0.0.1', registration, keyFolder: folder, port: 1 };
  const settings = settingsOf({ companies: [crowd.company], logLevel: process.env.SAMTAL_LOG ?? 'silent' }, parts);
  const config = readConfig(settings);
  const lives = new Set<Life>();
  return {
    m365,
    storeUri: store.uri,
    async begin(storeUri = store.uri) {
      const life = await beginLife({ ...config, mongoUri: storeUri, keyUrl: pathToFileURL(join(folder, 'key')).href }, m365);
      lives.add(life);
      return life;
    },
    async stop() {
      for (const life of lives) life.die();
      await m365.stop();
      await store.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function beginLife(config: Config, m365: VirtualM365): Promise<Life> {
  const { time } = m365;
  const db = await connectDb(config.mongoUri, 'virtual');
  const seal = createSeal(db, await openKeyWrapper(config.keyUrl));
  const quiet = m365.busyWith(countBusy(db));
  let isDead = false;
  let worker: Worker | null = null;
  const clock = { now: time.now, wait: time.wait };
  const graph = createGraph(config, clock);
  const parts = { config, clock, log: createLog(config.logLevel), db, seal, graph };
  const platform: Platform = { ...parts, live: null, cards: null, wake: (...jobs) => (isDead ? undefined : worker?.wake(...jobs)) };
  platform.cards = createCardChannel(platform, createDeliver(createAdapter(config), config, clock));
  return {
    platform,
    work(names) {
      const jobs = jobsOf(platform).filter(({ name }) => names.includes(name));
      worker = startWorker(jobs, platform.log, clock);
    },
    async stop() {
      await worker?.stop();
      await db.close();
      quiet();
    },
    die() {
      isDead = true;
      // What it had under way is nobody's any more.
      quiet();
      void worker?.stop();
      void db.connection.close(true);
    },
  };
}

/** How many connections of the store's driver are in use. */
function countBusy({ connection }: Db): () => number {
  let inUse = 0;
  const client = connection.getClient();
  client.on('connectionCheckOutStarted', () => (inUse += 1));
  client.on('connectionCheckOutFailed', () => (inUse -= 1));
  client.on('connectionCheckedIn', () => (inUse -= 1));
  return () => inUse;
}

/** The people of the crowd are known. */
export async function givePeople({ platform }: Life, { company: { tenant, people } }: Crowd): Promise<void> {
  const changes = people.map(({ id, alias, managerId }) => ({
    personId: id,
    set: { name: alias, mail: `${alias}@${tenant.domain}`, managerId, timeZone: 'Europe/Stockholm' },
  }));
  for (let at = 0; at < changes.length; at += 1000) await savePeople(platform.db, tenant.id, changes.slice(at, at + 1000));
}

/** These of its talks wait to be booked. */
export async function giveTalks({ platform }: Life, { company, talks }: Crowd, wanted: CrowdTalk[] = talks): Promise<void> {
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  const common = { cycleId, cycleName: 'Crowd', template, releaseRule: 'both-released' as const, lengthMinutes: 60 };
  const all = wanted.map(({ employeeId, managerId, start, end }) => ({ ...common, employeeId, managerId, time: { start, end } }));
  await createTalks(platform, company.tenant.id, all);
}

const cycleId = randomUUID();
export const talksOf = ({ platform }: Life, { company }: Crowd): Promise<TalkRecord[]> =>
  listTalksOfCycle(platform.db, company.tenant.id, cycleId);

/** How many talks wait to be booked. */
export const countUnbooked = ({ platform }: Life): Promise<number> =>
  platform.db.connection.collection('talks').countDocuments({ bookDue: { $ne: null } });
