/** What is kept, for how long and how much of it: counted at a Graph that only counts. */
import { describe, expect, it } from 'vitest';
import type { KnownPerson } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { readKeptCalendars } from './keep-calendars.ts';

const people = (size: number, from = 0): KnownPerson[] =>
  Array.from({ length: size }, (_, at) => {
    const personId = `p${from + at}`;
    return {
      ...{ _id: personId, tenantId: 't', personId, name: personId, mail: `${personId}@a.example`, jobTitle: '', department: '' },
      ...{ managerId: null, enabled: true, language: 'en' as const, timeZone: 'Etc/UTC', hasMailbox: true, settingsAt: null },
    };
  });
const window = { start: new Date('2027-02-08T00:00:00Z'), end: new Date('2027-03-08T00:00:00Z') };
const draft = (cycleId: string) => ({ tenantId: 't', cycleId });

function given(): { platform: Platform; readings: () => number; pass: (minutes: number) => void; fail: (now: boolean) => void } {
  const state = { at: new Date('2027-02-01T08:00:00Z').getTime(), readings: 0, failing: false };
  const readSchedules = async (_tenant: string, _as: string, addresses: string[]) => {
    // A reading of many is several requests, of twenty people each: counted is the one that begins it.
    if (addresses[0] === 'p0@a.example') state.readings += 1;
    await Promise.resolve();
    if (state.failing) throw new Error('Graph does not answer');
    return new Map(addresses.map((address) => [address, { busy: [], workingHours: null }]));
  };
  const platform = { clock: { now: () => new Date(state.at) }, graph: { readSchedules } } as unknown as Platform;
  return {
    platform,
    readings: () => state.readings,
    pass: (minutes) => void (state.at += minutes * 60_000),
    fail: (now) => void (state.failing = now),
  };
}

describe('calendars of a draft', () => {
  it('are read once for all who ask at the same time and within five minutes, then anew', async () => {
    const { platform, readings, pass } = given();
    const ask = () => readKeptCalendars(platform, draft('a'), people(3), window);
    const [first, second] = await Promise.all([ask(), ask()]);
    expect([readings(), first.calendars.size, second.calendars]).toEqual([1, 3, first.calendars]);
    pass(5);
    expect((await ask()).readAt).toEqual(first.readAt);
    pass(1);
    await ask();
    expect(readings()).toBe(2);
    pass(-30);
    await ask();
    expect(readings()).toBe(3);
  });

  it('serve fewer people and days, and are read anew for more', async () => {
    const { platform, readings } = given();
    await readKeptCalendars(platform, draft('a'), people(3), window);
    const shorter = { start: new Date('2027-02-10T00:00:00Z'), end: new Date('2027-02-20T00:00:00Z') };
    await readKeptCalendars(platform, draft('a'), people(2), shorter);
    expect(readings()).toBe(1);
    await readKeptCalendars(platform, draft('a'), people(4), shorter);
    await readKeptCalendars(platform, draft('a'), people(4), { ...window, end: new Date('2027-03-09T00:00:00Z') });
    expect(readings()).toBe(3);
  });

  it('are a draft’s own, and not kept when they could not be read', async () => {
    const { platform, readings, fail } = given();
    fail(true);
    await expect(readKeptCalendars(platform, draft('a'), people(1), window)).rejects.toThrow('Graph');
    fail(false);
    await readKeptCalendars(platform, draft('a'), people(1), window);
    await readKeptCalendars(platform, { tenantId: 'other', cycleId: 'a' }, people(1), window);
    expect(readings()).toBe(3);
  });

  it('make room for others: the oldest are forgotten first, and what is too much is not kept', async () => {
    const { platform, readings, pass } = given();
    const ask = async (id: string, size: number): Promise<void> => {
      await readKeptCalendars(platform, draft(id), people(size), window);
      pass(0.1);
    };
    await ask('a', 9_000);
    await ask('b', 9_000);
    await ask('c', 9_000);
    await ask('b', 9_000);
    expect(readings()).toBe(3);
    await ask('a', 9_000);
    expect(readings()).toBe(4);
    await ask('huge', 21_000);
    await ask('huge', 21_000);
    expect(readings()).toBe(6);
  });
});
