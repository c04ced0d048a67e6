/** Booking one talk, on a store of its own and a Microsoft 365 kept in memory whose answers can be lost, late or a conflict. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { savePeople } from '#api/people/store.ts';
import type { Config } from '#api/platform/config/config.ts';
import type { Db } from '#api/platform/db/db.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { BookedEvent, EventInput } from '#api/platform/graph/calendar.ts';
import type { Graph } from '#api/platform/graph/graph.ts';
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { createTalks } from '#api/talk/create-talks.ts';
import { changeTalk, claimNotices, closeNotices, listTalksOfCycle, type TalkRecord } from '#api/talk/store.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { createBookingStep } from './book-due-talks.ts';
import { releaseUnbooked } from './release-unbooked.ts';
import { claimBooking } from './store.ts';

const tenantId = 'tenant';
const begin = new Date('2027-02-01T08:00:00Z');
const start = new Date('2027-02-03T09:00:00Z');
const end = new Date('2027-02-03T10:00:00Z');
const minute = 60_000;

const ownDb = givenOwnDb('booking');
let db: Db;
let now: Date;
beforeEach(() => {
  now = begin;
  db = ownDb();
});

/** Calendars in memory. `creating` says how the next creation is answered; `hidden`: what was made is not found yet; `busy`: somebody else is; `open`: how many at once. */
function calendars() {
  const events: (BookedEvent & { bookingId: string })[] = [];
  const state = {
    creating: 'made' as 'made' | 'lost' | 'conflict' | 'refused',
    hidden: false,
    busy: false,
    asked: 0,
    open: 29,
    whileReading: async () => undefined as unknown,
  };
  const graph: Partial<Graph> = {
    async readSchedules(_tenantId, _asId, addresses) {
      await state.whileReading();
      const taken = state.busy || events.length > 0;
      const busy = taken ? [{ start, end, status: 'busy' as const }] : [];
      return new Map(addresses.map((address) => [address, { busy, workingHours: null }]));
    },
    async createEvent(_tenantId, _organizerId, input: EventInput) {
      state.asked += 1;
      const answered = state.creating;
      if (answered === 'refused') throw new GraphRefused(403, 'ErrorAccessDenied', 'no');
      state.creating = 'made';
      const made = {
        id: `event-${input.transactionId}`,
        iCalUId: 'i',
        joinUrl: 'https://join.example',
        start,
        end,
        bookingId: input.bookingId,
      };
      if (!events.some(({ bookingId }) => bookingId === input.bookingId)) events.push(made);
      if (answered === 'lost') throw new MicrosoftUnavailable('The answer was lost', true);
      if (answered === 'conflict') throw new GraphRefused(409, 'ErrorDuplicateTransactionId', 'exists');
      return made;
    },
    findEvent: async (_tenantId, _organizerId, bookingId) =>
      state.hidden ? null : (events.find((one) => one.bookingId === bookingId) ?? null),
    findHandMade: async () => null,
    readEvent: async (_tenantId, _organizerId, eventId) => events.find(({ id }) => id === eventId) ?? null,
    pace: { open: () => state.open, atOnce: () => 4, share: () => undefined },
  };
  return { events, state, graph: graph as Graph };
}

type Given = ReturnType<typeof calendars> & {
  platform: Platform;
  talk(): Promise<TalkRecord>;
  alsoAt(employeeId: string, of?: { cycleId?: string; daysLater?: number }): Promise<void>;
};

async function given(): Promise<Given> {
  const made = calendars();
  const config = { teamsAppId: randomUUID() } as Config;
  const rest = { log: createLog('silent'), live: null, cards: null, wake: () => undefined };
  const platform = { config, db, graph: made.graph, clock: { now: () => now }, ...rest } as unknown as Platform;
  const people = ['boss', 'anna', 'bo', 'cia'].map((personId) => ({
    personId,
    set: { name: personId, mail: `${personId}@samtal.example`, managerId: 'boss' },
  }));
  await savePeople(db, tenantId, people);
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  const common = { cycleId: 'c', cycleName: 'c', template, releaseRule: 'both-released' as const, lengthMinutes: 60 };
  const alsoAt: Given['alsoAt'] = (employeeId, { cycleId = 'c', daysLater = 0 } = {}) => {
    const time = { start: new Date(start.getTime() + daysLater * 1440 * minute), end: new Date(end.getTime() + daysLater * 1440 * minute) };
    return createTalks(platform, tenantId, [{ ...common, cycleId, employeeId, managerId: 'boss', time }]);
  };
  await alsoAt('anna');
  const talk = async (): Promise<TalkRecord> => {
    const [one] = await listTalksOfCycle(db, tenantId, 'c');
    if (!one) throw new Error('The talk is gone');
    return one;
  };
  return { ...made, platform, talk, alsoAt };
}

/** As HR does it with cycle c; null lets it go on. */
const pause = (pausedAt: Date | null): Promise<unknown> =>
  db.connection
    .collection<{ _id: string; pausedAt: Date | null }>('cycles')
    .updateOne({ _id: 'c' }, { $set: { pausedAt } }, { upsert: true });

/** As the clock does, a minute at a time, until nothing is left to book. */
async function bookAll({ platform, talk }: { platform: Platform; talk(): Promise<TalkRecord> }, minutes = 60): Promise<TalkRecord> {
  for (let passed = 0; passed < minutes && (await talk()).bookDue; passed += 1) {
    await createBookingStep(platform)();
    now = new Date(now.getTime() + minute);
  }
  return talk();
}

describe('booking a talk', () => {
  it('makes one event, and says so once', async () => {
    const samtal = await given();
    const booked = await bookAll(samtal);
    expect(booked).toMatchObject({ start, bookDue: null, booking: { joinUrl: 'https://join.example', askedAt: begin } });
    // Two days are left: Samtal is due in the meeting's chat at once.
    expect(booked.chatDue).toMatchObject({ at: begin });
    expect(booked.booking?.bookedAt).not.toBeNull();
    expect(booked.notices).toHaveLength(1);
    expect([samtal.events.length, samtal.state.asked]).toEqual([1, 1]);
  });

  it.each(['lost', 'conflict'] as const)('adopts the event that was made when the answer is: %s', async (answer) => {
    const samtal = await given();
    samtal.state.creating = answer;
    const booked = await bookAll(samtal);
    expect(booked.booking?.eventId).toBe(samtal.events[0]?.id);
    expect([samtal.events.length, samtal.state.asked]).toEqual([1, 1]);
  });

  it('waits for an event that cannot be found yet, although it makes the time look taken', async () => {
    const samtal = await given();
    Object.assign(samtal.state, { creating: 'lost', hidden: true });
    await bookAll(samtal, 5);
    expect((await samtal.talk()).booking).not.toBeNull();
    samtal.state.hidden = false;
    expect((await bookAll(samtal)).booking?.eventId).toBe(samtal.events[0]?.id);
    expect(samtal.events).toHaveLength(1);
  });

  it('lets the time go when it is taken, and asks for no event', async () => {
    const taken = await given();
    taken.state.busy = true;
    expect(await bookAll(taken)).toMatchObject({ booking: null, bookDue: null, start: null });
    expect(taken.events).toEqual([]);
  });

  it('books no time that has begun', async () => {
    const samtal = await given();
    now = start;
    expect(await bookAll(samtal)).toMatchObject({ booking: null, start: null });
    expect(samtal.state.asked).toBe(0);
  });

  it.each(['boss', 'anna'])('invites nobody when the account of %s was disabled', async (personId) => {
    const samtal = await given();
    await savePeople(db, tenantId, [{ personId, set: { enabled: false } }]);
    expect(await bookAll(samtal)).toMatchObject({ booking: null, start: null });
    expect(samtal.state.asked).toBe(0);
  });

  it('asks for nothing once another worker has taken over while calendars were read', async () => {
    const samtal = await given();
    samtal.state.whileReading = () => claimBooking(db, new Date(now.getTime() + 2 * minute));
    await createBookingStep(samtal.platform)();
    expect(samtal.state.asked).toBe(0);
    expect(await samtal.talk()).toMatchObject({ start, booking: { askedAt: null, eventId: null } });
  });

  it('waits when HR pauses its cycle while calendars were read, and is booked once it goes on', async () => {
    const samtal = await given();
    samtal.state.whileReading = () => pause(now);
    expect(await createBookingStep(samtal.platform)()).toBe(true);
    expect(await samtal.talk()).toMatchObject({ start, bookDue: { at: begin, leaseUntil: null, attempts: 0 }, booking: { askedAt: null } });
    expect(await createBookingStep(samtal.platform)()).toBe(false);
    samtal.state.whileReading = async () => undefined;
    await pause(null);
    expect((await bookAll(samtal)).booking?.bookedAt).toEqual(begin);
    expect([samtal.events.length, samtal.state.asked]).toEqual([1, 1]);
  });

  it('is booked when its cycle goes on, although others that are due have not come to their end', async () => {
    const samtal = await given();
    now = new Date(begin.getTime() - minute);
    for (const [nth, employeeId] of ['bo', 'cia'].entries()) await samtal.alsoAt(employeeId, { cycleId: 'd', daysLater: nth + 1 });
    now = begin;
    Object.assign(samtal.state, { open: 1, creating: 'refused' });
    await pause(now);
    const step = createBookingStep(samtal.platform);
    await step();
    expect([samtal.state.asked, (await samtal.talk()).booking?.askedAt]).toEqual([1, null]);
    await pause(null);
    samtal.state.creating = 'made';
    now = new Date(now.getTime() + 1000);
    await step();
    expect((await samtal.talk()).booking?.bookedAt).toEqual(now);
  });

  it('is seen through after its cycle was stopped once its event was asked for, and loses its time before', async () => {
    const samtal = await given();
    Object.assign(samtal.state, { creating: 'lost', hidden: true });
    await bookAll(samtal, 2);
    await samtal.alsoAt('bo');
    await releaseUnbooked(samtal.platform, tenantId, 'c');
    const sides = new Map((await listTalksOfCycle(db, tenantId, 'c')).map((talk) => [talk.employeeId, talk]));
    expect(sides.get('anna')).toMatchObject({ start, booking: { eventId: null } });
    expect(sides.get('bo')).toMatchObject({ start: null, booking: null, bookDue: null });
  });

  it('keeps a notification that came while an earlier one was being taken over', async () => {
    const samtal = await given();
    const { _id, version } = await bookAll(samtal);
    const first = await claimNotices(db, now);
    const later = new Date(now.getTime() + 1);
    const notice = { key: 'signature', kind: 'signature-waiting', recipientId: 'anna' };
    await changeTalk(db, tenantId, _id, version, { noticeDue: dueAt(later) }, { notices: notice });
    // Both hold a claim; the first one's ends last.
    const second = await claimNotices(db, later);
    if (first) await closeNotices(db, first);
    expect((await samtal.talk()).notices.map(({ key }) => key)).toContain('signature');
    expect((await samtal.talk()).noticeDue).not.toBeNull();
    if (second) await closeNotices(db, second);
    expect(await samtal.talk()).toMatchObject({ notices: [], noticeDue: null });
  });

  it('never puts two talks of one person at the same time, even when both calendars were free when looked at', async () => {
    const samtal = await given();
    let looking = 0;
    let letBoth = (): void => undefined;
    const both = new Promise<void>((resolve) => (letBoth = resolve));
    let second: Promise<boolean> | undefined;
    samtal.state.whileReading = async () => {
      looking += 1;
      if (looking === 2) letBoth();
      // Another instance takes the other's talk while this one looks.
      if (looking === 1) second = samtal.alsoAt('bo').then(createBookingStep(samtal.platform));
      await both;
    };
    await createBookingStep(samtal.platform)();
    await second;
    for (let minutes = 0; minutes < 30; minutes += 1) {
      now = new Date(now.getTime() + minute);
      await createBookingStep(samtal.platform)();
    }
    const talks = await listTalksOfCycle(db, tenantId, 'c');
    expect(looking).toBeGreaterThan(1);
    expect(samtal.events.length).toBeLessThanOrEqual(1);
    expect(talks.filter(({ booking }) => booking?.bookedAt)).toHaveLength(samtal.events.length);
    expect(talks.filter((talk) => talk.start === null)).toHaveLength(2 - samtal.events.length);
  });

  it('waits longer and longer while it is refused, says why, and forgets it when it is booked', async () => {
    const samtal = await given();
    samtal.state.creating = 'refused';
    const tries: number[] = [];
    for (let minutes = 0; minutes < 20; minutes += 1) {
      const asked = samtal.state.asked;
      await createBookingStep(samtal.platform)();
      if (samtal.state.asked > asked) tries.push(minutes);
      now = new Date(now.getTime() + minute);
    }
    expect(tries).toEqual([0, 1, 3, 7, 15]);
    expect((await samtal.talk()).booking?.refused).toEqual({ times: 5, why: '403 ErrorAccessDenied' });
    samtal.state.creating = 'made';
    expect((await bookAll(samtal)).booking).toMatchObject({ joinUrl: 'https://join.example', refused: null });
    expect(samtal.events).toHaveLength(1);
  });
});
