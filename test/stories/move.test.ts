/** The two move their talk themselves: three times at once, one press, the same event; the other is told, may object, and the way back is open. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findTalk, findTimes, moveTalk, objectToTime, readTalk, startTalk, type Talk, type TalkTimes } from '#api/talk/contract.ts';
import { findTalkFacts } from '#api/talk/find-due-talks.ts';
import { givenLaunchedCycle, type LaunchedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let cycle: LaunchedCycle;
let talk: Talk;
/** Erik's and Maja's event as it was booked. */
let booked: { id: string; joinUrl: string | null };

beforeAll(async () => {
  samtal = await givenSamtal();
  cycle = await givenLaunchedCycle(samtal);
  talk = await cycle.talkOf('erik');
  const [event] = await eventsOf('maja');
  booked = { id: event?.id ?? '', joinUrl: talk.joinUrl };
});
afterAll(() => samtal?.stop());

const params = () => ({ talkId: talk.talkId });
const read = (who: string): Promise<Talk> => samtal.as(who).must(readTalk, { params: params() });
const offered = (who: string, after?: string): Promise<TalkTimes> =>
  samtal.as(who).must(findTimes, { params: params(), query: after === undefined ? {} : { after } });
const press = async (who: string, start: string | undefined, version?: number) =>
  samtal.as(who).call(moveTalk, { params: params(), body: { start: start ?? '' }, version: version ?? (await read(who)).version });
/** Waits until the calendars have the move. */
const carriedOut = (outcome: 'done' | 'taken' = 'done'): Promise<Talk> =>
  until(
    async () => {
      const now = await read('erik');
      return now.move?.outcome === outcome ? now : null;
    },
    { message: `the move is ${outcome}` },
  );
/** What the person has in the calendar between Maja and Erik for this talk. */
async function eventsOf(who: string) {
  const all = await samtal.desk.calendar(who);
  const { id } = samtal.find('erik');
  const mine = who === 'maja' ? all.filter(({ attendees }) => attendees.some((one) => one.id === id)) : all;
  return mine.filter(({ isPrivate, organizer }) => isPrivate && organizer.id === samtal.find('maja').id);
}
const startsOf = async (who: string): Promise<string[]> => (await eventsOf(who)).map(({ start }) => new Date(start).toISOString());
const toldOf = async (who: string, type: string): Promise<string[]> =>
  (await samtal.desk.feed(who)).filter((one) => one.type === type).map(({ text }) => text);

it('Both are offered the three next times at once and more when they ask; the talk’s own event is in nobody’s way', async () => {
  const first = await offered('erik');
  expect(first.times).toHaveLength(3);
  expect(first.back).toBeNull();
  expect(await offered('maja')).toEqual(first);
  const more = await offered('erik', first.times[2]?.start);
  expect(more.times.length).toBeGreaterThan(0);
  const all = [...first.times, ...more.times].map(({ start }) => start);
  expect([...new Set(all)].sort()).toEqual(all);
  expect(all).not.toContain(talk.start);
  for (const { start, end } of first.times)
    for (const who of ['erik', 'maja']) {
      const inTheWay = (await samtal.desk.calendar(who, { from: start, to: end })).filter(
        (one) => one.showAs !== 'free' && new Date(one.start) < new Date(end) && new Date(one.end) > new Date(start),
      );
      expect(inTheWay.filter(({ start: at }) => new Date(at).toISOString() !== talk.start)).toEqual([]);
    }
});

it('The employee presses one: the same event moves in both calendars, and the manager is told', async () => {
  const [, second] = (await offered('erik')).times;
  const { status, body } = await press('erik', second?.start);
  expect({ status, body }).toMatchObject({ status: 200, body: { start: second?.start, move: { byMe: true, outcome: 'under-way' } } });
  const moved = await carriedOut();
  expect(moved).toMatchObject({ start: second?.start, end: second?.end, joinUrl: booked.joinUrl, move: { from: { start: talk.start } } });
  expect((await eventsOf('maja')).map(({ id }) => id)).toEqual([booked.id]);
  for (const who of ['maja', 'erik']) expect(await startsOf(who)).toEqual([second?.start]);
  const [told] = await until(async () => (await toldOf('maja', 'talkMoved')).length > 0 && toldOf('maja', 'talkMoved'), {
    message: 'Maja is told',
  });
  expect(told).toContain('Erik Storm');
  const facts = await findTalkFacts(samtal.platform, samtal.companies[0]?.tenant.id ?? '', talk.talkId);
  expect(facts?.booking).toMatchObject({ version: 2, eventVersion: 1 });
  expect((await read('maja')).move).toMatchObject({ byMe: false, objectedAt: null });
});

it('The same press once more, as after a lost answer, changes nothing', async () => {
  const before = await read('erik');
  expect(before).toMatchObject({ ...(await press('erik', before.start ?? '')).body });
  expect(await startsOf('erik')).toEqual([before.start]);
});

it('The manager objects; the employee is told, and it is for the employee to choose again', async () => {
  const { version } = await read('maja');
  const objected = await samtal.as('maja').must(objectToTime, { params: params(), version });
  expect(objected.move?.objectedAt).not.toBeNull();
  expect(await read('erik')).toMatchObject({ next: 'move', move: { byMe: true, objectedAt: objected.move?.objectedAt } });
  const [told] = await until(async () => (await toldOf('erik', 'timeObjected')).length > 0 && toldOf('erik', 'timeObjected'), {
    message: 'Erik is told',
  });
  expect(told).toContain('Maja');
  expect((await samtal.as('maja').refused(objectToTime, { params: params(), version: objected.version })).reason).toBe(
    'nothing-to-object-to',
  );
  expect((await samtal.as('erik').refused(objectToTime, { params: params(), version: objected.version })).reason).toBe(
    'nothing-to-object-to',
  );
});

it('The way back is offered while the old time is free, and closes the matter', async () => {
  const { back } = await offered('erik');
  expect(back).toEqual({ start: talk.start, end: talk.end });
  expect((await press('erik', back?.start)).status).toBe(200);
  expect(await carriedOut()).toMatchObject({ start: talk.start, move: { objectedAt: null } });
  expect((await read('erik')).next).not.toBe('move');
  expect((await eventsOf('maja')).map(({ id }) => id)).toEqual([booked.id]);
});

it('Two who move at once: one does, and the other is told that something has changed', async () => {
  const [first, second] = (await offered('maja')).times;
  const { version } = await read('maja');
  const answers = await Promise.all([press('maja', first?.start, version), press('erik', second?.start, version)]);
  expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const { start } = await carriedOut();
  expect(await startsOf('erik')).toEqual([start]);
});

it('A time that was taken meanwhile is refused with the next ones, and nothing moves', async () => {
  const [time] = (await offered('erik')).times;
  const other = (await samtal.desk.calendar('maja')).find(({ isOrganizer, isAllDay, isPrivate }) => isOrganizer && !isAllDay && !isPrivate);
  if (!time || !other) throw new Error('Maja has nothing to move');
  const before = await read('erik');
  await samtal.desk.move('maja', other.id, time);
  const { status, problem } = await press('erik', time.start);
  expect({ status, reason: problem?.reason }).toEqual({ status: 409, reason: 'time-taken' });
  const { times } = problem?.current as TalkTimes;
  expect(times.map(({ start }) => start)).not.toContain(time.start);
  expect(times).toHaveLength(3);
  expect(await read('erik')).toEqual(before);
});

it('Nobody else is offered times, moves the talk or objects', async () => {
  const { version } = await read('erik');
  const [time] = (await offered('erik')).times;
  for (const who of ['elin', 'hedda', 'vera']) {
    const speaker = samtal.as(who);
    expect((await speaker.refused(findTimes, { params: params(), query: {} })).reason).toBe('not-found');
    expect((await speaker.refused(moveTalk, { params: params(), body: { start: time?.start ?? '' }, version })).reason).toBe('not-found');
    expect((await speaker.refused(objectToTime, { params: params(), version })).reason).toBe('not-found');
  }
});

it.each([
  ['erik', 'Utvecklingssamtal', 'Öppna Samtal'],
  ['emil', 'Development talk', 'Open Samtal'],
])(
  'The event of %s says when, and nothing of the person: neutral words, private, a Teams meeting, the way to the talk',
  async (who, subject, open) => {
    const [event] = await eventsOf(who);
    const { talkId, joinUrl } = await cycle.talkOf(who);
    expect(event).toMatchObject({ subject, isPrivate: true, meeting: { joinUrl }, attendees: [{ id: samtal.find(who).id }] });
    const words = decodeURIComponent(event?.html ?? '');
    expect(words).toContain(open);
    expect(words).toContain(`talks/${talkId}`);
    // The second way in is for whoever has no Teams.
    const ways = [...words.matchAll(/<a href="([^"]*)/g)].map(([, link]) => link);
    expect(ways).toEqual([expect.stringMatching(/^https:\/\/teams\./), `${samtal.platform.config.publicUrl}/talks/${talkId}`]);
    for (const name of [samtal.find(who).name, samtal.find('maja').name]) expect(words).not.toContain(name.split(' ')[0]);
  },
);

it('Samtal is in the chat of the meeting from seven days before; until then the talk is found by the meeting’s address', async () => {
  const { start, joinUrl } = await read('erik');
  const { chatId } = await samtal.desk.meeting('erik', { joinUrl: joinUrl ?? '' });
  const find = (who: string, query: { chatId: string; joinUrl?: string }) => samtal.as(who).call(findTalk, { query });
  const day = 86_400_000;
  await samtal.desk.clock.moveTo(new Date(new Date(start ?? '').getTime() - 7 * day - 60_000));
  expect((await find('erik', { chatId })).status).toBe(404);
  expect((await find('erik', { chatId, joinUrl: joinUrl ?? '' })).body).toMatchObject({ talkId: talk.talkId });
  expect((await find('elin', { chatId, joinUrl: joinUrl ?? '' })).status).toBe(404);
  await samtal.desk.clock.moveTo(new Date(new Date(start ?? '').getTime() - 7 * day));
  await until(async () => (await find('erik', { chatId })).status === 200, { message: 'the talk is found by its chat' });
});

it('Once it was started, a talk is moved no more', async () => {
  const { version } = await samtal.as('maja').must(startTalk, { params: params(), version: (await read('maja')).version });
  expect((await samtal.as('erik').refused(findTimes, { params: params(), query: {} })).reason).toBe('talk-already-started');
  const body = { start: talk.start ?? '' };
  expect((await samtal.as('erik').refused(moveTalk, { params: params(), body, version })).reason).toBe('talk-already-started');
  expect(await read('erik')).toMatchObject({ move: null });
});
