/** HR gives single talks of a plan another time before the launch, takes it back, and plans again: what was chosen stays. Nothing is sent meanwhile. */
import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchCycle, planCycle, readCycle, updateCycle, type Cycle } from '#api/cycle/contract.ts';
import { changePlace, dropPlace, findPlaces } from '#api/cycle/placing/contract.ts';
import { saveMyWishes } from '#api/wish/contract.ts';
import { givenPlannedCycle, usualSettings } from '#test/given/launched-cycle.ts';
import { givenSamtal, type GivenSamtal } from '#test/given/samtal.ts';
import { until } from '#test/given/until.ts';

let samtal: GivenSamtal;
const hr = () => samtal.as('hedda');
const idOf = (who: string): string => samtal.find(who).id;
const placeOf = ({ plan }: Cycle, who: string) => plan?.placed.find(({ employee }) => employee.id === idOf(who));
const paramsOf = ({ cycleId }: Cycle, who: string) => ({ cycleId, employeeId: idOf(who) });
const find = (cycle: Cycle, who: string, query: { from?: string; after?: string } = {}) =>
  hr().must(findPlaces, { params: paramsOf(cycle, who), query });
const local = (at: string) => DateTime.fromISO(at, { zone: 'Europe/Stockholm' });
/** Chooses the first time that is offered. */
async function chooseFirst(cycle: Cycle, who: string): Promise<{ cycle: Cycle; start: string }> {
  const [place] = (await find(cycle, who)).places;
  if (!place) throw new Error(`There is no other time for ${who}`);
  const changed = await hr().must(changePlace, { params: paramsOf(cycle, who), version: cycle.version, body: { start: place.start } });
  return { cycle: changed, start: place.start };
}
const planAgain = ({ cycleId, version }: Cycle) => hr().must(planCycle, { params: { cycleId }, version });

describe('HR moves single talks of a plan', () => {
  beforeAll(async () => {
    samtal = await givenSamtal();
  });
  afterAll(() => samtal?.stop());

  it('The next three times are offered, more when asked, from a day on; all suit both and lie in the window', async () => {
    const cycle = await givenPlannedCycle(samtal);
    const now = placeOf(cycle, 'erik');
    const first = await find(cycle, 'erik');
    expect(first.places).toHaveLength(3);
    const more = await find(cycle, 'erik', { after: first.places[2]?.start ?? '' });
    const starts = [...first.places, ...more.places].map(({ start }) => start);
    expect(starts).toEqual([...new Set(starts)].sort());
    expect(starts).not.toContain(now?.start);
    for (const { start, end } of [...first.places, ...more.places])
      for (const who of ['erik', 'maja']) {
        const there = await samtal.desk.calendar(who, { from: start, to: end });
        expect(
          there.filter(({ showAs }) => !['free', 'workingElsewhere'].includes(showAs)),
          `${who} at ${start}`,
        ).toEqual([]);
      }
    const day = local(cycle.settings.windowTo).minus({ days: 4 }).toISODate() ?? '';
    const late = (await find(cycle, 'erik', { from: day })).places;
    expect(late.length).toBeGreaterThan(0);
    for (const { start } of late) {
      expect(local(start).toISODate()! >= day).toBe(true);
      expect(local(start).toISODate()! <= cycle.settings.windowTo).toBe(true);
    }
  });

  it('What HR chooses is in the plan at once and held; taken back, the talk is where Samtal had put it', async () => {
    const before = await givenPlannedCycle(samtal);
    const { cycle, start } = await chooseFirst(before, 'erik');
    expect(placeOf(cycle, 'erik')).toMatchObject({ start, chosenBy: { name: 'Hedda Nyman' } });
    const others = ({ plan }: Cycle) => plan?.placed.filter(({ employee }) => employee.id !== idOf('erik'));
    expect(others(cycle)).toEqual(others(before));
    // What is proven about the times of Samtal's plan is not said of HR's.
    expect(before.plan?.betterPercent).toEqual(expect.any(Number));
    expect(cycle.plan?.betterPercent).toBeNull();
    const back = await hr().must(dropPlace, { params: paramsOf(cycle, 'erik'), version: cycle.version });
    expect(placeOf(back, 'erik')).toEqual(placeOf(before, 'erik'));
    expect((await hr().must(dropPlace, { params: paramsOf(cycle, 'erik'), version: cycle.version })).version).toBe(back.version);
  });

  it('It stays under other rules as long as it fits; when it does not, HR is told and the talk has another time', async () => {
    const { cycle, start } = await chooseFirst(await givenPlannedCycle(samtal), 'erik');
    const params = { cycleId: cycle.cycleId };
    const change = (part: object, { version }: Cycle) => hr().must(updateCycle, { params, version, body: { ...cycle.settings, ...part } });
    const eased = await planAgain(await change({ maxPerDay: 2, bufferMinutes: 0 }, cycle));
    expect(placeOf(eased, 'erik')?.start).toBe(start);
    const { windowFrom } = eased.settings;
    const after = local(start).plus({ days: 1 }).toISODate() ?? windowFrom;
    const moved = await planAgain(await change({ windowFrom: after }, eased));
    expect(placeOf(moved, 'erik')?.chosenBy).toBeNull();
    expect(placeOf(moved, 'erik')?.start).not.toBe(start);
    expect(moved.plan?.notices.find(({ kind }) => kind === 'chosen-gone')?.people).toMatchObject([{ name: 'Erik Storm' }]);
  });

  it('A plan that has changed meanwhile is not overwritten, and a time that does not suit is refused', async () => {
    const cycle = await givenPlannedCycle(samtal);
    const { start } = (await find(cycle, 'erik')).places[0] ?? { start: '' };
    const elin = await chooseFirst(cycle, 'elin');
    const given = { params: paramsOf(cycle, 'erik'), body: { start } };
    expect((await hr().refused(changePlace, { ...given, version: cycle.version })).reason).toBe('stale');
    const same = await hr().must(readCycle, { params: { cycleId: cycle.cycleId } });
    expect(same).toEqual(elin.cycle);
    const lying = await hr().refused(changePlace, { ...given, version: same.version, body: { start: elin.start } });
    expect([lying.status, lying.reason]).toEqual([409, 'time-taken']);
    const night = `${cycle.settings.windowFrom}T01:00:00.000Z`;
    expect((await hr().refused(changePlace, { ...given, version: same.version, body: { start: night } })).reason).toBe('time-taken');
    // The same press twice, as after a lost answer, changes nothing twice.
    const repeated = await hr().must(changePlace, { params: paramsOf(cycle, 'elin'), version: cycle.version, body: { start: elin.start } });
    expect(repeated.version).toBe(elin.cycle.version);
  });

  it('Nobody but HR may ask or choose, and nothing is asked about people without a talk', async () => {
    const cycle = await givenPlannedCycle(samtal);
    const params = paramsOf(cycle, 'erik');
    const body = { start: `${cycle.settings.windowFrom}T09:00:00.000Z` };
    for (const who of ['erik', 'maja']) {
      expect((await samtal.as(who).refused(findPlaces, { params, query: {} })).reason).toBe('not-found');
      expect((await samtal.as(who).refused(changePlace, { params, body, version: cycle.version })).reason).toBe('not-found');
      expect((await samtal.as(who).refused(dropPlace, { params, version: cycle.version })).reason).toBe('not-found');
    }
    expect((await hr().refused(findPlaces, { params: { ...params, employeeId: randomUUID() }, query: {} })).reason).toBe('not-found');
    expect((await hr().refused(findPlaces, { params: { ...params, cycleId: randomUUID() }, query: {} })).reason).toBe('not-found');
  });

  it('What was chosen is what is launched', async () => {
    const { cycle, start } = await chooseFirst(await givenPlannedCycle(samtal, { settings: { departments: ['Charts'] } }), 'erik');
    expect((await samtal.desk.feed('erik')).length).toBe(0);
    const { cycleId, version } = cycle;
    await hr().must(launchCycle, { params: { cycleId }, version });
    await until(async () => (await hr().must(readCycle, { params: { cycleId } })).state === 'launched', {
      message: 'all are booked',
      withinMs: 20_000,
    });
    const end = placeOf(cycle, 'erik')?.end ?? '';
    expect((await samtal.desk.calendar('erik', { from: start, to: end })).map((event) => event.start)).toHaveLength(1);
    expect((await hr().refused(dropPlace, { params: paramsOf(cycle, 'erik'), version: version + 1 })).reason).toBe('already-launched');
  });
});

describe('A talk that does not fit', () => {
  beforeAll(async () => {
    samtal = await givenSamtal();
  });
  afterAll(() => samtal?.stop());

  it('Gets a time for which one other talk makes way, and is without again when that is taken back', async () => {
    const { windowFrom } = usualSettings(samtal.startedAt);
    const day = (later: number): string => local(windowFrom).plus({ days: later }).toISODate() ?? '';
    const emil = samtal.as('emil');
    await emil.must(saveMyWishes, { version: 0, body: { weekly: [], days: [{ from: day(0), to: day(6) }] } });
    // Five days at work with one talk each: Maja has her own and holds three others.
    const tight = await givenPlannedCycle(samtal, { settings: { windowTo: day(6), maxPerDay: 1, bufferMinutes: 0 } });
    const reason = ({ plan }: Cycle) => plan?.unplaced.find(({ employee }) => employee.name === 'Emil Ask')?.reason;
    expect(reason(tight)).toBe('employee-away');
    expect((await find(tight, 'emil')).places).toEqual([]);
    // Emil can on one day after all: the one that Erik has.
    const eriks = placeOf(tight, 'erik');
    const own = local(eriks?.start ?? '').toISODate() ?? '';
    const days = [0, 1, 2, 3, 4, 5, 6].map(day).filter((one) => one !== own);
    await emil.must(saveMyWishes, { version: 1, body: { weekly: [], days: days.map((one) => ({ from: one, to: one })) } });
    const { places } = await find(tight, 'emil');
    expect(places).toMatchObject([{ aside: { employee: { name: 'Erik Storm' } } }]);
    const [{ start, aside } = { start: '', aside: null }] = places;
    expect(local(start).toISODate()).toBe(own);
    expect(local(aside?.start ?? '').toISODate()).not.toBe(own);
    const given = { params: paramsOf(tight, 'emil'), version: tight.version };
    const body = { start, aside: { employeeId: idOf('erik'), start: aside?.start ?? '' } };
    expect((await hr().refused(changePlace, { ...given, body: { start } })).reason).toBe('time-taken');
    expect((await hr().refused(changePlace, { ...given, body: { ...body, aside: { ...body.aside, start } } })).reason).toBe('time-taken');
    const placed = await hr().must(changePlace, { ...given, body });
    expect([placeOf(placed, 'emil')?.start, placeOf(placed, 'erik')?.start]).toEqual([start, aside?.start]);
    expect(reason(placed)).toBeUndefined();
    const back = await hr().must(dropPlace, { params: paramsOf(placed, 'emil'), version: placed.version });
    expect(placeOf(back, 'emil')).toBeUndefined();
    // Erik stays where he was put, so that there is room for Emil.
    expect(reason(back)).toBe('time-free');
  });
});
