/**
 * Without permission for calendars (B12): times within working hours are suggested, and the screen can say so; the manager puts the talk into the
 * calendars by hand, and Samtal finds it there as soon as it may look.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { confirmBooking, readCalendarFile } from '#api/talk/booking/contract.ts';
import { bookTalk, findTimes, moveTalk, readTalk, type Talk } from '#api/talk/contract.ts';
import { givenPlannedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal, type Person } from '#test/given/samtal.ts';
import { givenTalkWithoutTime } from '#test/given/talk-without-time.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let maja: Person;
let employee: Person;
let params: { talkId: string };

beforeAll(async () => {
  samtal = await givenSamtal();
  maja = samtal.as('maja');
  const given = await givenTalkWithoutTime(samtal);
  ({ employee } = given);
  params = { talkId: given.talk.talkId };
  await revoke(['Calendars.ReadWrite']);
});
afterAll(() => samtal?.stop());

async function revoke(revoked: string[]): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await fetch(`${samtal.hostUrl}/desk/api/permissions`, { method: 'PATCH', headers, body: JSON.stringify({ revoked }) });
  if (!answer.ok) throw new Error(`The desk answered ${answer.status}`);
}
const read = (): Promise<Talk> => maja.must(readTalk, { params });
const waitsForHand = (): Promise<NonNullable<Talk['byHand']>> =>
  until(async () => (await read()).byHand, { message: 'it is left to the manager' });
const bookedAtLast = (): Promise<Talk> =>
  until(
    async () => {
      // What was refused is tried again after a minute or two.
      await samtal.desk.clock.pass({ minutes: 2 });
      const talk = await read();
      return talk.booking === 'booked' ? talk : null;
    },
    { message: 'Samtal finds the event', withinMs: 15_000 },
  );

it('Times are suggested within working hours, and it is said that calendars could not be read', async () => {
  const { times, basis } = await maja.must(findTimes, { params, query: {} });
  expect(basis).toBe('working-hours');
  expect(times.length).toBeGreaterThanOrEqual(3);
});

it('HR still plans a cycle: nobody has a time yet, and it is said of each talk whose calendar could not be read', async () => {
  const { plan } = await givenPlannedCycle(samtal);
  expect(plan?.placed).toEqual([]);
  const reasons = new Set(plan?.unplaced.map(({ reason }) => reason));
  expect([...reasons].sort()).toEqual(['manager-has-no-calendar', 'no-manager']);
});

it('The manager chooses one, and is given a filled-in invitation; the employee waits', async () => {
  const { times } = await maja.must(findTimes, { params, query: {} });
  await maja.must(bookTalk, { params, body: { start: times[1]?.start ?? '' }, version: (await read()).version });
  const byHand = await waitsForHand();
  expect(byHand.attendees).toEqual([employee.person.address]);
  expect(decodeURIComponent(byHand.content)).toContain(`talks/${params.talkId}`);
  expect(await employee.must(readTalk, { params })).toMatchObject({ byHand: null, booking: 'under-way' });
});

it('Both can have it as a calendar file, in their own language, and nobody else can', async () => {
  const { start } = await read();
  const { text, headers } = await maja.call(readCalendarFile, { params });
  expect(headers.get('content-type')).toContain('text/calendar');
  expect(headers.get('content-disposition')).toContain('samtal.ics');
  expect(text).toContain(`DTSTART:${(start ?? '').slice(0, 19).replaceAll(/[-:]/g, '')}Z\r\n`);
  expect(await employee.must(readCalendarFile, { params })).toContain('BEGIN:VEVENT');
  for (const who of ['hedda', 'vera']) expect((await samtal.as(who).refused(readCalendarFile, { params })).reason).toBe('not-found');
});

it('The manager says that it is in the calendars; the employee is told, and a talk is not said so twice', async () => {
  const { version, start } = await read();
  expect((await employee.refused(confirmBooking, { params, version })).reason).toBe('not-found');
  expect(await maja.must(confirmBooking, { params, version })).toMatchObject({ booking: 'booked', byHand: null, start });
  expect((await maja.refused(confirmBooking, { params, version: version + 1 })).reason).toBe('nothing-to-confirm');
  await until(async () => (await samtal.desk.feed(employee.person.id)).some(({ type }) => type === 'talkBooked'), {
    message: 'the employee is told',
  });
});

it('Such a talk is moved the same way: it is the manager again who puts it there', async () => {
  const { start, version } = await read();
  const [time] = (await maja.must(findTimes, { params, query: { after: start ?? '' } })).times;
  await employee.must(moveTalk, { params, body: { start: time?.start ?? '' }, version });
  await waitsForHand();
  expect(await read()).toMatchObject({ start: time?.start, booking: 'under-way' });
});

it('Once it may look, Samtal finds what the manager has made, and makes nothing itself', async () => {
  const { start, end, byHand } = await read();
  if (!start || !end || !byHand) throw new Error('The talk is not to be booked by hand');
  await revoke([]);
  // What pressing the filled-in invitation does: the manager's own event, which knows nothing of Samtal but the link.
  const { id } = await samtal.platform.graph.createEvent(samtal.companies[0]?.tenant.id ?? '', maja.person.id, {
    transactionId: randomUUID(),
    bookingId: 'by hand',
    subject: byHand.subject,
    html: byHand.content,
    start: new Date(start),
    end: new Date(end),
    attendee: { address: byHand.attendees[0] ?? '', name: '' },
  });
  const booked = await bookedAtLast();
  expect(booked).toMatchObject({ start, byHand: null });
  expect(booked.joinUrl).not.toBeNull();
  const ofTalk = (await samtal.desk.calendar('maja')).filter(({ html }) => decodeURIComponent(html).includes(params.talkId));
  expect(ofTalk.map((event) => event.id)).toEqual([id]);
});
