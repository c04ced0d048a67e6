/** A talk that did not fit into the plan gets a time: its manager is shown what suits both, presses one, and it is booked exactly once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bookTalk, findTimes, finishTalk, readTalk, startTalk, type Talk, type TalkTimes } from '#api/talk/contract.ts';
import { writeBeside } from '#api/talk/booking/rules/beside.ts';
import { findTalkFacts } from '#api/talk/find-due-talks.ts';
import { givenSamtal, type GivenSamtal, type Person } from '#test/given/samtal.ts';
import { givenTalkWithoutTime } from '#test/given/talk-without-time.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let maja: Person;
let employee: Person;
let talk: Talk;
/** Of the event that took the planned time. */
let inTheWay: string;

beforeEach(async () => {
  samtal = await givenSamtal();
  maja = samtal.as('maja');
  const given = await givenTalkWithoutTime(samtal);
  ({ employee, inTheWay } = given);
  talk = await maja.must(readTalk, { params: { talkId: given.talk.talkId } });
});
afterEach(() => samtal.stop());

const read = (): Promise<Talk> => maja.must(readTalk, { params: { talkId: talk.talkId } });
const offered = async (): Promise<TalkTimes['times']> => (await maja.must(findTimes, { params: { talkId: talk.talkId }, query: {} })).times;
const press = async (start: string | undefined, version = talk.version) =>
  maja.call(bookTalk, { params: { talkId: talk.talkId }, body: { start: start ?? '' }, version });
const booked = (): Promise<Talk> =>
  until(
    async () => {
      const now = await read();
      return now.booking === 'booked' ? now : null;
    },
    { message: 'the talk is booked', withinMs: 15_000 },
  );
/** Events in the employee's calendar that Maja has sent for a talk. */
const invitations = async () =>
  (await samtal.desk.calendar(employee.person.id)).filter(
    ({ isPrivate, isOrganizer, organizer }) => isPrivate && !isOrganizer && organizer.id === maja.person.id,
  );
const isBusy = async (who: string, { start, end }: { start: string; end: string }): Promise<boolean> =>
  (await samtal.desk.calendar(who, { from: start, to: end })).some(
    (one) => one.showAs !== 'free' && new Date(one.start) < new Date(end) && new Date(one.end) > new Date(start),
  );

it('The manager of a talk without a time is shown the next times that suit both, and one press books it exactly once', async () => {
  expect(talk).toMatchObject({ next: 'find-time', booking: 'none', start: null });
  expect(await employee.must(readTalk, { params: { talkId: talk.talkId } })).toMatchObject({ next: 'wait' });
  const times = await offered();
  expect(times.length).toBeGreaterThanOrEqual(3);
  expect(times.length).toBeLessThanOrEqual(5);
  for (const time of times) for (const { person } of [maja, employee]) expect(await isBusy(person.id, time)).toBe(false);
  // Beside a time that the manager promises to somebody else, none is offered that lies on it or within the quarter of an hour around it.
  const promised = times.slice(0, 1);
  const beside = (await maja.must(findTimes, { params: { talkId: talk.talkId }, query: { beside: writeBeside(promised) } })).times;
  expect(beside.length).toBeGreaterThan(0);
  const quarterMs = 15 * 60_000;
  for (const { start, end } of beside)
    for (const one of promised)
      expect(Date.parse(start) >= Date.parse(one.end) + quarterMs || Date.parse(end) + quarterMs <= Date.parse(one.start)).toBe(true);
  const pressed = await press(times[1]?.start);
  expect(pressed.body).toMatchObject({ start: times[1]?.start, end: times[1]?.end, booking: 'under-way' });
  expect(await booked()).toMatchObject({ start: times[1]?.start, status: 'planned' });
  expect((await invitations()).map(({ start }) => new Date(start).toISOString())).toEqual([times[1]?.start]);
  await until(async () => (await samtal.desk.feed(employee.person.id)).length > 0, { message: 'the employee is told' });
  // The first planned time had used up version 1: its transaction id is never used again.
  const facts = await findTalkFacts(samtal.platform, samtal.companies[0]?.tenant.id ?? '', talk.talkId);
  expect(facts?.booking?.version).toBe(2);
});

it('Two windows that press different times give one event; the later is told that the talk has a time', async () => {
  const [first, second] = await offered();
  const answers = await Promise.all([press(first?.start), press(second?.start)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.problem).toMatchObject({ reason: 'talk-has-a-time' });
  const { start } = await booked();
  expect((await invitations()).map((event) => new Date(event.start).toISOString())).toEqual([start]);
  expect((await press(second?.start, (await read()).version)).problem).toMatchObject({ reason: 'talk-has-a-time' });
});

it('A time that was taken while the manager thought is refused with the next ones', async () => {
  const [first] = await offered();
  if (!first) throw new Error('No time is offered');
  await samtal.desk.move('maja', inTheWay, first);
  const { status, problem } = await press(first.start);
  expect({ status, reason: problem?.reason }).toEqual({ status: 409, reason: 'time-taken' });
  const { times } = problem?.current as TalkTimes;
  expect(times.length).toBeGreaterThanOrEqual(3);
  expect(times.map(({ start }) => start)).not.toContain(first.start);
  expect((await press(times[0]?.start)).status).toBe(200);
  expect((await booked()).start).toBe(times[0]?.start);
});

it('Nobody but the manager is shown times or may press one, and none can be invented', async () => {
  const params = { talkId: talk.talkId };
  const [time] = await offered();
  for (const who of [employee, samtal.as('hedda'), samtal.as('henrik')]) {
    expect((await who.refused(findTimes, { params, query: {} })).reason).toBe('not-found');
    const body = { start: time?.start ?? '' };
    expect((await who.refused(bookTalk, { params, body, version: talk.version })).reason).toBe('not-found');
  }
  const night = `${time?.start.slice(0, 11)}01:00:00.000Z`;
  expect((await press(night)).problem).toMatchObject({ reason: 'time-taken' });
  expect((await press('next Tuesday')).problem).toMatchObject({ reason: 'wrong-input', field: 'start' });
  expect(await invitations()).toEqual([]);
});

it('The two can also just meet: they start the talk without a time, and then none is offered any more', async () => {
  const params = { talkId: talk.talkId };
  const started = await employee.must(startTalk, { params, version: talk.version });
  expect((await maja.refused(findTimes, { params, query: {} })).reason).toBe('talk-already-started');
  expect(await maja.must(finishTalk, { params, version: started.version })).toMatchObject({ status: 'held', start: null });
});
