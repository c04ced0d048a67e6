/**
 * Visits to a mailbox, on a store of its own and a calendar kept in memory whose delta can be late, forget, or tell of Samtal's own writing: the
 * orders in which a real Graph can be met and the local one rarely is.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { savePeople } from '#api/people/store.ts';
import type { Config } from '#api/platform/config/config.ts';
import type { Db } from '#api/platform/db/db.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { SeenEvent } from '#api/platform/graph/calendar-changes.ts';
import type { Graph } from '#api/platform/graph/graph.ts';
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { createTalks } from '#api/talk/create-talks.ts';
import { changeTalk, listTalksOfCycle, type TalkRecord } from '#api/talk/store.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { bookingFor } from '../booking/plan-booking.ts';
import { takeNotifications } from './answer-notifications.ts';
import { cancelNextEvents } from './cancel-events.ts';
import { lookIntoNextMailbox, watchAllMailboxes } from './look-into-mailboxes.ts';
import { findMailbox, listComparisonsOf } from './store.ts';

const tenantId = 'tenant';
const begin = new Date('2027-02-01T08:00:00Z');
const start = new Date('2027-02-10T09:00:00Z');
const end = new Date('2027-02-10T10:00:00Z');
const later = { start: new Date('2027-02-11T09:00:00Z'), end: new Date('2027-02-11T10:00:00Z') };
const minute = 60_000;

const ownDb = givenOwnDb('mailbox');
let db: Db;
let now: Date;
beforeEach(() => {
  now = begin;
  db = ownDb();
});

const ofVersion = (talk: TalkRecord, version: number, over: Partial<SeenEvent> = {}): SeenEvent => ({
  ...{ id: `event-${version}`, iCalUId: `i-${version}`, transactionId: bookingFor(tenantId, talk._id, version).transactionId, start, end },
  ...{
    isAllDay: false,
    isCancelled: false,
    isOrganizer: true,
    joinUrl: 'https://join.example',
    organizer: 'boss@samtal.example',
    series: null,
    seriesMasterId: null,
    html: '',
    responses: new Map([['anna@samtal.example', 'none']]),
  },
  ...over,
});

/** A calendar in memory. `told`: what the next delta tells besides what it should; `isDeaf`: it tells nothing more, as after a fault at Microsoft's. */
function calendar() {
  const events = new Map<string, SeenEvent>();
  const subscriptions: { id: string; clientState: string }[] = [];
  const state = {
    isDeaf: false,
    whileReading: async () => undefined as unknown,
    subscribing: 'made' as 'made' | 'lost' | 'refused',
    wholes: 0,
    cancelled: [] as string[],
    removed: [] as string[],
  };
  const graph: Partial<Graph> = {
    async readCalendarChanges(_tenantId, _personId, deltaLink) {
      const isWhole = deltaLink === null;
      if (isWhole) state.wholes += 1;
      const changed = state.isDeaf && !isWhole ? [] : [...events.values()];
      const removed = state.isDeaf && !isWhole ? [] : state.removed;
      await state.whileReading();
      return { changed, removed, deltaLink: 'link', isWhole };
    },
    readSeenEvent: async (_tenantId, _personId, eventId) => events.get(eventId) ?? null,
    findSeenEvent: async (_tenantId, _personId, { iCalUId }) => [...events.values()].find((one) => one.iCalUId === iCalUId) ?? null,
    async cancelEvent(_tenantId, _personId, eventId) {
      state.cancelled.push(eventId);
      events.delete(eventId);
    },
    async createSubscription(_tenantId, { clientState, expiresAt }) {
      const answered = state.subscribing;
      if (answered === 'refused') throw new GraphRefused(400, 'ValidationError', 'no');
      state.subscribing = 'made';
      const id = `subscription-${subscriptions.length + 1}`;
      subscriptions.push({ id, clientState });
      if (answered === 'lost') throw new MicrosoftUnavailable('The answer was lost', true);
      return { id, expiresAt };
    },
    renewSubscription: async (_tenantId, id, expiresAt) => (subscriptions.some((one) => one.id === id) ? { id, expiresAt } : null),
    listSubscriptions: async () => subscriptions.map(({ id }) => id),
    async deleteSubscription(_tenantId, id) {
      subscriptions.splice(
        subscriptions.findIndex((one) => one.id === id),
        1,
      );
    },
  };
  return { events, subscriptions, state, graph: graph as Graph };
}

async function given() {
  const made = calendar();
  const config = { tenants: [tenantId], publicUrl: 'https://samtal.example' } as unknown as Config;
  const rest = { log: createLog('silent'), live: null, cards: null, wake: () => undefined };
  const platform = { config, db, graph: made.graph, clock: { now: () => now }, ...rest } as unknown as Platform;
  const people = ['boss', 'anna'].map((personId) => ({ personId, set: { name: personId, mail: `${personId}@samtal.example` } }));
  await savePeople(db, tenantId, people);
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  const common = { cycleId: 'c', cycleName: 'c', template, releaseRule: 'both-released' as const, lengthMinutes: 60 };
  await createTalks(platform, tenantId, [{ ...common, employeeId: 'anna', managerId: 'boss', time: { start, end } }]);
  const talk = async (): Promise<TalkRecord> => {
    const [one] = await listTalksOfCycle(db, tenantId, 'c');
    if (!one) throw new Error('The talk is gone');
    return one;
  };
  const write = async (set: Partial<TalkRecord>): Promise<unknown> => {
    const { _id, version } = await talk();
    return changeTalk(db, tenantId, _id, version, set);
  };
  /** As the booking leaves it when it is done. */
  const book = async (): Promise<void> => {
    const one = await talk();
    const booking = { ...bookingFor(tenantId, one._id, 1), eventId: 'event-1', iCalUId: 'i-1', bookedAt: now };
    await write({ booking, bookDue: null });
  };
  const mailbox = () => findMailbox(db, tenantId, 'boss');
  const look = async (): Promise<void> => {
    now = new Date(now.getTime() + 16 * minute);
    await lookIntoNextMailbox(platform);
  };
  await watchAllMailboxes(platform);
  return { ...made, platform, talk, write, book, mailbox, look };
}

describe('a visit', () => {
  it('leaves alone what Samtal is writing, and looks again when that is done (points n and o)', async () => {
    const samtal = await given();
    // Made, told by Graph and declined before its id was stored: the booking is refused, so that nobody waits for it.
    const { booking } = await samtal.talk();
    if (booking) await samtal.write({ booking: { ...booking, refused: { times: 1, why: '403' } } });
    samtal.events.set('event-1', ofVersion(await samtal.talk(), 1, { responses: new Map([['anna@samtal.example', 'declined']]) }));
    await samtal.look();
    expect(await samtal.talk()).toMatchObject({ attention: null, bookDue: expect.anything() as unknown });
    expect(await samtal.mailbox()).toMatchObject({ deltaLink: null });
    await samtal.book();
    await samtal.look();
    expect(await samtal.talk()).toMatchObject({ attention: { kind: 'declined' }, employeeResponse: 'declined' });
    expect(samtal.state.cancelled).toEqual([]);
  });

  it('waits while the manager’s talks are being booked', async () => {
    const samtal = await given();
    await samtal.look();
    expect(samtal.state.wholes).toBe(0);
    await samtal.book();
    await samtal.look();
    expect(samtal.state.wholes).toBe(1);
  });

  it('takes nothing back that happened to the talk while the calendar was read', async () => {
    const samtal = await given();
    await samtal.book();
    samtal.events.set('event-1', ofVersion(await samtal.talk(), 1));
    // Samtal moves the talk, and its event, between the reading of talks and that of the calendar.
    samtal.state.whileReading = async () => {
      samtal.state.whileReading = async () => undefined;
      await samtal.write(later);
      samtal.events.set('event-1', ofVersion(await samtal.talk(), 1, later));
    };
    await samtal.look();
    await samtal.look();
    expect(await samtal.talk()).toMatchObject({ ...later, attention: null, moved: null });
  });

  it('cancels an event of an earlier booking, once, and never the talk’s own', async () => {
    const samtal = await given();
    await samtal.book();
    await samtal.write({
      bookings: 2,
      booking: { ...bookingFor(tenantId, (await samtal.talk())._id, 2), eventId: 'event-2', iCalUId: 'i-2', bookedAt: now },
    });
    for (const version of [1, 2]) samtal.events.set(`event-${version}`, ofVersion(await samtal.talk(), version));
    await samtal.look();
    await samtal.look();
    while (await cancelNextEvents(samtal.platform));
    expect(samtal.state.cancelled).toEqual(['event-1']);
    expect(await samtal.talk()).toMatchObject({ attention: null, unwanted: [], unwantedDue: null });
  });

  it('changes nothing about a talk that has begun', async () => {
    const samtal = await given();
    await samtal.book();
    await samtal.write({ startedAt: now, startedBy: 'anna' });
    const before = await samtal.talk();
    samtal.events.set('event-1', ofVersion(before, 1, later));
    await samtal.look();
    expect(await samtal.talk()).toEqual(before);
  });

  it('finds at night what no delta has told, and writes down what it did', async () => {
    const samtal = await given();
    await samtal.book();
    samtal.events.set('event-1', ofVersion(await samtal.talk(), 1));
    await samtal.look();
    samtal.state.isDeaf = true;
    samtal.events.set('event-1', ofVersion(await samtal.talk(), 1, later));
    await samtal.look();
    expect(await samtal.talk()).toMatchObject({ start });
    now = new Date(begin.getTime() + 24 * 60 * minute);
    await samtal.look();
    expect(await samtal.talk()).toMatchObject(later);
    expect(await listComparisonsOf(db, tenantId, 10)).toMatchObject([{ day: '2027-02-02', mailboxes: 1, talks: 1, moved: 1, deleted: 0 }]);
  });

  it('adopts an event that was restored under another id', async () => {
    const samtal = await given();
    await samtal.book();
    await samtal.look();
    expect(await samtal.talk()).toMatchObject({ attention: { kind: 'deleted' } });
    samtal.events.set('restored', ofVersion(await samtal.talk(), 1, { id: 'restored', transactionId: null }));
    await samtal.look();
    expect(await samtal.talk()).toMatchObject({ attention: null, booking: { eventId: 'restored', version: 1 } });
  });

  it('gives a mailbox up when it has had no talk ahead for a day', async () => {
    const samtal = await given();
    await samtal.book();
    await samtal.look();
    expect(samtal.subscriptions).toHaveLength(1);
    await samtal.write({ startedAt: now, startedBy: 'anna' });
    await samtal.look();
    expect(await samtal.mailbox()).not.toBeNull();
    now = new Date(now.getTime() + 25 * 60 * minute);
    await samtal.look();
    expect([await samtal.mailbox(), samtal.subscriptions]).toEqual([null, []]);
  });
});

describe('the subscription of a mailbox', () => {
  it('is one, also when the answer to the first was lost', async () => {
    const samtal = await given();
    await samtal.book();
    samtal.state.subscribing = 'lost';
    await samtal.look();
    expect(await samtal.mailbox()).toMatchObject({ subscriptionId: null, deltaLink: 'link' });
    await samtal.look();
    expect(samtal.subscriptions.map(({ id }) => id)).toEqual([(await samtal.mailbox())?.subscriptionId]);
  });

  it('that Graph refuses stops nothing, and is asked for again in an hour', async () => {
    const samtal = await given();
    await samtal.book();
    samtal.state.subscribing = 'refused';
    samtal.events.set('event-1', ofVersion(await samtal.talk(), 1, later));
    await samtal.look();
    expect(await samtal.talk()).toMatchObject(later);
    samtal.state.subscribing = 'made';
    await samtal.look();
    expect(samtal.subscriptions).toEqual([]);
    now = new Date(now.getTime() + 60 * minute);
    await samtal.look();
    expect(samtal.subscriptions).toHaveLength(1);
  });

  it('is made anew when Graph has forgotten it', async () => {
    const samtal = await given();
    await samtal.book();
    await samtal.look();
    samtal.subscriptions.length = 0;
    now = new Date(now.getTime() + 6 * 24 * 60 * minute);
    await samtal.look();
    expect((await samtal.mailbox())?.subscriptionId).toBe(samtal.subscriptions[0]?.id);
    expect(samtal.subscriptions).toHaveLength(1);
  });
});

describe('a hint', () => {
  it('brings the next visit forward, also when it comes during one', async () => {
    const samtal = await given();
    await samtal.book();
    await samtal.look();
    const [one] = samtal.subscriptions;
    const hint = { value: [{ subscriptionId: one?.id, clientState: one?.clientState, tenantId }] };
    samtal.state.whileReading = () => takeNotifications(samtal.platform, hint);
    await samtal.look();
    const due = (await samtal.mailbox())?.visitDue.at.getTime() ?? 0;
    expect(due - now.getTime()).toBeLessThan(minute);
  });

  it.each([
    ['with another secret', { clientState: 'guessed' }],
    ['without a secret', { clientState: null }],
    ['of another subscription', { subscriptionId: 'other' }],
    ['of another tenant', { tenantId: 'other' }],
  ])('%s is none', async (_what, wrong) => {
    const samtal = await given();
    await samtal.book();
    await samtal.look();
    const [one] = samtal.subscriptions;
    const before = await samtal.mailbox();
    const value = [{ subscriptionId: one?.id, clientState: one?.clientState, tenantId, ...wrong }];
    expect(await takeNotifications(samtal.platform, { value })).toBe('refused');
    expect(await samtal.mailbox()).toEqual(before);
  });

  it('among forged ones counts, and they do not', async () => {
    const samtal = await given();
    await samtal.book();
    await samtal.look();
    const [one] = samtal.subscriptions;
    const genuine = { subscriptionId: one?.id, clientState: one?.clientState, tenantId, lifecycleEvent: 'reauthorizationRequired' };
    const value = [{ ...genuine, clientState: 'guessed', lifecycleEvent: 'subscriptionRemoved' }, genuine];
    expect(await takeNotifications(samtal.platform, { value })).toBe('taken');
    expect(await samtal.mailbox()).toMatchObject({ subscriptionId: one?.id, renewDue: true, hints: 1 });
  });
});

it('Due marks of an earlier decision do not close those of a later one', async () => {
  const samtal = await given();
  await samtal.book();
  await samtal.write({ unwanted: [{ organizerId: 'boss', eventId: 'a' }], unwantedDue: dueAt(now) });
  const { graph } = samtal.platform;
  const cancel = graph.cancelEvent;
  graph.cancelEvent = async (...rest) => {
    graph.cancelEvent = cancel;
    now = new Date(now.getTime() + 1);
    await samtal.write({ unwanted: ['a', 'b'].map((eventId) => ({ organizerId: 'boss', eventId })), unwantedDue: dueAt(now) });
    return cancel(...rest);
  };
  while (await cancelNextEvents(samtal.platform));
  expect(samtal.state.cancelled).toEqual(['a', 'a', 'b']);
  expect((await samtal.talk()).unwanted).toEqual([]);
});
