/**
 * A whole Samtal for a test: store, local Microsoft 365 and product, with people of its own and a database of its own, thrown away at the end.
 * Everything is asked as a person would: through the API, and by looking at the desk.
 */
import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import type { Platform } from '#api/platform/platform.ts';
import { listDepartments } from '#api/people/contract.ts';
import { syncPeople } from '#api/people/sync-people.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { startDemo, type Demo } from '#infra/local/demo.ts';
import type { Company } from '#infra/local/m365/core/company-type.ts';
import { castOf, type CastMember } from './cast.ts';
import { deskAt, type Desk, type TokenWish } from './desk.ts';
import { speakerOf, type Speaker } from './speaker.ts';
import { until } from './until.ts';

export type SamtalOptions = {
  /** One company, the small one, unless given. Its calendars should begin in the week of `now`. */
  companies?: Company[];
  /** What the clock says at the start: a Monday morning, unless given, always the same. */
  now?: Date;
};

export type Person = Speaker & {
  person: CastMember;
  token(wish?: TokenWish): Promise<string>;
  /** The same person with another token: one that was fetched earlier, or one that is wrong on purpose. */
  withToken(token: string | TokenWish): Speaker;
};

export type GivenSamtal = {
  companies: Company[];
  /** When it all began. */
  startedAt: Date;
  /** Addresses of the product and of the local Microsoft 365. */
  url: string;
  hostUrl: string;
  /** Somebody who is signed in: alias, given name, whole name, mail address or id. */
  as(who: string): Person;
  /** Somebody who is not signed in. */
  nobody: Speaker;
  find(who: string): CastMember;
  desk: Desk;
  /** Lets Samtal read the directory now instead of within half a minute. */
  readDirectory(): Promise<void>;
  /** The inside, for the few things that nobody can see from outside (what lies in the store). */
  platform: Platform;
  stop(): Promise<void>;
};

/** 1 February 2027 in Stockholm, 08:30. The ten weeks of the calendars hold the night on which summer time begins. */
const monday = new Date('2027-02-01T07:30:00Z');

/** Starts it; resolves when Samtal knows its people. Call `stop` at the end, for example in afterAll. */
export async function givenSamtal({ now = monday, companies = [smallCompany({ week: now })] }: SamtalOptions = {}): Promise<GivenSamtal> {
  const dbName = `story-${randomUUID().slice(0, 13)}`;
  const demo = await startDemo({
    port: 0,
    companies,
    now,
    dbName,
    log: () => undefined,
    logLevel: process.env.SAMTAL_LOG ?? 'silent',
    ...(process.env.MONGODB_URI ? { mongoUri: process.env.MONGODB_URI } : {}),
  });
  const stop = async (): Promise<void> => {
    await demo.stop();
    if (process.env.MONGODB_URI) await dropDatabase(process.env.MONGODB_URI, dbName);
  };
  const samtal = { ...partsOf(demo, companies), companies, startedAt: now, stop };
  try {
    await until(() => knowsPeople(samtal), {
      message: 'Samtal has read the directory (SAMTAL_LOG=error shows what is in its way)',
      withinMs: 20_000,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return samtal;
}

function partsOf(demo: Demo, companies: Company[]): Omit<GivenSamtal, 'companies' | 'startedAt' | 'stop'> {
  const { platform } = demo.samtal;
  const hostUrl = demo.url.replace('localhost', '127.0.0.1');
  const { find } = castOf(companies);
  const desk = deskAt(hostUrl, (who) => find(who).id, platform.wake);
  return {
    url: demo.samtalUrl,
    hostUrl,
    find,
    desk,
    platform,
    nobody: speakerOf(demo.samtalUrl, null),
    as(who) {
      const person = find(who);
      const token = (wish?: TokenWish): Promise<string> => desk.token(person.id, wish);
      const withToken = (other: string | TokenWish): Speaker =>
        speakerOf(demo.samtalUrl, () => (typeof other === 'string' ? Promise.resolve(other) : token(other)));
      return { ...withToken({}), person, token, withToken };
    },
    async readDirectory() {
      for (const { tenant } of companies) await syncPeople(platform, tenant.id);
    },
  };
}

/** Every company must have been read: asked as one of its HR people, for only they may ask. */
async function knowsPeople({ companies, as }: Pick<GivenSamtal, 'companies' | 'as'>): Promise<boolean> {
  for (const { people } of companies) {
    const hr = people.find(({ appRoles, enabled }) => enabled && appRoles.includes('Samtal.HR'));
    if (hr && (await as(hr.id).must(listDepartments)).syncedAt === null) return false;
  }
  return true;
}

async function dropDatabase(uri: string, dbName: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    await client.db(dbName).dropDatabase();
  } finally {
    await client.close();
  }
}
