/**
 * A room in every talk: near the manager, free, booked along with it; what to do when rooms run out, when one declines and when a talk moves; somebody
 * from HR invited as well; and rooms by their address where Samtal may not read the directory of rooms.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCycle, estimateCycle, planCycle, readCycle, updateCycle, type Cycle, type CycleSettings } from '#api/cycle/contract.ts';
import { proposeReplan } from '#api/cycle/replan/contract.ts';
import { checkRoom, listRooms, type Room } from '#api/cycle/room/contract.ts';
import { usualRules } from '#api/cycle/rules/usual-rules.ts';
import { findTimes, listMyTalks, moveTalk, readTalk, answerAttention } from '#api/talk/contract.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { smallRooms } from '#infra/local/company/rooms.ts';
import { lookOnce } from '#test/given/calendar-history.ts';
import { givenLaunchedCycle, usualSettings } from '#test/given/launched-cycle.ts';
import { acceptAgain } from '#test/given/planned-again.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { talksHeldBy, type TalkInCalendar } from '#test/given/talk-in-calendar.ts';
import { until } from '#test/given/until.ts';

const week = new Date('2027-02-01T07:30:00Z');
let samtal: GivenSamtal;
let rooms: Room[];
const hr = () => samtal.as('hedda');
const address = (who: string): string => samtal.find(who).address;

beforeAll(async () => {
  const company = smallCompany({ week });
  samtal = await givenSamtal({ companies: [{ ...company, people: [...company.people, ...smallRooms(company.tenant.id)] }] });
  rooms = (await hr().must(listRooms)).rooms.map(({ name, building, address: mail }) => ({ name, building, address: mail }));
});
afterAll(() => samtal?.stop());

const named = (...names: string[]): Room[] => rooms.filter(({ name }) => names.includes(name));
const settingsWith = (chosen: Room[], without: string[] = [], more: object = {}): CycleSettings => ({
  ...usualSettings(samtal.startedAt),
  departments: ['Charts'],
  rules: { ...usualRules, rooms: { chosen, without }, ...more },
});
/** Takes the room for some hours, as somebody else's meeting would. */
const occupy = (room: string, start: string, hours: number): Promise<unknown> => {
  const at = (ms: number) => ({ dateTime: new Date(ms).toISOString().slice(0, 19), timeZone: 'UTC' });
  const from = Date.parse(start);
  return samtal.desk.createEvent(room, { subject: 'Taken', start: at(from), end: at(from + hours * 3_600_000), showAs: 'busy' });
};

describe('HR wants a room in every talk', () => {
  it('The directory’s rooms are offered by building, to HR only; settings without any chosen are refused', async () => {
    expect(rooms.map(({ name, building }) => `${building}: ${name}`)).toEqual([
      'Helsinki: Sund',
      'Stockholm: Falsterbo',
      'Stockholm: Skagen',
    ]);
    expect((await samtal.as('maja').refused(listRooms)).reason).toBe('not-found');
    const body = { ...settingsWith([]), cycleId: randomUUID() };
    expect(await hr().refused(createCycle, { body })).toMatchObject({ reason: 'wrong-input', field: 'rules.rooms' });
  });

  it('Rooms run out: each talk that has one has it alone, the others say so, and “without a room” gives them their time', async () => {
    const { windowFrom } = usualSettings(samtal.startedAt);
    // Free on the first day only; somebody has one in Helsinki, where nobody of these managers sits.
    await occupy('skagen', `${windowFrom}T23:00:00Z`, 24 * 60);
    const cycleId = randomUUID();
    const draft = await hr().must(createCycle, { body: { ...settingsWith(named('Skagen', 'Sund')), cycleId } });
    const tight = await hr().must(planCycle, { params: { cycleId }, version: draft.version });
    const { placed = [], unplaced = [] } = tight.plan ?? {};
    expect(placed.length).toBeGreaterThan(0);
    expect(new Set(placed.map(({ room, start }) => `${room} ${start.slice(0, 10)}`))).toEqual(new Set([`Skagen ${windowFrom}`]));
    const starts = placed.map(({ start, end }) => [start, end] as const).sort();
    expect(starts.every(([start], at) => at === 0 || start >= (starts[at - 1]?.[1] ?? ''))).toBe(true);
    const roomless = unplaced.filter(({ reason }) => reason === 'no-room');
    expect(roomless.length).toBeGreaterThan(0);
    expect(roomless.map(({ relax }) => relax?.kind)).toEqual(roomless.map(() => 'without-room'));
    const ids = roomless.map(({ employee }) => employee.id);
    const estimated = await hr().must(estimateCycle, { params: { cycleId }, body: settingsWith(named('Skagen', 'Sund')) });
    expect(estimated.roomless?.length).toBe(estimated.talks - estimated.fit);
    const body = settingsWith(named('Skagen', 'Sund'), ids);
    const { version } = await hr().must(updateCycle, { params: { cycleId }, version: tight.version, body });
    const mended = await hr().must(planCycle, { params: { cycleId }, version });
    expect(mended.plan?.unplaced).toEqual([]);
    expect(
      mended.plan?.placed
        .filter(({ room }) => room === undefined)
        .map(({ employee }) => employee.id)
        .sort(),
    ).toEqual(ids.sort());
  });

  it('A room that cannot be read is named on the plan, and is in no talk', async () => {
    const gone = { address: 'gone@lillvik.example', name: 'Gone', building: 'Stockholm' };
    const cycleId = randomUUID();
    const draft = await hr().must(createCycle, { body: { ...settingsWith([gone, ...named('Falsterbo')]), cycleId } });
    const { plan } = await hr().must(planCycle, { params: { cycleId }, version: draft.version });
    expect(plan?.unreadRooms).toEqual(['Gone']);
    expect(new Set(plan?.placed.map(({ room }) => room))).toEqual(new Set(['Falsterbo']));
  });

  it('Without permission for the directory of rooms they are named by address: each is tried, and no colleague is taken for one', async () => {
    const revoke = (revoked: string[]) =>
      fetch(`${samtal.hostUrl}/desk/api/permissions`, {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ revoked }),
      });
    await revoke(['Place.Read.All']);
    expect(await hr().must(listRooms)).toEqual({ isReadable: false, rooms: [] });
    const query = { address: address('skagen').toUpperCase() };
    expect(await hr().must(checkRoom, { query })).toEqual({ address: address('skagen'), name: 'Skagen', building: 'Stockholm' });
    for (const wrong of [address('erik').toUpperCase(), 'nobody@lillvik.example'])
      expect((await hr().refused(checkRoom, { query: { address: wrong } })).reason).toBe('room-unknown');
    await revoke([]);
  });
});

describe('A talk with a room', () => {
  let cycle: Cycle;
  let held: TalkInCalendar[];
  const roomNow = async (talk: TalkInCalendar): Promise<string | undefined> => (await talk.read()).room;
  /** Rooms that the event asks for, with their answers. */
  const asked = async (talk: TalkInCalendar): Promise<string[]> => {
    const { attendees } = await talk.event();
    const found = attendees.filter((one) => rooms.some((room) => room.address === one.address));
    return found.map(({ name, response }) => `${name} ${response}`);
  };
  const other = (name: string | undefined): string => (name === 'Skagen' ? 'Falsterbo' : 'Skagen');
  const move = async (talk: TalkInCalendar, start: string): Promise<void> => {
    await samtal.as('maja').must(moveTalk, { params: { talkId: talk.talkId }, body: { start }, version: (await talk.read()).version });
    await talk.becomes(({ move: made }) => made?.outcome === 'done', 'the event has moved');
  };
  const timesOf = async ({ talkId }: TalkInCalendar) => (await samtal.as('maja').must(findTimes, { params: { talkId }, query: {} })).times;

  beforeAll(async () => {
    // Skagen, which the first stories have taken, is free again.
    for (const { id, subject } of await samtal.desk.calendar('skagen')) if (subject === 'Taken') await samtal.desk.cancel('skagen', id);
    const settings = settingsWith(named('Skagen', 'Falsterbo'), [], { partnerId: samtal.find('henrik').id, invitePartner: true });
    ({ cycle } = await givenLaunchedCycle(samtal, { settings }));
    held = await talksHeldBy(samtal, 'maja');
  });

  it('Its event asks for the room, which accepts; it is private and neutral, and both see where they meet', async () => {
    for (const talk of held) {
      const { room, start, end } = await talk.read();
      const event = await talk.event();
      expect(event).toMatchObject({
        isPrivate: true,
        location: room,
        subject: expect.stringMatching(/^(Utvecklingssamtal|Development talk)$/),
      });
      expect(event.html).toContain(talk.talkId);
      expect(await asked(talk)).toEqual([`${room} accepted`]);
      const inRoom = await samtal.desk.calendar(room ?? '', { from: start ?? '', to: end ?? '' });
      expect(inRoom.map(({ subject, html }) => [subject, html])).toEqual([['Maja Hallberg', '']]);
      const marker = await samtal.platform.graph.findEvent(samtal.find('maja').tenantId, samtal.find('maja').id, `${talk.talkId}/1`);
      expect(marker?.id).toBe(event.id);
    }
    const { talks } = await samtal.as('erik').must(listMyTalks);
    expect(['Skagen', 'Falsterbo']).toContain(talks.find(({ cycleId }) => cycleId === cycle.cycleId)?.room);
  });

  it('Somebody from HR is invited as well, with the same neutral words, and reads nothing for it', async () => {
    const [talk] = held;
    const { talkId } = talk ?? { talkId: '' };
    const invitation = (await samtal.desk.calendar('henrik')).find(({ html }) => html.includes(talkId));
    expect(invitation).toMatchObject({ isPrivate: true, organizer: { name: 'Maja Hallberg' } });
    expect((await samtal.as('henrik').refused(readTalk, { params: { talkId } })).reason).toBe('not-found');
    // That HR cannot come is no answer of the employee's.
    await samtal.desk.respond('henrik', invitation?.id ?? '', 'decline');
    await lookOnce({ samtal, manager: 'maja', talks: held, cycle });
    expect((await talk?.read())?.attention).toBeNull();
  });

  it('The room declines: Maja is asked, and another room is one press away', async () => {
    const [talk] = held;
    if (!talk) throw new Error('Maja holds no talk');
    const before = await roomNow(talk);
    const [copy] = await samtal.desk.calendar(before ?? '', { from: (await talk.read()).start ?? '', to: (await talk.read()).end ?? '' });
    await samtal.desk.respond(before ?? '', copy?.id ?? '', 'decline');
    const wanting = await talk.becomes(({ attention }) => attention !== null, 'Maja is asked');
    expect(wanting).toMatchObject({ next: 'decide', attention: { kind: 'no-room', choices: ['other-room', 'without-room', 'find-time'] } });
    await talk.answer('other-room');
    await until(async () => (await asked(talk))[0] === `${other(before)} accepted`, { message: 'the other room has accepted' });
    expect(await talk.read()).toMatchObject({ attention: null, room: other(before), start: wanting.start });
    expect((await talk.event()).location).toBe(other(before));
  });

  it('A moved talk gets a room that is free then', async () => {
    const talk = held[1];
    if (!talk) throw new Error('Maja holds too few talks');
    const before = await roomNow(talk);
    const [time] = await timesOf(talk);
    await occupy(before ?? '', time?.start ?? '', 1);
    await move(talk, time?.start ?? '');
    expect(await asked(talk)).toEqual([`${other(before)} accepted`]);
    expect(await talk.read()).toMatchObject({ start: time?.start, room: other(before), attention: null });
  });

  it('None is free then: the talk moves all the same, nobody has a room in vain, and Maja says what she wants', async () => {
    const talk = held[2];
    if (!talk) throw new Error('Maja holds too few talks');
    const [, time] = await timesOf(talk);
    for (const room of ['skagen', 'falsterbo']) await occupy(room, time?.start ?? '', 1);
    await move(talk, time?.start ?? '');
    expect(await asked(talk)).toEqual([]);
    await talk.becomes(({ attention }) => attention?.kind === 'no-room', 'Maja is asked');
    const { version } = await talk.read();
    const wanted = { params: { talkId: talk.talkId }, body: { kind: 'no-room' as const, choice: 'other-room' as const }, version };
    expect((await samtal.as('maja').refused(answerAttention, wanted)).reason).toBe('no-room-free');
    await talk.answer('without-room');
    await lookOnce({ samtal, manager: 'maja', talks: held, cycle });
    expect(await talk.read()).toMatchObject({ attention: null, start: time?.start });
    expect(await roomNow(talk)).toBeUndefined();
  });

  it('HR plans the cycle again: a talk that moves gets a room that is free then', async () => {
    const [talk] = held;
    if (!talk) throw new Error('Maja holds no talk');
    const { employee, start } = await talk.read();
    const day = (start ?? '').slice(0, 10);
    const params = { cycleId: cycle.cycleId };
    const { settings, version } = await hr().must(readCycle, { params });
    const { windowFrom, windowTo, bufferMinutes, maxPerDay, rules = usualRules } = settings;
    const away = [{ personId: employee.id, from: day, to: day }];
    const body = { windowFrom, windowTo, bufferMinutes, maxPerDay, rules, away, keepMoved: true, stay: [] };
    const proposal = await hr().must(proposeReplan, { params, body, version });
    expect([proposal.moves.map((one) => one.employee.id), proposal.unplaced]).toEqual([[employee.id], []]);
    const to = proposal.moves[0]?.to.start ?? '';
    // The room it has now is taken then; the other one is free.
    const had = await roomNow(talk);
    await occupy(had ?? '', to, 1);
    await acceptAgain(samtal, cycle.cycleId, proposal);
    expect(await talk.read()).toMatchObject({ start: to, room: other(had) });
    await until(async () => (await asked(talk))[0] === `${other(had)} accepted`, { message: 'the other room has accepted' });
  });

  it('Only times with a free room are offered, each with its room; when no room is free at any, they are offered all the same and say so', async () => {
    const talk = held[1];
    if (!talk) throw new Error('Maja holds too few talks');
    const offer = (after?: string) =>
      samtal.as('maja').must(findTimes, { params: { talkId: talk.talkId }, query: after === undefined ? {} : { after } });
    const before = await offer();
    expect(before.noRoom).toBeUndefined();
    expect(before.times.map(({ room }) => room !== undefined && ['Skagen', 'Falsterbo'].includes(room))).toEqual([true, true, true]);
    // The first time at which both are free: others hold talks in them too.
    type Span = { start: string; end: string };
    const isFree = async (room: string, { start, end }: Span) => (await samtal.desk.calendar(room, { from: start, to: end })).length === 0;
    const bothFree = async (times: readonly Span[]): Promise<Span> => {
      for (const time of times) if ((await isFree('skagen', time)) && (await isFree('falsterbo', time))) return time;
      return bothFree((await offer(times.at(-1)?.start ?? '')).times);
    };
    const first = await bothFree(before.times);
    const justBefore = new Date(Date.parse(first.start) - 60_000).toISOString();
    await occupy('skagen', first.start, 1);
    const [other] = (await offer(justBefore)).times;
    expect(other).toEqual({ start: first.start, end: first.end, room: 'Falsterbo' });
    await occupy('falsterbo', first.start, 1);
    expect((await offer(justBefore)).times.map(({ start }) => start)).not.toContain(first.start);
    for (const room of ['skagen', 'falsterbo']) await occupy(room, `${cycle.settings.windowFrom}T00:00:00Z`, 24 * 60);
    const none = await offer();
    expect(none).toMatchObject({ noRoom: true, basis: 'calendars' });
    expect(none.times.length).toBeGreaterThan(0);
    expect(none.times.every(({ room }) => room === undefined)).toBe(true);
  });
});
