/**
 * Booking ten thousand talks on the local Microsoft 365 in virtual time, with its documented limits under both readings of the one on requests at a
 * time, and calls that fail by chance: how long against the least the limits allow, how many requests, and whether each talk has one event.
 */
import { readCalendars } from '#api/cycle/read-calendars.ts';
import { findPeople } from '#api/people/find-people.ts';
import type { TalkRecord } from '#api/talk/store.ts';
import type { ConcurrencyReading } from '#infra/local/m365/core/limits.ts';
import { chanceOf } from '#infra/local/m365/generate/seeded.ts';
import { crowdOf, type Crowd } from '#test/given/crowd.ts';
import {
  givenVirtualSamtal,
  givePeople,
  giveTalks,
  countUnbooked,
  talksOf,
  type Life,
  type VirtualSamtal,
} from '#test/given/virtual-samtal.ts';
import { noTrouble, type Trouble } from '#test/given/virtual-m365.ts';
import { inTurn, type Row } from './report.ts';

const now = new Date('2027-02-01T07:30:00Z');
const firstMonday = new Date('2027-02-15T00:00:00Z');
const window = { start: firstMonday, end: new Date('2027-03-14T00:00:00Z') };
const answerMs = 300;
const trouble: Trouble = { tooMany: 0.02, unavailable: 0.01, lost: 0.01 };
const messagesPerMinute = 30;
const mailboxesPerRead = 20;

/** 10 000 talks of 1 200 managers, 11 200 mailboxes: two managers with 100, ten with 40, the rest with seven to nine. */
export function largeSizes(managers = 1200, talks = 10_000): number[] {
  const large = [...Array<number>(2).fill(100), ...Array<number>(10).fill(40)];
  const left = talks - large.reduce((sum, one) => sum + one, 0);
  const others = managers - large.length;
  const rest = Array.from({ length: others }, (_, at) => Math.floor((left * (at + 1)) / others) - Math.floor((left * at) / others));
  return [...large, ...rest];
}

const readings: ConcurrencyReading[] = ['mailbox', 'app'];

export async function measureBooking(): Promise<Row[]> {
  const seed = process.env.SAMTAL_SEED ?? String(Date.now());
  console.log(`Seed of booking: ${seed} (SAMTAL_SEED repeats it)`);
  return inTurn(readings.map((reading) => () => measureReading(reading, `${seed}/${reading}`)));
}

async function measureReading(concurrencyPer: ConcurrencyReading, seed: string): Promise<Row[]> {
  const crowd = crowdOf(largeSizes(), firstMonday);
  const measured = await bookCrowd({ crowd, concurrencyPer, seed, trouble });
  return rowsOf(crowd, concurrencyPer, measured);
}

export type Measured = {
  readSeconds: number;
  bookSeconds: number;
  realSeconds: number;
  counts: Map<string, number>;
  duplicates: number;
  orphans: number;
  lost: number;
};
type Wanted = { crowd: Crowd; concurrencyPer: ConcurrencyReading; seed: string; trouble: Trouble };

/** Reads all calendars, as planning does, and books all talks; tells how it went. */
export async function bookCrowd({ crowd, concurrencyPer, seed, trouble: wanted }: Wanted): Promise<Measured> {
  const chance = chanceOf(seed);
  const samtal = await givenVirtualSamtal({ crowd, now, concurrencyPer, answerMs, chance: () => chance.whole(1_000_000) / 1_000_000 });
  try {
    const life = await samtal.begin();
    await givePeople(life, crowd);
    await giveTalks(life, crowd);
    await signIn(samtal, life, crowd);
    samtal.m365.setTrouble(wanted);
    const began = performance.now();
    const started = samtal.m365.time.now().getTime();
    await samtal.m365.time.run(() => readAll(life, crowd));
    const read = samtal.m365.time.now().getTime();
    const talks = await samtal.m365.time.run(() => bookAll(samtal, life, crowd));
    const realSeconds = (performance.now() - began) / 1000;
    const ended = Math.max(...talks.map(({ booking }) => booking?.bookedAt?.getTime() ?? 0));
    samtal.m365.setTrouble(noTrouble);
    await life.stop();
    return {
      ...{ readSeconds: (read - started) / 1000, bookSeconds: (ended - read) / 1000, realSeconds },
      counts: samtal.m365.counts,
      ...compare(samtal, talks),
    };
  } finally {
    await samtal.stop();
  }
}

/** The app's token is there before the time counts: msal-node gets it once an hour. */
async function signIn({ m365 }: VirtualSamtal, { platform }: Life, { company, talks }: Crowd): Promise<void> {
  const first = talks[0];
  if (!first) throw new Error('There are no talks');
  await m365.time.run(() => platform.graph.readEvent(company.tenant.id, first.managerId, 'none'));
  m365.counts.clear();
}

async function readAll({ platform }: Life, { company }: Crowd): Promise<void> {
  const ids = company.people.map(({ id }) => id);
  const people = await findPeople(platform, company.tenant.id, ids);
  const calendars = await readCalendars(platform, company.tenant.id, [...people.values()], window);
  const unread = [...calendars.values()].filter((calendar) => calendar === null).length;
  if (unread > 0) throw new Error(`${unread} calendars were not read`);
}

async function bookAll({ m365 }: VirtualSamtal, life: Life, crowd: Crowd): Promise<TalkRecord[]> {
  life.work(['book-talks']);
  const longest = m365.time.now().getTime() + 6 * 3_600_000;
  for (;;) {
    await m365.time.wait(15_000);
    if ((await countUnbooked(life)) === 0) return talksOf(life, crowd);
    if (m365.time.now().getTime() > longest) throw new Error('Not all is booked after six hours');
  }
}

/** What the calendars hold against what the talks say. */
export function compare({ m365 }: VirtualSamtal, talks: TalkRecord[]): Pick<Measured, 'duplicates' | 'orphans' | 'lost'> {
  const events = new Map<string, string[]>();
  for (const { value, event } of m365.marked()) events.set(value, [...(events.get(value) ?? []), event.id]);
  const wanted = new Map(talks.flatMap(({ _id, booking }) => (booking ? [[`${_id}/${booking.version}`, booking.eventId]] : [])));
  return {
    duplicates: [...events.values()].reduce((sum, { length }) => sum + length - 1, 0),
    orphans: [...events.keys()].filter((key) => !wanted.has(key)).length,
    lost: talks.filter(({ booking }) => !booking?.bookedAt).length + [...wanted].filter(([key, id]) => events.get(key)?.[0] !== id).length,
  };
}

/** Requests that read everybody's calendar once. */
const readsOf = ({ company }: Crowd): number => Math.ceil(company.people.length / mailboxesPerRead);

/**
 * The least time under the limits, seconds: all events made, nothing fails, and nothing but Microsoft's limits takes time. Calendars are read just
 * before events are made; with the plan once more, for it, since HR looks at the plan in between and people's calendars change meanwhile.
 * @param readings how many times all calendars are read
 */
export function leastSeconds(crowd: Crowd, reading: ConcurrencyReading, readings: 1 | 2): number {
  const { talks } = crowd;
  const calls = readings * readsOf(crowd) + talks.length;
  if (reading === 'app') return (calls * answerMs) / 4000;
  const sizes = new Map<string, number>();
  for (const { managerId } of talks) sizes.set(managerId, (sizes.get(managerId) ?? 0) + 1);
  const largest = Math.max(...sizes.values());
  const minutes = Math.floor((largest - 1) / messagesPerMinute);
  const inLastMinute = largest - minutes * messagesPerMinute;
  return (readings * answerMs) / 1000 + minutes * 60 + (Math.ceil(inLastMinute / 4) * answerMs) / 1000;
}

const sumOf = (counts: Map<string, number>, pattern: RegExp): number =>
  [...counts].reduce((sum, [name, count]) => sum + (pattern.test(name) ? count : 0), 0);

function rowsOf(crowd: Crowd, reading: ConcurrencyReading, measured: Measured): Row[] {
  const { readSeconds, bookSeconds, realSeconds, counts, duplicates, orphans, lost } = measured;
  console.log(`  ${reading}: ${[...counts].map(([name, count]) => `${name}: ${count}`).join(', ')}; ${realSeconds.toFixed(0)} s for real`);
  const what = `Booking ${crowd.talks.length} talks, four requests at a time per ${reading}:`;
  const [least, leastOfBoth] = [leastSeconds(crowd, reading, 1), leastSeconds(crowd, reading, 2)];
  const planning = readsOf(crowd);
  const all = sumOf(counts, /^(events|getSchedule)/);
  const failed = sumOf(counts, /^(events|getSchedule).* (429|503|0|504)/);
  const lookups = sumOf(counts, /^events read/);
  const repeated = failed + lookups;
  const asked = sumOf(counts, /./);
  const own = sumOf(counts, / 429$/);
  return [
    { what: `${what} virtual time from the launch`, value: bookSeconds, unit: 's', target: `least ${least.toFixed(0)} s` },
    { what: `${what} against the least`, value: bookSeconds / least, unit: '', target: 'at most 1.05' },
    { what: `${what} reading for the plan`, value: readSeconds, unit: 's', target: '' },
    { what: `${what} both, against the least that reads once`, value: (readSeconds + bookSeconds) / least, unit: '', target: '' },
    {
      what: `${what} both, against the least for both`,
      value: (readSeconds + bookSeconds) / leastOfBoth,
      unit: '',
      target: 'at most 1.05',
    },
    {
      what: `${what} requests without retries, against the least`,
      value: (all - repeated - planning) / (planning + crowd.talks.length),
      unit: '',
      target: 'at most 1.02',
    },
    {
      what: `${what} requests of both, without retries, against the least for both`,
      value: (all - repeated) / (2 * planning + crowd.talks.length),
      unit: '',
      target: 'at most 1.02',
    },
    { what: `${what} duplicates, orphans, lost`, value: duplicates + orphans + lost, unit: '', target: '0' },
    { what: `${what} refused through its own fault`, value: (own / asked) * 100, unit: '%', target: 'under 0.5' },
  ];
}
