/** Microsoft 365 is down, slow or loses answers while a cycle is launched: the launch waits, says so, and completes later, each talk once. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { launchCycle, planCycle, readCycle, type Cycle } from '#api/cycle/contract.ts';
import { readPreparations, saveAnswer } from '#api/preparation/contract.ts';
import { listMyTalks } from '#api/talk/contract.ts';
import { givenPlannedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
beforeEach(async () => {
  samtal = await givenSamtal();
});
afterEach(() => samtal.stop());

const read = (cycleId: string): Promise<Cycle> => samtal.as('hedda').must(readCycle, { params: { cycleId } });
/** What was put off by a minute or two is due when the clock has passed it. */
const completed = (cycleId: string): Promise<Cycle> =>
  until(
    async () => {
      await samtal.desk.clock.pass({ minutes: 1 });
      const cycle = await read(cycleId);
      return cycle.state === 'launched' ? cycle : null;
    },
    { message: 'the launch completes', withinMs: 25_000, seen: () => samtal.desk.faults.list() },
  );
const talkEvents = async (): Promise<number> => {
  const calendars = await Promise.all(
    samtal.companies[0]?.people.filter(({ enabled }) => enabled).map(({ id }) => samtal.desk.calendar(id)) ?? [],
  );
  return calendars.flat().filter(({ isOrganizer, isPrivate, html }) => isOrganizer && isPrivate && html.includes('talks')).length;
};

it('While Graph is down the launch waits and says so; nothing typed meanwhile is lost; then it completes by itself', async () => {
  const { cycleId, plan } = await launchWhileDown();
  const waiting = await until(
    async () => {
      const cycle = await read(cycleId);
      return cycle.progress?.waiting ? cycle : null;
    },
    { message: 'the launch says that it waits' },
  );
  expect(waiting).toMatchObject({ state: 'launching', progress: { waiting: 'microsoft-unavailable', booked: 0 } });
  const erik = samtal.as('erik');
  const [talk] = (await erik.must(listMyTalks)).talks;
  const talkId = talk?.talkId ?? '';
  await erik.must(saveAnswer, { params: { talkId, questionId: 'proud-of' }, body: { text: 'Written in the dark.' }, version: 0 });
  await samtal.desk.faults.clear();
  const { progress } = await completed(cycleId);
  expect(progress).toMatchObject({ booked: plan?.placed.length, waiting: null });
  expect((await erik.must(readPreparations, { params: { talkId } })).mine.answers).toMatchObject([{ text: 'Written in the dark.' }]);
  expect(await talkEvents()).toBe(plan?.placed.length);
});

async function launchWhileDown(): Promise<Cycle> {
  const { cycleId, version } = await givenPlannedCycle(samtal);
  await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 503, times: 100_000 });
  return samtal.as('hedda').must(launchCycle, { params: { cycleId }, version });
}

it.each([
  ['answers are lost after the event was made', { kind: 'lose-answer', method: 'POST', pathContains: '/events', times: 5 }],
  ['errors come after the event was made', { kind: 'refuse-after', status: 500, method: 'POST', pathContains: '/events', times: 5 }],
  ['connections are cut', { kind: 'cut', times: 8 }],
  ['Graph asks to wait', { kind: 'refuse', status: 429, retryAfterSeconds: 7, times: 10 }],
  ['sign-in fails for a while', { service: 'entra', kind: 'refuse', status: 500, times: 3 }],
] as const)('When %s, every talk is still booked exactly once', async (_what, fault) => {
  const { cycleId, version } = await givenPlannedCycle(samtal);
  await samtal.desk.faults.add({ service: 'graph', ...fault });
  const launched = await samtal.as('hedda').must(launchCycle, { params: { cycleId }, version });
  await completed(cycleId);
  expect(await talkEvents()).toBe(launched.plan?.placed.length);
});

it('A time that somebody has taken between plan and launch is not double booked: the talk waits for another', async () => {
  const { cycleId, version, plan } = await givenPlannedCycle(samtal);
  const taken = plan?.placed.find(({ manager }) => manager.id === samtal.find('maja').id);
  if (!taken) throw new Error('Maja has no talk in the plan');
  const { start, end, employee } = taken;
  const other = (await samtal.desk.calendar('maja')).find(({ isOrganizer, isAllDay }) => isOrganizer && !isAllDay);
  await samtal.desk.move('maja', other?.id ?? '', { start, end });
  await samtal.as('hedda').must(launchCycle, { params: { cycleId }, version });
  const { progress } = await completed(cycleId);
  expect(progress).toMatchObject({ talks: 7, toBook: 6, booked: 6 });
  const [talk] = (await samtal.as(employee.id).must(listMyTalks)).talks;
  expect(talk).toMatchObject({ booking: 'none', start: null, end: null });
  const there = (await samtal.desk.calendar('maja', { from: start, to: end })).filter((one) => one.start === start);
  expect(there.map(({ id }) => id)).toEqual([other?.id]);
});

it.each([
  ['there is no permission', 403],
  ['a mailbox is gone', 404],
])(
  'When Microsoft 365 refuses because %s, HR sees how many wait and why, nothing is asked all the time, and it completes once it is mended',
  async (_what, status) => {
    const { cycleId, version, plan } = await givenPlannedCycle(samtal);
    await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status, method: 'POST', pathContains: '/events', times: 100_000 });
    await samtal.as('hedda').must(launchCycle, { params: { cycleId }, version });
    const all = plan?.placed.length;
    await until(async () => (await read(cycleId)).progress?.waitingTalks === all, {
      message: 'all wait',
      seen: async () => (await read(cycleId)).progress,
    });
    expect(await read(cycleId)).toMatchObject({ state: 'launching', progress: { waiting: 'microsoft-refused', booked: 0 } });
    const asked = async (): Promise<number> => {
      const { calls } = await samtal.desk.calls({ service: 'graph' });
      return calls.filter(({ method, path }) => method === 'POST' && path.endsWith('/events')).length;
    };
    // In a day each is asked for a dozen times at most: after 1, 2, 4 … minutes, then every four hours.
    for (let hour = 0; hour < 24; hour += 1) {
      const before = await asked();
      await samtal.desk.clock.pass({ hours: 1 });
      await until(async () => (await read(cycleId)).progress?.waitingTalks === all && (await asked()) >= before, {
        message: 'all wait again',
      });
    }
    expect(await asked()).toBeLessThanOrEqual(15 * (all ?? 0));
    await samtal.desk.faults.clear();
    await samtal.desk.clock.pass({ hours: 4 });
    const { progress } = await until(
      async () => {
        const cycle = await read(cycleId);
        return cycle.state === 'launched' ? cycle : null;
      },
      { message: 'the launch completes', withinMs: 20_000 },
    );
    expect(progress).toMatchObject({ booked: all, waiting: null, waitingTalks: 0 });
    expect(await talkEvents()).toBe(all);
  },
);

it('Who is told by mail alone, because the feed refuses, counts as told', async () => {
  const { cycleId, version, plan } = await givenPlannedCycle(samtal);
  await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 403, pathContains: 'sendActivityNotification', times: 100_000 });
  await samtal.as('hedda').must(launchCycle, { params: { cycleId }, version });
  const told = await until(
    async () => {
      const { progress } = await read(cycleId);
      return progress && progress.notified >= (plan?.placed.length ?? 0) ? progress : null;
    },
    { message: 'everybody is told', withinMs: 20_000, seen: async () => (await read(cycleId)).progress },
  );
  expect(told.notified).toBe(plan?.placed.length);
  for (const { employee } of plan?.placed ?? []) expect(await samtal.desk.feed(employee.id)).toEqual([]);
});

it('Planning while Graph is down is refused with a sentence, and works when asked again', async () => {
  const planned = await givenPlannedCycle(samtal);
  await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 503, times: 100 });
  const params = { cycleId: planned.cycleId };
  const refused = await samtal.as('hedda').refused(planCycle, { params, version: planned.version });
  expect(refused).toMatchObject({ status: 503, reason: 'microsoft-unavailable' });
  await samtal.desk.faults.clear();
  expect((await samtal.as('hedda').must(planCycle, { params, version: planned.version })).state).toBe('planned');
});

it('A mailbox that asks to wait holds up no plan: the same calendars are asked for in another', async () => {
  const askedIn = async () => {
    const { calls } = await samtal.desk.calls({ service: 'graph' });
    return calls.flatMap(({ path, status }) => {
      const [, mailbox] = /users\/([^/]+)\/calendar\/getSchedule/.exec(path) ?? [];
      return mailbox ? [{ mailbox, status }] : [];
    });
  };
  await samtal.desk.faults.add({
    ...{ service: 'graph', kind: 'refuse', status: 429, retryAfterSeconds: 20 },
    ...{ method: 'POST', pathContains: 'getSchedule', times: 1 },
  });
  expect((await givenPlannedCycle(samtal)).plan?.placed).toHaveLength(7);
  const [busy, other] = await askedIn();
  expect([busy?.status, other?.status]).toEqual([429, 200]);
  expect(other?.mailbox).not.toBe(busy?.mailbox);
});
