/** HR pauses the booking of a launched cycle, lets it go on, and stops it: what was booked stays, what was not waits without a time. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchCycle, pauseCycle, readCycle, resumeCycle, stopCycle, type Cycle } from '#api/cycle/contract.ts';
import { createBookingStep } from '#api/talk/booking/book-due-talks.ts';
import { listMyTalks } from '#api/talk/contract.ts';
import { givenPlannedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
beforeAll(async () => (samtal = await givenSamtal()));
afterAll(() => samtal?.stop());

const read = (cycleId: string): Promise<Cycle> => samtal.as('hedda').must(readCycle, { params: { cycleId } });
const launched = (cycleId: string): Promise<Cycle> =>
  until(async () => ((await read(cycleId)).state === 'launched' ? read(cycleId) : null), {
    message: 'nothing is left to book',
    withinMs: 30_000,
  });

/** A cycle that is being booked, and stays so as long as calendars cannot be read. */
async function givenLaunching(): Promise<Cycle> {
  const { cycleId, version } = await givenPlannedCycle(samtal);
  await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 503, method: 'POST', pathContains: 'getSchedule', times: 1000 });
  return samtal.as('hedda').must(launchCycle, { params: { cycleId }, version });
}

const noneClaimed = async (): Promise<boolean> =>
  (await samtal.platform.db.connection.collection('talks').countDocuments({ 'bookDue.leaseUntil': { $ne: null } })) === 0;
const calendarsRefused = async (): Promise<boolean> =>
  (await samtal.desk.calls({ service: 'graph' })).calls.some(({ path, status }) => path.includes('getSchedule') && status === 503);

it('While talks are booked HR sees how many are, and when all will be', async () => {
  const { cycleId, version } = await givenPlannedCycle(samtal);
  // Maja's mailbox takes no invitations for a while; all others do.
  const { id } = samtal.find('maja');
  await samtal.desk.faults.add({
    service: 'graph',
    kind: 'refuse',
    status: 503,
    method: 'POST',
    pathContains: `${id}/events`,
    times: 1000,
  });
  const { progress } = await samtal.as('hedda').must(launchCycle, { params: { cycleId }, version });
  const ofMaja = 4;
  const seen = await until(
    async () => {
      const now = (await read(cycleId)).progress;
      return now && now.booked > 0 && now.booked === now.toBook - ofMaja ? now : null;
    },
    { message: 'the talks of the others are booked' },
  );
  expect(seen.talks).toBe(progress?.talks);
  expect(Date.parse(seen.readyAt ?? '')).toBeGreaterThan((await samtal.desk.clock.now()).getTime());
  await samtal.desk.faults.clear();
  await samtal.desk.clock.pass({ minutes: 1 });
  expect((await launched(cycleId)).progress).toMatchObject({ booked: seen.toBook, readyAt: null });
});

it('HR pauses the booking, and lets it go on', async () => {
  const hr = samtal.as('hedda');
  const { cycleId, version, state } = await givenLaunching();
  const params = { cycleId };
  expect(state).toBe('launching');
  await until(calendarsRefused, { message: 'some talks wait for calendars' });
  expect((await samtal.as('maja').refused(pauseCycle, { params, version })).reason).toBe('not-found');
  const paused = await hr.must(pauseCycle, { params, version });
  expect(paused).toMatchObject({
    state: 'launching',
    paused: { by: { id: samtal.find('hedda').id } },
    progress: { booked: 0, readyAt: null },
  });
  expect((await hr.must(pauseCycle, { params, version: paused.version })).version).toBe(paused.version);
  await until(async () => (await read(cycleId)).progress?.talks === paused.progress?.talks, { message: 'the talks are created' });

  // All of them are due, and calendars can be read again, also for those that wait: nothing is booked all the same.
  await samtal.desk.faults.clear();
  await samtal.desk.clock.moveTo(new Date(samtal.startedAt.getTime() + 10 * 60_000));
  expect(await createBookingStep(samtal.platform)()).toBe(false);
  await until(noneClaimed, { message: 'whoever waited for calendars has come to an end' });
  expect((await read(cycleId)).progress).toMatchObject({ booked: 0 });

  expect((await hr.must(resumeCycle, { params, version: paused.version })).paused).toBeNull();
  const { progress, version: now } = await launched(cycleId);
  expect(progress).toMatchObject({ booked: paused.progress?.talks });
  expect((await hr.refused(pauseCycle, { params, version: now })).reason).toBe('not-launching');
});

it('HR stops the booking: what is not booked waits without a time, and nobody is invited any more', async () => {
  const hr = samtal.as('hedda');
  const before = (await samtal.desk.calendar('erik')).length;
  const { cycleId, version, progress } = await givenLaunching();
  const params = { cycleId };
  expect((await hr.refused(stopCycle, { params, version: version - 1 })).reason).toBe('stale');
  const stopped = await hr.must(stopCycle, { params, version });
  expect(stopped.stopped).toMatchObject({ by: { id: samtal.find('hedda').id } });
  expect((await hr.must(stopCycle, { params, version })).version).toBe(stopped.version);
  await samtal.desk.faults.clear();
  const end = await launched(cycleId);
  expect(end.progress).toMatchObject({ talks: progress?.talks, toBook: 0, booked: 0 });
  expect((await hr.refused(resumeCycle, { params, version: end.version })).reason).toBe('not-launching');
  const talk = (await samtal.as('erik').must(listMyTalks)).talks.find((one) => one.cycleId === cycleId);
  expect(talk).toMatchObject({ start: null, booking: 'none' });
  expect(await samtal.desk.calendar('erik')).toHaveLength(before);
});
