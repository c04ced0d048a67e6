/** The link between a talk and its calendar entry does not break: what people do in Outlook shows in Samtal, whatever notifications get lost. */
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerAttention, findTimes, listMyTalks, listTeamTalks, moveTalk, startTalk } from '#api/talk/contract.ts';
import { listComparisons, notificationPath } from '#api/talk/mailbox/contract.ts';
import { findMailbox } from '#api/talk/mailbox/store.ts';
import { givenLaunchedCycle } from '#test/given/launched-cycle.ts';
import { lookAt } from '#test/given/look-at.ts';
import { givenSamtal, type GivenSamtal, type Person } from '#test/given/samtal.ts';
import { quarterPasses, talksHeldBy, type TalkInCalendar } from '#test/given/talk-in-calendar.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let maja: Person;
/** The talks that Maja holds; each story takes one that is as it should be. */
let held: TalkInCalendar[];
let talk: TalkInCalendar;
let employee: string;

beforeAll(async () => {
  samtal = await givenSamtal();
  maja = samtal.as('maja');
  await givenLaunchedCycle(samtal);
  await until(async () => (await subscriptionsOf('maja')).length === 1, { message: 'Maja’s calendar is watched' });
  held = await talksHeldBy(samtal, 'maja');
});
afterAll(() => samtal?.stop());
beforeEach(async () => {
  const { talks } = await maja.must(listTeamTalks);
  const fit = talks.filter((one) => one.attention === null && one.joinUrl !== null && one.startedAt === null);
  const next = held.find(({ talkId }) => talkId === fit[0]?.talkId);
  if (!next) throw new Error('Maja has no talk left that is as it should be');
  talk = next;
  employee = fit[0]?.employee.id ?? '';
});

const subscriptionsOf = async (who: string) =>
  (await samtal.desk.subscriptions()).filter(({ resource }) => resource.includes(samtal.find(who).id));
const agree = async (): Promise<void> => {
  const { start, attention } = await talk.read();
  expect({ start: start && new Date(start), attention }).toEqual({ start: new Date((await talk.event()).start), attention: null });
};
/** Whatever a story left undecided is put right for the next one. */
const inStep = (): Promise<unknown> => talk.becomes((one) => one.attention === null && one.booking === 'booked', 'all is well again');

describe('What the manager does in Outlook', () => {
  it('Moved: the talk follows, both see the new time, and the day to be prepared by moves along', async () => {
    const before = await talk.read();
    const { start } = await talk.move(1);
    const after = await talk.becomes((one) => one.start === start, 'the talk has moved');
    const later = (at: string | null, than: string | null): number => Date.parse(at ?? '') - Date.parse(than ?? '');
    expect(later(after.prepareBy, before.prepareBy)).toBe(later(start, before.start));
    expect(after).toMatchObject({ booking: 'booked', attention: null });
    const theirs = (await samtal.as(employee).must(listMyTalks)).talks.find(({ talkId }) => talkId === talk.talkId);
    expect(theirs).toMatchObject({ start, move: { byMe: false, outcome: 'done', from: { start: before.start } } });
    await agree();
  });

  it('Moved in Samtal: what comes back from Outlook is our own echo, and nobody is asked', async () => {
    const params = { talkId: talk.talkId };
    const [time] = (await maja.must(findTimes, { params, query: {} })).times;
    const { version } = await talk.read();
    await maja.must(moveTalk, { params, body: { start: time?.start ?? '' }, version });
    await talk.becomes((one) => one.move?.outcome === 'done' && one.move.byMe, 'the event has moved');
    await quarterPasses(samtal);
    await talk.respond(employee, 'accept');
    await agree();
    expect((await talk.read()).move).toMatchObject({ objectedAt: null, byMe: true });
  });

  it('Deleted: Maja is asked first of all, the employee reads a plain word, and one press books it again at the same time', async () => {
    const { start } = await talk.read();
    await talk.cancel();
    const asked = await talk.becomes((one) => one.attention !== null, 'the talk needs Maja');
    expect(asked).toMatchObject({ start, next: 'decide', attention: { kind: 'deleted', choices: ['book-again', 'find-time', 'keep'] } });
    expect((await maja.must(listTeamTalks)).talks[0]?.talkId).toBe(talk.talkId);
    expect((await talk.read(employee)).attention).toMatchObject({ kind: 'deleted', choices: [] });
    await talk.answer('book-again');
    await inStep();
    expect((await talk.read()).start).toBe(start);
    await agree();
  });

  it('Deleted and kept without an entry: nothing is asked any more, and no event is made', async () => {
    await talk.cancel();
    await talk.becomes((one) => one.attention !== null, 'the talk needs Maja');
    const kept = await talk.answer('keep');
    expect(kept).toMatchObject({ attention: null, joinUrl: null });
    expect(kept.start).not.toBeNull();
    await quarterPasses(samtal);
    await until(async () => (await samtal.desk.calls({ service: 'graph' })).calls.at(-1), { message: 'it was looked' });
    expect(await talk.events()).toEqual([]);
    expect((await talk.read()).attention).toBeNull();
  });

  it('Deleted, and made anew by the employee with the link in it: the talk follows the new entry', async () => {
    const { html, start, end } = await talk.event();
    const { name, address } = maja.person;
    await talk.cancel();
    await talk.becomes((one) => one.attention !== null, 'the talk needs Maja');
    const later = (at: string): Date => new Date(new Date(at).getTime() + 7 * 86_400_000);
    // Somebody else's own entry: it carries an id that is none of Samtal's.
    const made = { transactionId: randomUUID(), bookingId: 'another', subject: 'Our talk', html, attendee: { name, address } };
    await samtal.platform.graph.createEvent(maja.person.tenantId, employee, { ...made, start: later(start), end: later(end) });
    await talk.becomes((one) => one.attention === null && one.start === later(start).toISOString(), 'the talk follows');
    await agree();
    const [own] = await talk.events(employee);
    await samtal.desk.cancel(employee, own?.id ?? '');
    await talk.becomes((one) => one.attention?.kind === 'deleted', 'the talk needs Maja again');
    await talk.answer('book-again');
    await inStep();
  });

  it('Thrown away and taken out of the bin again: back in step, without anybody being asked for long', async () => {
    const { id } = await talk.event();
    await samtal.desk.cancel('maja', id);
    await talk.becomes((one) => one.attention?.kind === 'deleted', 'the talk needs Maja');
    await samtal.desk.restore('maja', id);
    await inStep();
    await agree();
    // It has another id now, and is still the talk's.
    const { start } = await talk.move(1);
    await talk.becomes((one) => one.start === start, 'the talk has moved');
  });

  it('Another time zone on the same instant changes nothing; on the same wall clock it moves the talk', async () => {
    const { id } = await talk.event();
    const { start, end, version } = await talk.read();
    const wall = (at: string | null, timeZone: string): string =>
      DateTime.fromISO(at ?? '', { zone: timeZone }).toFormat("yyyy-MM-dd'T'HH:mm:ss");
    const inZone = (timeZone: string, shown = timeZone) => ({
      start: { dateTime: wall(start, shown), timeZone },
      end: { dateTime: wall(end, shown), timeZone },
    });
    await samtal.desk.changeEvent('maja', id, inZone('Europe/Helsinki'));
    await quarterPasses(samtal);
    await samtal.desk.changeEvent('maja', id, { importance: 'high' });
    expect(await talk.read()).toMatchObject({ start, version, attention: null });
    await samtal.desk.changeEvent('maja', id, inZone('Europe/Helsinki', 'Europe/Stockholm'));
    await talk.becomes((one) => Date.parse(one.start ?? '') === Date.parse(start ?? '') - 3_600_000, 'the talk is an hour earlier');
    expect((await talk.read()).move?.from.start).toBe(start);
    await agree();
  });

  it('Replaced by a series: the talk is on its next day', async () => {
    const { html, attendees, id } = await talk.event();
    const { start, end } = await talk.freeTime(1);
    const utc = (at: string) => ({ dateTime: at.slice(0, 19), timeZone: 'UTC' });
    const weekday = DateTime.fromISO(start, { zone: 'utc', locale: 'en' }).toFormat('cccc').toLowerCase();
    const recurrence = {
      pattern: { type: 'weekly', interval: 1, daysOfWeek: [weekday] },
      range: { type: 'numbered', startDate: start.slice(0, 10), numberOfOccurrences: 3 },
    };
    const guests = attendees.map(({ name, address }) => ({ type: 'required', emailAddress: { name, address } }));
    const series = await samtal.desk.createEvent('maja', {
      ...{ subject: 'Our talks', body: { contentType: 'html', content: html }, start: utc(start), end: utc(end) },
      ...{ attendees: guests, recurrence },
    });
    await samtal.desk.cancel('maja', id);
    await talk.becomes((one) => one.start === start, 'the talk is on the first day of the series');
    expect((await talk.read()).attention).toBeNull();
    await samtal.desk.cancel('maja', series.id);
    await talk.becomes((one) => one.attention?.kind === 'deleted', 'the talk needs Maja');
    await talk.answer('book-again');
    await inStep();
  });

  it('Moved into the past: the talk stays where it was, and choosing another time takes the entry out of both calendars', async () => {
    const before = await talk.read();
    const { id } = await talk.event();
    await samtal.desk.move('maja', id, { start: '2027-01-20T09:00:00Z', end: '2027-01-20T10:00:00Z' });
    const asked = await talk.becomes((one) => one.attention !== null, 'the talk needs Maja');
    expect(asked).toMatchObject({ start: before.start, attention: { kind: 'moved-away' } });
    await talk.answer('find-time');
    await until(async () => (await talk.events()).length === 0, { message: 'the entry is gone' });
    expect(await talk.read()).toMatchObject({ start: null, next: 'find-time', attention: null });
    expect((await maja.must(findTimes, { params: { talkId: talk.talkId }, query: {} })).times.length).toBeGreaterThan(0);
  });

  it('Moved out of the weeks of the cycle: the talk follows, and Maja decides whether that stays', async () => {
    const { start } = await talk.move(60);
    const asked = await talk.becomes((one) => one.attention !== null, 'the talk needs Maja');
    expect(asked).toMatchObject({ start, attention: { kind: 'outside-window', choices: ['keep', 'find-time'] } });
    await talk.answer('keep');
    await quarterPasses(samtal);
    await agree();
  });
});

describe('What the employee answers', () => {
  it('Declined: Maja is asked; an acceptance settles it', async () => {
    await talk.respond(employee, 'decline');
    const asked = await talk.becomes((one) => one.attention !== null, 'the talk needs Maja');
    expect(asked.attention).toMatchObject({ kind: 'declined', choices: ['find-time', 'keep'] });
    // A new time asks everybody again.
    await talk.move(-1);
    await inStep();
    await talk.respond(employee, 'accept');
    await agree();
  });

  it('Declined and kept anyway: the same answer is not asked about twice', async () => {
    await talk.respond(employee, 'decline');
    await talk.becomes((one) => one.attention !== null, 'the talk needs Maja');
    await talk.answer('keep');
    await quarterPasses(samtal);
    const { start } = await talk.move(1);
    await talk.becomes((one) => one.start === start, 'the talk has moved');
    await agree();
  });

  it('Nobody but the manager decides, and only what is asked', async () => {
    const { version } = await talk.read();
    const asked = { params: { talkId: talk.talkId }, body: { kind: 'deleted', choice: 'keep' } as const, version };
    for (const who of [employee, 'hedda', 'henrik'])
      expect((await samtal.as(who).refused(answerAttention, asked)).reason).toBe('not-found');
    expect((await maja.refused(answerAttention, asked)).reason).toBe('nothing-to-decide');
  });
});

describe('When notifications fail', () => {
  const movesTold = async () => (await samtal.desk.feed(employee)).filter(({ type }) => type === 'talkMoved').length;

  it('Lost: the calendar is read every quarter of an hour all the same', async () => {
    await samtal.desk.faults.add({ service: 'graph', kind: 'drop', pathContains: 'Users/', times: 50 });
    const { start } = await talk.move(1);
    const before = await talk.read();
    expect(before.start).not.toBe(start);
    const told = await movesTold();
    await samtal.desk.faults.clear();
    await quarterPasses(samtal);
    await talk.becomes((one) => one.start === start, 'the talk has moved');
    await until(async () => (await movesTold()) > told, { message: 'the employee is told' });
  });

  it('Repeated: everything happens once', async () => {
    const before = await movesTold();
    await samtal.desk.faults.add({ service: 'graph', kind: 'repeat', pathContains: 'Users/', times: 10 });
    const { start } = await talk.move(-1);
    await talk.becomes((one) => one.start === start, 'the talk has moved');
    await until(async () => (await movesTold()) > before, { message: 'the employee is told' });
    await quarterPasses(samtal);
    await samtal.desk.faults.clear();
    expect(await movesTold()).toBe(before + 1);
    expect((await talk.read()).move).toMatchObject({ byMe: true, outcome: 'done' });
  });

  it('Forged, of an unknown subscription, or no notification at all: refused, and nothing is read', async () => {
    const [subscription] = await subscriptionsOf('maja');
    const post = async (body: unknown): Promise<number> => (await samtal.nobody.request(notificationPath, { method: 'POST', body })).status;
    const notice = { subscriptionId: subscription?.id, tenantId: maja.person.tenantId, changeType: 'updated' };
    const hints = async () => (await findMailbox(samtal.platform.db, maja.person.tenantId, maja.person.id))?.hints;
    const before = await hints();
    expect(await post({ value: [{ ...notice, clientState: 'guessed' }] })).toBe(404);
    expect(await post({ value: [{ ...notice }] })).toBe(404);
    expect(await post({ value: [{ ...notice, subscriptionId: 'unknown', clientState: 'guessed' }] })).toBe(404);
    expect(await post({ value: [] })).toBe(400);
    expect(await post('no json')).toBe(400);
    expect(await hints()).toBe(before);
  });

  it('At night every calendar is compared as a whole, and HR sees what that has mended, in numbers', async () => {
    await samtal.desk.faults.add({ service: 'graph', kind: 'drop', pathContains: 'Users/', times: 50 });
    const { start } = await talk.move(1);
    await samtal.desk.clock.pass({ hours: 24 });
    await talk.becomes((one) => one.start === start, 'the talk has moved');
    await samtal.desk.faults.clear();
    const days = await until(
      async () => {
        const found = (await samtal.as('hedda').must(listComparisons)).days;
        return found[0]?.found.some(({ what }) => what === 'moved') ? found : null;
      },
      { message: 'the comparison is written down' },
    );
    expect(days[0]?.talks).toBeGreaterThan(0);
    expect((await maja.refused(listComparisons)).reason).toBe('not-found');
  });

  it('The handshake is answered with the token as plain text', async () => {
    const token = 'Validation: <script>alert(1)</script> & more';
    const path = `${notificationPath}?validationToken=${encodeURIComponent(token)}`;
    const answer = await samtal.nobody.request(path, { method: 'POST', headers: { 'Content-Type': 'text/plain' } });
    expect([answer.status, answer.text]).toEqual([200, token]);
    expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain/);
  });

  it('Graph removes the subscription: there is a new one, and nothing in between is lost', async () => {
    const [before] = await subscriptionsOf('maja');
    await samtal.desk.faults.add({ service: 'graph', kind: 'drop', pathContains: 'Users/', times: 50 });
    const { start } = await talk.move(1);
    await samtal.desk.faults.clear();
    await samtal.desk.lifecycle(before?.id ?? '', 'subscriptionRemoved');
    await talk.becomes((one) => one.start === start, 'the talk has moved');
    const after = await until(async () => (await subscriptionsOf('maja'))[0], { message: 'there is a subscription again' });
    expect(after.id).not.toBe(before?.id);
  });

  it('It is renewed when Graph asks, and before it ends by itself', async () => {
    const [before] = await subscriptionsOf('maja');
    await samtal.desk.clock.pass({ minutes: 1 });
    await samtal.desk.lifecycle(before?.id ?? '', 'reauthorizationRequired');
    const isLater = async (than: string): Promise<string | null> => {
      const [now] = await subscriptionsOf('maja');
      return now?.id === before?.id && (now?.expirationDateTime ?? '') > than ? (now?.expirationDateTime ?? null) : null;
    };
    const end = await until(() => isLater(before?.expirationDateTime ?? ''), { message: 'it has a new end' });
    await samtal.desk.clock.pass({ days: 6 });
    await until(async () => (await quarterPasses(samtal), isLater(end)), { message: 'it has a new end again' });
  });
});

it('What the calendar asks is told to the manager in the feed, once and with the way to the talk, and not to the employee', async () => {
  const told = async (who: string) => (await samtal.desk.feed(who)).filter(({ type }) => type === 'needsAttention');
  const before = (await told('maja')).length;
  await talk.cancel();
  await talk.becomes((one) => one.attention?.kind === 'deleted', 'the talk needs Maja');
  // On a working day, in working hours: it is looked at again within four.
  const now = DateTime.fromJSDate(await samtal.desk.clock.now(), { zone: 'Europe/Stockholm' });
  const morning = now.plus({ days: now.weekday >= 5 ? 8 - now.weekday : 1 }).set({ hour: 10, minute: 0 });
  for (const hours of [0, 2, 4]) await lookAt(samtal, morning.plus({ hours }).toJSDate());
  const entries = await until(async () => ((await told('maja')).length > before ? told('maja') : null), { message: 'Maja is told' });
  expect(entries.length).toBe(before + 1);
  expect(decodeURIComponent(entries[0]?.link ?? '')).toContain(`talks/${talk.talkId}`);
  expect(await told(employee)).toEqual([]);
  await talk.answer('book-again');
  await inStep();
});

it('Once the talk has begun, the calendar changes nothing about it', async () => {
  const { version, start } = await talk.read();
  const fitIds = new Set((await maja.must(listTeamTalks)).talks.filter(({ joinUrl }) => joinUrl).map(({ talkId }) => talkId));
  await maja.must(startTalk, { params: { talkId: talk.talkId }, version });
  await talk.move(3);
  await quarterPasses(samtal);
  const other = held.find(({ talkId }) => talkId !== talk.talkId && fitIds.has(talkId));
  const moved = await other?.move(1);
  await other?.becomes((one) => one.start === moved?.start, 'another talk has moved');
  expect(await talk.read()).toMatchObject({ start, status: 'live', attention: null });
});
