/**
 * Moving one talk, on a store of its own and a Microsoft 365 kept in memory whose answers can be lost or refused: there is one event throughout,
 * and in the end it is where the talk is. Also when Samtal goes into the meeting's chat.
 */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { savePeople } from '#api/people/store.ts';
import type { Config } from '#api/platform/config/config.ts';
import type { Db } from '#api/platform/db/db.ts';
import { dueAt } from '#api/platform/db/due.ts';
import type { BookedEvent } from '#api/platform/graph/calendar.ts';
import type { Graph } from '#api/platform/graph/graph.ts';
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import { createLog } from '#api/platform/log/log.ts';
import type { Platform } from '#api/platform/platform.ts';
import { createTalks } from '#api/talk/create-talks.ts';
import { changeTalk, listTalksOfCycle, type TalkRecord } from '#api/talk/store.ts';
import { newestTemplate } from '#api/template/find-template.ts';
import { givenOwnDb } from '#test/given/own-db.ts';
import { createBookingStep } from '../booking/book-due-talks.ts';
import { isByHand } from '../booking/rules.ts';
import { installInNextChat } from '../booking/install-in-chat.ts';
import { carryOutNextMove } from './carry-out-move.ts';
import { claimMark } from './store.ts';

const tenantId = 'tenant';
const begin = new Date('2027-02-01T08:00:00Z');
const minute = 60_000;
const hour = 60 * minute;
const first = span(new Date('2027-02-17T09:00:00Z'));
const second = span(new Date('2027-02-18T13:00:00Z'));

function span(start: Date) {
  return { start, end: new Date(start.getTime() + hour) };
}

const ownDb = givenOwnDb('moving');
let db: Db;
let now: Date;
beforeEach(() => {
  now = begin;
  db = ownDb();
});

type Answer = 'done' | 'done-and-lost' | 'lost' | 'refused';

/** A calendar in memory. `moving` says how the next moves are answered, `taken` which time somebody else has. */
function calendars() {
  const events: BookedEvent[] = [];
  const state = {
    moving: [] as Answer[],
    taken: null as Date | null,
    moves: 0,
    installed: [] as string[],
    chat: 'chat' as string | null,
    byHand: null as BookedEvent | null,
    reading: async (): Promise<unknown> => undefined,
  };
  const graph: Partial<Graph> = {
    async readSchedules(_tenantId, _asId, addresses, from, to) {
      await state.reading();
      const all = [...events, ...(state.taken ? [span(state.taken)] : [])].filter(({ start, end }) => start < to && end > from);
      const busy = all.map(({ start, end }) => ({ start, end, status: 'busy' as const }));
      return new Map(addresses.map((address) => [address, { busy, workingHours: null }]));
    },
    async createEvent(_tenantId, _organizerId, { start, end, transactionId }) {
      events.push({ id: `event-${transactionId}`, iCalUId: 'i', joinUrl: 'https://join.example', start, end });
      return structuredClone(events.at(-1)) as BookedEvent;
    },
    pace: { open: () => 29, atOnce: () => 4, share: () => undefined },
    findEvent: async () => null,
    findHandMade: async () => state.byHand,
    readEvent: async (_tenantId, _organizerId, id) => structuredClone(events.find((one) => one.id === id) ?? null),
    async moveEvent(_tenantId, _organizerId, id, time) {
      state.moves += 1;
      const answer = state.moving.shift() ?? 'done';
      if (answer === 'refused') throw new GraphRefused(403, 'ErrorAccessDenied', 'no');
      if (answer === 'lost') throw new MicrosoftUnavailable('It was not asked', true);
      const event = events.find((one) => one.id === id);
      if (event) Object.assign(event, time);
      if (answer === 'done-and-lost') throw new MicrosoftUnavailable('The answer was lost', true);
      return structuredClone(event ?? null);
    },
    findMeetingChat: async () => state.chat,
    installInChat: async (_tenantId, chatId) => void state.installed.push(chatId),
  };
  return { events, state, graph: graph as Graph };
}

/** A talk of Anna's with her manager, booked at the first time. */
async function given() {
  const made = calendars();
  const rest = { log: createLog('silent'), live: null, cards: null, wake: () => undefined };
  const config = { teamsAppId: randomUUID(), eventSubject: null } as Config;
  const platform = { config, db, graph: made.graph, clock: { now: () => now }, ...rest } as unknown as Platform;
  const people = ['boss', 'anna'].map((personId) => ({ personId, set: { name: personId, mail: `${personId}@samtal.example` } }));
  await savePeople(db, tenantId, people);
  const template = newestTemplate('development-talk');
  if (!template) throw new Error('There is no template');
  const common = { cycleId: 'c', cycleName: 'c', template, releaseRule: 'both-released' as const, lengthMinutes: 60 };
  await createTalks(platform, tenantId, [{ ...common, employeeId: 'anna', managerId: 'boss', time: first }]);
  await createBookingStep(platform)();
  const talk = async (): Promise<TalkRecord> => {
    const [one] = await listTalksOfCycle(db, tenantId, 'c');
    if (!one) throw new Error('The talk is gone');
    return one;
  };
  /** The guarded write of move-talk.ts, without its looking for free times. */
  const choose = async ({ start, end } = second, by = 'anna'): Promise<void> => {
    const { _id, version, booking, bookings, start: from, end: until } = await talk();
    if (!booking || !from || !until) throw new Error('The talk has no time');
    const moved = { by, at: now, from: { start: from, end: until }, outcome: 'under-way' as const, objection: null };
    const facts = { start, end, booking: { ...booking, version: bookings + 1 }, bookings: bookings + 1, moved, moveDue: dueAt(now) };
    if (!(await changeTalk(db, tenantId, _id, version, facts))) throw new Error('Somebody was faster');
  };
  /** As the clock does, a minute at a time, until nothing is left to do. */
  const settle = async (): Promise<TalkRecord> => {
    for (let minutes = 0; minutes < 60 && ((await talk()).moveDue ?? (await talk()).bookDue); minutes += 1) {
      await carryOutNextMove(platform);
      await createBookingStep(platform)();
      now = new Date(now.getTime() + minute);
    }
    return talk();
  };
  return { ...made, platform, talk, choose, settle };
}

const told = ({ notices }: TalkRecord): string[] =>
  notices.filter(({ kind }) => kind !== 'talk-booked').map(({ kind, recipientId }) => `${kind} ${recipientId}`);

describe('moving a talk', () => {
  it('moves its one event, under a new booking version, and tells the other', async () => {
    const samtal = await given();
    await samtal.choose();
    const talk = await samtal.settle();
    expect(talk).toMatchObject({ ...second, moveDue: null, moved: { outcome: 'done', from: first }, booking: { version: 2 } });
    expect(samtal.events).toMatchObject([second]);
    expect([samtal.state.moves, told(talk)]).toEqual([1, ['talk-moved boss']]);
    expect(talk.chatDue?.at).toEqual(new Date('2027-02-11T13:00:00Z'));
  });

  it('sees that it was done when the answer was lost, and tells the other once', async () => {
    const samtal = await given();
    samtal.state.moving = ['done-and-lost'];
    await samtal.choose();
    const talk = await samtal.settle();
    expect([samtal.state.moves, told(talk)]).toEqual([1, ['talk-moved boss']]);
    expect(samtal.events).toMatchObject([second]);
  });

  it('tries again when it was not done, or was refused for a while', async () => {
    const samtal = await given();
    samtal.state.moving = ['lost', 'refused', 'refused'];
    await samtal.choose();
    const talk = await samtal.settle();
    expect([samtal.state.moves, talk.moved?.outcome]).toEqual([4, 'done']);
    expect(samtal.events).toMatchObject([second]);
  });

  it('may go to a time that its own event covers in part', async () => {
    const samtal = await given();
    const later = span(new Date(first.start.getTime() + hour / 2));
    await samtal.choose(later);
    expect((await samtal.settle()).moved?.outcome).toBe('done');
    expect(samtal.events).toMatchObject([later]);
  });

  it.each(['taken', 'past'])('stays where it was when the time is %s by then, and says so to whoever chose it', async (why) => {
    const samtal = await given();
    await samtal.choose();
    if (why === 'taken') samtal.state.taken = second.start;
    else now = second.start;
    const talk = await samtal.settle();
    expect(talk).toMatchObject({ ...first, moved: { outcome: 'taken' }, prepareBy: new Date('2027-02-16T09:00:00Z') });
    expect(samtal.events).toMatchObject([first]);
    expect([samtal.state.moves, told(talk)]).toEqual([0, ['move-refused anna']]);
  });

  it('makes one event anew when somebody has deleted it, under a version that no event has had', async () => {
    const samtal = await given();
    const [before] = samtal.events.splice(0);
    await samtal.choose();
    const talk = await samtal.settle();
    expect(samtal.events).toMatchObject([second]);
    expect(samtal.events[0]?.id).not.toBe(before?.id);
    expect(talk.booking).toMatchObject({ version: 2, eventId: samtal.events[0]?.id });
  });

  it.each([
    ['anna', ['talk-moved boss']],
    ['boss', []],
  ])('tells the manager of it as of any other move: chosen by %s', async (by, expected) => {
    const samtal = await given();
    samtal.events.splice(0);
    await samtal.choose(second, by);
    const talk = await samtal.settle();
    expect(told(talk)).toEqual(expected);
    expect(
      talk.notices.filter(({ kind, key }) => kind === 'talk-booked' && key.includes(':2:')).map(({ recipientId }) => recipientId),
    ).toEqual(['anna']);
  });

  it('is left to its manager when Samtal may not write into the calendar any more, and is made once it may again', async () => {
    const samtal = await given();
    samtal.state.moving = ['refused', 'refused'];
    await samtal.choose();
    await carryOutNextMove(samtal.platform);
    const left = await samtal.talk();
    expect(left).toMatchObject({ ...second, moveDue: null, moved: { outcome: 'done' } });
    expect([isByHand(left.booking), told(left), samtal.events]).toMatchObject([true, ['talk-moved boss'], [first]]);
    const talk = await samtal.settle();
    expect([isByHand(talk.booking), talk.moved?.outcome, samtal.events]).toMatchObject([false, 'done', [second]]);
    expect(new Set(talk.notices.filter(({ kind }) => kind === 'talk-moved').map(({ key }) => key)).size).toBe(1);
  });

  it.each(['moved', 'made anew'])('is taken as it is when the manager has %s the entry by hand', async (how) => {
    const samtal = await given();
    samtal.state.moving = ['refused'];
    await samtal.choose();
    await carryOutNextMove(samtal.platform);
    if (how === 'moved') Object.assign(samtal.events[0] ?? {}, second);
    else samtal.events.splice(0, 1, { ...second, id: 'by-hand', iCalUId: 'h', joinUrl: 'https://join.example' });
    samtal.state.byHand = how === 'moved' ? null : (samtal.events[0] ?? null);
    const talk = await samtal.settle();
    expect([talk.booking?.eventId, samtal.state.moves, samtal.events]).toMatchObject([samtal.events[0]?.id, 1, [second]]);
  });

  it('changes nothing once another worker has taken over while calendars were read', async () => {
    const samtal = await given();
    await samtal.choose();
    samtal.state.reading = () => claimMark(db, 'moveDue', new Date(now.getTime() + 2 * minute));
    await carryOutNextMove(samtal.platform);
    expect(samtal.state.moves).toBe(0);
    expect((await samtal.talk()).moved?.outcome).toBe('under-way');
  });

  it('ends where the talk says, with one event, whatever the answers to any number of moves', async () => {
    const samtal = await given();
    const answers = fc.array(fc.constantFrom<Answer>('done', 'done-and-lost', 'lost', 'refused'), { maxLength: 4 });
    const move = fc.record({ hours: fc.integer({ min: 0, max: 90 }), by: fc.constantFrom('anna', 'boss'), answers });
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 4 }), async (moves) => {
        for (const { hours, by, answers: given } of moves) {
          samtal.state.moving = given;
          await samtal.choose(span(new Date(first.start.getTime() + hours * hour)), by);
          const { start, end, moveDue, moved } = await samtal.settle();
          expect([moveDue, moved?.outcome]).toEqual([null, 'done']);
          expect(samtal.events.map((event) => [event.start, event.end])).toEqual([[start, end]]);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('the chat of the meeting', () => {
  it('is left alone until seven days before the talk; then Samtal is in it, once', async () => {
    const { platform, state, talk } = await given();
    expect([await installInNextChat(platform), (await talk()).booking?.chatId]).toEqual([false, null]);
    now = new Date('2027-02-10T09:00:00Z');
    expect(await installInNextChat(platform)).toBe(true);
    expect([await talk(), state.installed]).toMatchObject([{ chatDue: null, booking: { chatId: 'chat' } }, ['chat']]);
    expect(await installInNextChat(platform)).toBe(false);
  });

  it('is asked for again when Teams has not made it yet', async () => {
    const { platform, state, talk } = await given();
    now = new Date('2027-02-10T09:00:00Z');
    state.chat = null;
    await installInNextChat(platform);
    expect((await talk()).chatDue).not.toBeNull();
    state.chat = 'late';
    now = new Date(now.getTime() + minute);
    await installInNextChat(platform);
    expect([(await talk()).booking?.chatId, state.installed]).toEqual(['late', ['late']]);
  });
});
