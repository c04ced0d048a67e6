/**
 * A cycle that comes again every quarter, over a year: HR is told two weeks before and decides, and otherwise it starts by itself with whoever works here
 * then. Nothing happens twice.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createCycle,
  estimateCycle,
  launchCycle,
  listCycles,
  planCycle,
  readCycle,
  updateCycle,
  type Cycle,
  type CycleSummary,
} from '#api/cycle/contract.ts';
import {
  chooseRecurrence,
  keepRepeating,
  readPreview,
  skipCycle,
  startCycle,
  stopRepeating,
  type Recurrence,
} from '#api/cycle/recurrence/contract.ts';
import { planNextCycle } from '#api/cycle/recurrence/plan-next-cycle.ts';
import { startNextCycle } from '#api/cycle/recurrence/start-next-cycle.ts';
import { readMe } from '#api/people/contract.ts';
import { deliverNextReminder } from '#api/reminder/deliver-reminder.ts';
import { listMyTalks } from '#api/talk/contract.ts';
import { smallCompany } from '#infra/local/company/company.ts';
import { usualSettings } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
let hr = 'hedda';
/** The rounds so far, oldest first. */
const rounds: string[] = [];

beforeAll(async () => {
  const company = smallCompany({ week: new Date('2027-02-01T07:30:00Z') });
  // Emil begins in spring.
  const people = company.people.map((person) => (person.alias === 'emil' ? { ...person, enabled: false } : person));
  samtal = await givenSamtal({ companies: [{ ...company, people }] });
  for (const who of ['hedda', 'henrik', 'maja']) await samtal.as(who).must(readMe);
});
afterAll(() => samtal?.stop());

const read = (cycleId = rounds.at(-1) ?? ''): Promise<Cycle> => samtal.as(hr).must(readCycle, { params: { cycleId } });
const recurrence = async (cycleId?: string): Promise<Recurrence | null> => (await read(cycleId)).recurrence;
const all = async (): Promise<CycleSummary[]> => (await samtal.as(hr).must(listCycles)).cycles;
const told = async (who: string, type: string) => (await samtal.desk.feed(who)).filter((activity) => activity.type === type);
const nameOf = ({ name }: { name: string }): string => name;

/** What the clock does by itself within a minute, by three servers at once, so that "nothing happened" can be told from "not yet". */
async function lookAt(instant: string): Promise<void> {
  await samtal.desk.clock.moveTo(instant);
  for (const step of [planNextCycle, startNextCycle, deliverNextReminder])
    await Promise.all(
      [1, 2, 3].map(async () => {
        while (await step(samtal.platform));
      }),
    );
}

const booked = (cycleId?: string): Promise<Cycle> =>
  until(async () => ((await read(cycleId)).state === 'launched' ? read(cycleId) : null), {
    message: 'every talk is booked',
    withinMs: 20_000,
    seen: () => read(cycleId).then(({ state, progress, recurrence: seen }) => ({ state, progress, seen })),
  });

it('HR plans a cycle, lets it come again every quarter, and launches it: the times stay, the next round is named', async () => {
  const settings = { ...usualSettings(samtal.startedAt), name: 'Development talks spring 2027' };
  const hedda = samtal.as(hr);
  const { cycleId, version } = await hedda.must(createCycle, { body: { ...settings, cycleId: randomUUID() } });
  rounds.push(cycleId);
  const params = { cycleId };
  const planned = await hedda.must(planCycle, { params, version });
  expect(planned.recurrence).toBeNull();
  const wish = { params, version: planned.version, body: { every: 'quarter' as const } };
  expect((await samtal.as('maja').refused(chooseRecurrence, wish)).reason).toBe('not-found');
  const chosen = await hedda.must(chooseRecurrence, wish);
  // Tuesday 9 February; three months later is a Sunday, the nearest Monday the tenth. Five days to prepare before.
  const next = { startsOn: '2027-05-04', windowFrom: '2027-05-10', windowTo: '2027-06-06' };
  expect(chosen.recurrence).toMatchObject({ every: 'quarter', number: 1, state: 'goes-on', startsOn: null, next });
  expect((await hedda.refused(chooseRecurrence, wish)).reason).toBe('stale');
  expect((await read()).plan?.placed).toEqual(planned.plan?.placed);
  await hedda.must(launchCycle, { params, version: chosen.version });
  expect((await booked()).recurrence).toMatchObject({ state: 'goes-on', next });
});

it('Two weeks before the next round it is there as a draft, once, and HR is told once, without content', async () => {
  await samtal.desk.change('elin', { enabled: false });
  await samtal.desk.change('emil', { enabled: true });
  await samtal.readDirectory();
  await lookAt('2027-04-20T05:59:00Z');
  expect(await all()).toHaveLength(1);
  await lookAt('2027-04-20T06:00:01Z');
  for (const later of ['06:05', '09:00', '20:00']) await lookAt(`2027-04-20T${later}:00Z`);
  const [draft, ...others] = await all();
  expect(others).toHaveLength(1);
  rounds.push(draft?.cycleId ?? '');
  const settings = { ...(await read(rounds[0])).settings, windowFrom: '2027-05-10', windowTo: '2027-06-06' };
  expect(draft).toMatchObject({ state: 'draft', settings, recurrence: { number: 2, state: 'starts', startsOn: '2027-05-04' } });
  expect(await recurrence(rounds[0])).toMatchObject({ next: null, nextId: draft?.cycleId });
  const [soon, ...again] = await told('hedda', 'cycleSoon');
  expect([again, await told('henrik', 'cycleSoon'), await told('maja', 'cycleSoon')]).toEqual([[], [], []]);
  expect(decodeURIComponent(soon?.link ?? '')).toContain(`hr/cycles/${draft?.cycleId}`);
  expect(soon?.text).toMatch(/Tuesday,? 4 May 2027/);
  expect(JSON.stringify(soon)).not.toContain('Development talks');
});

it('The preview says who is in it now, who is new and who is gone, and how many would fit', async () => {
  const params = { cycleId: rounds[1] ?? '' };
  const preview = await samtal.as(hr).must(readPreview, { params });
  expect(preview).toMatchObject({ talks: 6, withoutManager: 1, daysOffPassed: false, notices: [] });
  expect(preview.departments).toEqual([
    { department: 'Charts', talks: 4 },
    { department: 'Office', talks: 2 },
  ]);
  expect([preview.newcomers, preview.gone].map(({ people, inAll }) => [people.map(nameOf), inAll])).toEqual([
    [['Emil Ask'], 1],
    [['Elin Vik'], 1],
  ]);
  const { settings } = await read();
  expect(await samtal.as(hr).must(estimateCycle, { params, body: settings })).toMatchObject({ talks: 7, fit: 6 });
  expect((await samtal.as('maja').refused(readPreview, { params })).reason).toBe('not-found');
});

it('Skipping and stopping can each be taken back until the start, and pressing twice changes nothing', async () => {
  const params = { cycleId: rounds[1] ?? '' };
  const hedda = samtal.as(hr);
  let { version } = await read();
  for (const [decide, state, nextWindow] of [
    [skipCycle, 'skipped', '2027-08-09'],
    [stopRepeating, 'ended', undefined],
  ] as const) {
    expect((await samtal.as('maja').refused(decide, { params, version })).reason).toBe('not-found');
    expect((await hedda.refused(decide, { params, version: version - 1 })).reason).toBe('stale');
    const decided = await hedda.must(decide, { params, version });
    expect(decided.recurrence).toMatchObject({ state, decided: { by: { name: 'Hedda Nyman' } } });
    expect(decided.recurrence?.next?.windowFrom).toBe(nextWindow);
    expect((await hedda.must(decide, { params, version })).version).toBe(decided.version);
    const back = await hedda.must(keepRepeating, { params, version: decided.version });
    expect(back.recurrence).toMatchObject({ state: 'starts', startsOn: '2027-05-04', decided: null });
    ({ version } = back);
  }
});

it('On its day it starts by itself, once: the newcomer has a talk in the calendar, who has left has none', async () => {
  await lookAt('2027-05-04T05:59:00Z');
  expect(await read()).toMatchObject({ state: 'draft', launchedAt: null });
  await lookAt('2027-05-04T06:00:01Z');
  const { plan, progress, recurrence: after } = await booked();
  expect(plan?.placed.map(({ employee }) => employee.name).sort()).toEqual([
    'Aino Laine',
    'Emil Ask',
    'Erik Storm',
    'Hedda Nyman',
    'Henrik Falk',
    'Maja Hallberg',
  ]);
  expect(progress).toMatchObject({ talks: 6, booked: 6 });
  expect(after).toMatchObject({ number: 2, state: 'goes-on', next: { windowFrom: '2027-08-09' } });
  const talk = (await samtal.as('emil').must(listMyTalks)).talks.find(({ cycleId }) => cycleId === rounds[1]);
  const there = await samtal.desk.calendar('emil', { from: talk?.start ?? '', to: talk?.end ?? '' });
  expect(there.filter(({ isPrivate }) => isPrivate)).toHaveLength(1);
  const late = await samtal.as(hr).refused(skipCycle, { params: { cycleId: rounds[1] ?? '' }, version: (await read()).version });
  expect(late.reason).toBe('already-launched');
});

it('A round that HR skips does not start, and the one after it comes; when whoever launched it has left, all of HR is told', async () => {
  await lookAt('2027-07-20T07:00:00Z');
  rounds.push((await all())[0]?.cycleId ?? '');
  expect(await recurrence()).toMatchObject({ number: 3, state: 'starts', startsOn: '2027-08-03' });
  await samtal.as(hr).must(skipCycle, { params: { cycleId: rounds[2] ?? '' }, version: (await read()).version });
  await samtal.desk.change('hedda', { enabled: false });
  await samtal.readDirectory();
  hr = 'henrik';
  await lookAt('2027-08-04T07:00:00Z');
  expect([(await read()).launchedAt, (await all()).length]).toEqual([null, 3]);
  const undo = { params: { cycleId: rounds[2] ?? '' }, version: (await read()).version };
  expect((await samtal.as(hr).refused(keepRepeating, undo)).reason).toBe('stale');
  await lookAt('2027-10-20T07:00:00Z');
  rounds.push((await all())[0]?.cycleId ?? '');
  expect(await recurrence()).toMatchObject({ number: 4, state: 'starts', startsOn: '2027-11-02' });
  expect([(await told('henrik', 'cycleSoon')).length, (await told('hedda', 'cycleSoon')).length]).toEqual([1, 2]);
});

it('When too few would fit it does not start, says why, and starts when HR says so', async () => {
  const henrik = samtal.as(hr);
  const params = { cycleId: rounds[3] ?? '' };
  const { settings, version } = await read();
  const oneDay = { ...settings, windowTo: settings.windowFrom, maxPerDay: 1 };
  const changed = await henrik.must(updateCycle, { params, version, body: oneDay });
  expect(changed.recurrence).toMatchObject({ state: 'starts', startsOn: '2027-11-02' });
  await lookAt('2027-11-02T07:00:01Z');
  await until(async () => (await recurrence())?.state === 'waiting', { message: 'it waits' });
  await lookAt('2027-11-02T09:00:00Z');
  const waiting = await read();
  expect(waiting).toMatchObject({ launchedAt: null, recurrence: { waiting: { why: 'too-few', talks: 5 } } });
  expect(waiting.recurrence?.waiting?.fit).toBeLessThan(5);
  // One of the lanes may still be sending it.
  const [notice, ...again] = await until(
    async () => {
      const found = await told('henrik', 'cycleWaiting');
      return found.length > 0 ? found : null;
    },
    { message: 'HR is told that it waits' },
  );
  expect([decodeURIComponent(notice?.link ?? '').includes(params.cycleId), again]).toEqual([true, []]);
  expect((await samtal.as('henrik').must(listMyTalks)).talks.filter(({ cycleId }) => cycleId === params.cycleId)).toEqual([]);
  await henrik.must(startCycle, { params, version: waiting.version });
  expect((await booked()).progress).toMatchObject({ talks: 5, booked: waiting.recurrence?.waiting?.fit });
});

it('Without permission for calendars it starts all the same, and the two agree on a time by hand', async () => {
  await samtal.desk.faults.add({ service: 'graph', kind: 'refuse', status: 403, method: 'POST', pathContains: 'getSchedule', times: 1000 });
  await lookAt('2028-01-18T07:00:01Z');
  rounds.push((await all())[0]?.cycleId ?? '');
  expect(await recurrence()).toMatchObject({ number: 5, state: 'starts', startsOn: '2028-02-01' });
  await lookAt('2028-02-01T07:00:01Z');
  const { plan, progress } = await booked();
  expect(plan?.unplaced.map(({ reason }) => reason)).toContain('manager-has-no-calendar');
  expect(progress).toMatchObject({ talks: 5, toBook: 0 });
  await samtal.desk.faults.clear();
});

it('What is stopped never comes again', async () => {
  const params = { cycleId: rounds[4] ?? '' };
  const { version } = await read();
  const stopped = await samtal.as(hr).must(stopRepeating, { params, version });
  expect(stopped.recurrence).toMatchObject({ state: 'ended', next: null });
  await lookAt('2029-03-01T07:00:00Z');
  expect(await all()).toHaveLength(5);
});
