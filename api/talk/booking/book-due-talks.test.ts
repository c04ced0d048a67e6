/** What the lanes that book do between them, on a store of its own and calendars kept in memory: who looks, and who rests. */
import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { savePeople } from '#api/people/store.ts';
import type { Config } from '#api/platform/config/config.ts';
import type { Graph } from '#api/platform/graph/graph.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { createTalks } from '#api/talk/create-talks.ts';
import { listTalksOfCycle } from '#api/talk/store.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { createBookingStep } from './book-due-talks.ts';

const tenantId = 'tenant';
const now = new Date('2027-02-01T08:00:00Z');
const hour = 3_600_000;
const ownDb = givenOwnDb('lanes');

/** Talks of boss with these people. `open`: how many invitations the mailbox lets through. */
async function given(employeeIds: string[]) {
  const db = ownDb();
  const state = { open: 29, woken: 0 };
  const waits: (() => void)[] = [];
  const graph: Partial<Graph> = {
    readSchedules: async (_tenantId, _asId, addresses) => new Map(addresses.map((address) => [address, { busy: [], workingHours: null }])),
    createEvent: async (_tenantId, _organizerId, { transactionId, start, end }) => ({
      ...{ id: `event-${transactionId}`, iCalUId: 'i', joinUrl: 'https://join.example', start, end },
    }),
    pace: { open: () => state.open, atOnce: () => 4, share: () => undefined },
  };
  const clock = { now: () => now, wait: () => new Promise<void>((end) => waits.push(end)) };
  const rest = { log: createLog('silent'), live: null, cards: null, wake: () => void (state.woken += 1) };
  const platform = { config: { teamsAppId: randomUUID() } as Config, db, graph, clock, ...rest } as unknown as Platform;
  const people = ['boss', ...employeeIds].map((personId) => ({ personId, set: { name: personId, mail: `${personId}@samtal.example` } }));
  await savePeople(db, tenantId, people);
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  const common = { cycleId: 'c', cycleName: 'c', template, releaseRule: 'both-released' as const, lengthMinutes: 60, managerId: 'boss' };
  const talks = employeeIds.map((employeeId, nth) => {
    const start = new Date(now.getTime() + (48 + nth) * hour);
    return { ...common, employeeId, time: { start, end: new Date(start.getTime() + hour) } };
  });
  await createTalks(platform, tenantId, talks);
  const booked = async (): Promise<number> => (await listTalksOfCycle(db, tenantId, 'c')).filter(({ booking }) => booking?.bookedAt).length;
  return { step: createBookingStep(platform), state, waits, booked };
}

it('keeps one lane awake while bookings wait for their mailbox, and lets the others rest', async () => {
  const { step, state, waits, booked } = await given(['anna']);
  state.open = 0;
  const watching = step();
  await expect.poll(() => waits.length).toBe(1);
  expect(await step()).toBe(false);
  waits[0]?.();
  expect(await watching).toBe(true);
  state.open = 1;
  expect(await step()).toBe(true);
  expect(await booked()).toBe(1);
  expect([await step(), waits.length]).toEqual([false, 1]);
});

it('wakes another lane when it leaves to book while more is due, and none when that was all', async () => {
  const { step, state, booked } = await given(['anna', 'bo']);
  const wokenBy = async (): Promise<number> => {
    const before = state.woken;
    await step();
    return state.woken - before;
  };
  state.open = 1;
  // Once for what is booked, and once for what is left.
  expect([await wokenBy(), await booked()]).toEqual([2, 1]);
  expect([await wokenBy(), await booked()]).toEqual([1, 2]);
});
