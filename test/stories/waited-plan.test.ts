/** A plan is made and launched days later: what cannot stay is said, and one press plans that anew and nothing else. */
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchCycle, readCycle, type Cycle } from '#api/cycle/contract.ts';
import { lookAtPlan, refreshPlan } from '#api/cycle/outdated/contract.ts';
import { changePlace, findPlaces } from '#api/cycle/placing/contract.ts';
import { countPeople } from '#api/cycle/settings/contract.ts';
import { givenPlannedCycle } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

const prepareDays = 7;
const zone = 'Europe/Stockholm';
let samtal: GivenSamtal;
let cycle: Cycle;
/** Of Maja's talks, from the last one back: its time will be taken, its manager will be another, HR has chosen its time. */
let [taken, passed, chosen] = ['', '', ''];
const hr = () => samtal.as('hedda');
const params = () => ({ cycleId: cycle.cycleId });
const placedIn = ({ plan }: Cycle) => (plan?.placed ?? []).toSorted((a, b) => a.start.localeCompare(b.start));
const look = () => hr().must(lookAtPlan, { params: params() });
const startOf = (of: Cycle, id: string): string | undefined => placedIn(of).find(({ employee }) => employee.id === id)?.start;

beforeAll(async () => {
  samtal = await givenSamtal();
  // One talk a day each, so that Maja's lie on days of their own.
  cycle = await givenPlannedCycle(samtal, { settings: { prepareDays, maxPerDay: 1 } });
  const ofMaja = placedIn(cycle).filter(({ manager }) => manager.id === samtal.find('maja').id);
  [taken = '', passed = '', chosen = ''] = ofMaja.toReversed().map(({ employee }) => employee.id);
  const given = { cycleId: cycle.cycleId, employeeId: chosen };
  const from = DateTime.fromISO(cycle.settings.windowTo).minus({ days: 9 }).toISODate() ?? '';
  const [place] = (await hr().must(findPlaces, { params: given, query: { from } })).places;
  cycle = await hr().must(changePlace, { params: given, version: cycle.version, body: { start: place?.start ?? '' } });
});
afterAll(() => samtal?.stop());

it('A plan that has not waited can be launched as it is, and only HR is told so', async () => {
  expect(await look()).toMatchObject({ talks: 8, stay: 7, counts: { soon: 0, taken: 0, changed: 0 }, first: [] });
  expect((await samtal.as('maja').refused(lookAtPlan, { params: params() })).reason).toBe('not-found');
  expect((await samtal.as('maja').refused(refreshPlan, { params: params(), version: cycle.version })).reason).toBe('not-found');
});

it('Days later Samtal says which talks would come too soon, whose time is taken and whose manager is another, and launches none of it', async () => {
  const [first] = placedIn(cycle);
  // A day late for the first of them, by days.
  await samtal.desk.clock.moveTo(
    DateTime.fromISO(first?.start ?? '')
      .minus({ days: prepareDays - 1 })
      .toJSDate(),
  );
  const today = DateTime.fromJSDate(await samtal.desk.clock.now(), { zone }).startOf('day');
  const soon = placedIn(cycle).filter(({ start }) => DateTime.fromISO(start) < today.plus({ days: prepareDays }));
  const busy = placedIn(cycle).find(({ employee }) => employee.id === taken);
  const at = (instant: string) => ({ dateTime: instant.slice(0, 19), timeZone: 'UTC' });
  await samtal.desk.createEvent(taken, { subject: 'Dentist', start: at(busy?.start ?? ''), end: at(busy?.end ?? ''), showAs: 'busy' });
  await samtal.desk.change(passed, { manager: 'vera' });
  await samtal.readDirectory();
  const seen = await look();
  expect(seen).toMatchObject({ talks: 8, stay: 7 - soon.length - 2, counts: { soon: soon.length, taken: 1, changed: 1 } });
  expect(soon.length).toBeGreaterThan(0);
  const named = (because: string) => seen.first.filter((one) => one.because === because).map(({ employee }) => employee.id);
  expect([named('soon').sort(), named('taken'), named('changed')]).toEqual([
    soon.map(({ employee }) => employee.id).sort(),
    [taken],
    [passed],
  ]);
  expect((await hr().refused(launchCycle, { params: params(), version: cycle.version })).reason).toBe('plan-outdated');
  expect((await hr().must(readCycle, { params: params() })).state).toBe('planned');
});

it('One press finds new times for these alone: every other talk keeps its time, the one that HR has chosen too; then all of it is booked', async () => {
  const moved = new Set((await look()).first.map(({ employee }) => employee.id));
  const renewed = await hr().must(refreshPlan, { params: params(), version: cycle.version });
  const first = DateTime.fromJSDate(await samtal.desk.clock.now(), { zone })
    .startOf('day')
    .plus({ days: prepareDays });
  expect(placedIn(renewed)).toHaveLength(7);
  for (const { employee, manager, start } of placedIn(renewed)) {
    const was = startOf(cycle, employee.id);
    expect({ who: employee.name, isSame: start === was }).toEqual({
      who: employee.name,
      isSame: !moved.has(employee.id) || (employee.id === passed && start === was),
    });
    expect(DateTime.fromISO(start) >= first).toBe(true);
    if (employee.id === passed) expect(manager.name).toBe('Vera Strand');
  }
  expect(placedIn(renewed).find(({ employee }) => employee.id === chosen)?.chosenBy?.name).toBe('Hedda Nyman');
  expect(renewed.plan?.notices.map(({ kind }) => kind)).not.toContain('chosen-gone');
  expect((await hr().refused(refreshPlan, { params: params(), version: cycle.version })).reason).toBe('stale');
  expect(await look()).toMatchObject({ stay: 7, counts: { soon: 0, taken: 0, changed: 0 } });
  await hr().must(launchCycle, { params: params(), version: renewed.version });
  const launched = await until(
    async () => {
      const read = await hr().must(readCycle, { params: params() });
      return read.state === 'launched' ? read : null;
    },
    { message: 'every talk is booked', withinMs: 20_000 },
  );
  expect(launched.progress).toMatchObject({ toBook: 7, booked: 7 });
  expect((await hr().refused(lookAtPlan, { params: params() })).reason).toBe('already-launched');
});

it('A plan whose weeks have passed meanwhile is refused with the field to change, whatever HR asks for', async () => {
  const late = await givenPlannedCycle(samtal, { settings: { name: 'Late' } });
  await samtal.desk.clock.moveTo(DateTime.fromISO(late.settings.windowTo, { zone }).plus({ days: 2 }).toJSDate());
  const asked = { params: { cycleId: late.cycleId }, version: late.version };
  const over = { reason: 'window-in-past', field: 'windowTo' };
  expect(await hr().refused(lookAtPlan, { params: asked.params })).toMatchObject(over);
  expect(await hr().refused(refreshPlan, asked)).toMatchObject(over);
  expect((await hr().refused(launchCycle, asked)).reason).toBe('plan-outdated');
});

it('How many talks a choice makes is counted as the plan counts: without who is left out, and with who was given a manager', async () => {
  const [erik, vera, maja] = ['erik', 'vera', 'maja'].map((who) => samtal.find(who).id) as [string, string, string];
  const count = (part: { leftOut?: string[]; heldBy?: { employeeId: string; managerId: string }[]; departments?: string[] }) =>
    hr().must(countPeople, { body: { departments: [], leftOut: [], heldBy: [], ...part } });
  expect(await count({})).toEqual({ talks: 8, withoutManager: 1, leftOut: 0 });
  expect(await count({ leftOut: [erik] })).toEqual({ talks: 7, withoutManager: 1, leftOut: 1 });
  expect(await count({ heldBy: [{ employeeId: vera, managerId: maja }] })).toEqual({ talks: 8, withoutManager: 0, leftOut: 0 });
  expect(await count({ departments: ['Office'], leftOut: [erik] })).toMatchObject({ leftOut: 0 });
  const body = { departments: [], leftOut: [], heldBy: [] };
  expect((await samtal.as('maja').refused(countPeople, { body })).reason).toBe('not-found');
});
