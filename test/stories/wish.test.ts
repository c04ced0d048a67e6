/** What people say about their own time: the planner goes by it, HR sees that no time was found and not whose wish it was, and it is kept safely. */
import { DateTime } from 'luxon';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Cycle, CycleSettings } from '#api/cycle/contract.ts';
import { readMyWishes, saveMyWishes } from '#api/wish/contract.ts';
import { givenPlannedCycle, usualSettings } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';

let samtal: GivenSamtal;
beforeAll(async () => (samtal = await givenSamtal()));
afterAll(() => samtal?.stop());

const planned = async (settings: Partial<CycleSettings> = {}): Promise<NonNullable<Cycle['plan']>> => {
  const { plan } = await givenPlannedCycle(samtal, { settings });
  if (!plan) throw new Error('There is no plan');
  return plan;
};
const local = (at: string) => DateTime.fromISO(at, { zone: 'Europe/Stockholm' });

it('A manager’s preferred times are taken, and what an employee has blocked is not', async () => {
  const { windowFrom, windowTo } = usualSettings(samtal.startedAt);
  const thursdays = [{ kind: 'preferred', weekday: 4, from: 780, to: 1020 } as const];
  await samtal.as('maja').must(saveMyWishes, { version: 0, body: { weekly: thursdays, days: [] } });
  const middle = local(windowFrom).plus({ days: 13 }).toISODate() ?? '';
  await samtal.as('erik').must(saveMyWishes, { version: 0, body: { weekly: [], days: [{ from: windowFrom, to: middle }] } });
  const { placed } = await planned({ lengthMinutes: 30 });
  const held = placed.filter(({ manager }) => manager.name === 'Maja Hallberg').map(({ start }) => local(start));
  expect(held.filter(({ weekday, hour }) => weekday === 4 && hour >= 13).length).toBeGreaterThanOrEqual(2);
  const eriks = placed.find(({ employee }) => employee.name === 'Erik Storm');
  expect((eriks && local(eriks.start).toISODate()) ?? '').toSatisfy((day: string) => day > middle && day <= windowTo);
});

it('They are the person’s own: HR sees that no time was found, and not whose wish it was', async () => {
  const { windowFrom, windowTo } = usualSettings(samtal.startedAt);
  await samtal.as('emil').must(saveMyWishes, { version: 0, body: { weekly: [], days: [{ from: windowFrom, to: windowTo }] } });
  const { unplaced } = await planned();
  expect(unplaced.find(({ employee }) => employee.name === 'Emil Ask')).toMatchObject({ reason: 'employee-away' });
  expect(await samtal.as('hedda').must(readMyWishes)).toEqual({ wishes: { weekly: [], days: [] }, version: 0 });
  expect((await samtal.as('emil').must(readMyWishes)).wishes.days).toEqual([{ from: windowFrom, to: windowTo }]);
});

it('They are kept in one guarded write, and refused with their field', async () => {
  const elin = samtal.as('elin');
  const body = { weekly: [{ kind: 'blocked', weekday: 1, from: 480, to: 600 } as const], days: [] };
  const { version } = await elin.must(saveMyWishes, { version: 0, body });
  expect(await elin.refused(saveMyWishes, { version: 0, body })).toMatchObject({ reason: 'stale', current: { version } });
  const backwards = { weekly: [], days: [{ from: '2027-03-02', to: '2027-03-01' }] };
  expect(await elin.refused(saveMyWishes, { version, body: backwards })).toMatchObject({ reason: 'days-order', field: 'days.0' });
  const hours = { weekly: [...body.weekly, { ...body.weekly[0], kind: 'blocked' as const, weekday: 2, from: 600, to: 600 }], days: [] };
  expect(await elin.refused(saveMyWishes, { version, body: hours })).toMatchObject({ reason: 'hours-order', field: 'weekly.1' });
});
