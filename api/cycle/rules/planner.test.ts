/** The planner against a second reading of planner.md: hard rules H0 to H5 and the truth of every reason, minute by minute in local time. */
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { PersonCalendar } from './calendar-grid.ts';
import { planTalks, type Pair, type PlanInput, type Placed } from './planner.ts';

const minute = 60_000;
const quarter = 15 * minute;
const zones = ['Europe/Stockholm', 'Europe/Helsinki', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'];
const kept = new Map<string, { weekday: number; minute: number; date: string }>();

/** Local time of an instant, asked once. */
function local(at: number, zone: string): { weekday: number; minute: number; date: string } {
  const known = kept.get(`${zone}${at}`);
  if (known) return known;
  const time = DateTime.fromMillis(at, { zone });
  const read = { weekday: time.weekday, minute: time.hour * 60 + time.minute, date: time.toISODate() ?? '' };
  kept.set(`${zone}${at}`, read);
  return read;
}

/** Steps of five minutes: working hours in these tests begin and end on them. */
const steps = (from: number, to: number): number[] =>
  Array.from({ length: Math.ceil((to - from) / (5 * minute)) }, (_, step) => from + step * 5 * minute);
const works = ({ timeZone, work }: PersonCalendar, from: number, to: number): boolean =>
  steps(from, to).every((at) => {
    const { weekday, minute: time } = local(at, timeZone);
    return work.days.includes(weekday) && time >= work.from && time < work.to;
  });
const hasNothing = ({ busy }: PersonCalendar, from: number, to: number): boolean =>
  busy.every(({ start, end }) => start.getTime() >= to || end.getTime() <= from);

type Times = { from: number; to: number };
const timesOf = ({ start, end }: Placed): Times => ({ from: start.getTime(), to: end.getTime() });
const isWith =
  (id: string) =>
  ({ employeeId, managerId }: Pair): boolean =>
    employeeId === id || managerId === id;

/** What the talks of one person, in any role, leave: H4 and H5. */
function roomBeside(input: PlanInput, id: string, placed: Placed[], { from, to }: Times): boolean {
  const zone = input.calendars.get(id)?.timeZone ?? '';
  const theirs = placed.filter(isWith(id)).map(timesOf);
  const gap = Math.ceil(input.bufferMinutes / 15) * quarter;
  const sameDay = theirs.filter((one) => local(one.from, zone).date === local(from, zone).date);
  return sameDay.length < input.maxPerDay && theirs.every((one) => one.from >= to + gap || one.to + gap <= from);
}

/** H1, H2 and H3 for a pair: what their calendars allow, whatever else is planned. */
function suits(input: PlanInput, pair: Pair, { from, to }: Times): boolean {
  const [manager, employee] = [input.calendars.get(pair.managerId), input.calendars.get(pair.employeeId)];
  const buffer = input.bufferMinutes * minute;
  const inside = from >= input.grid.start.getTime() && to <= input.grid.start.getTime() + input.grid.slots * quarter;
  if (!manager || !employee || !inside) return false;
  return (
    works(manager, from, to) &&
    works(employee, from, to) &&
    hasNothing(manager, from - buffer, to + buffer) &&
    hasNothing(employee, from, to)
  );
}

const startsOf = ({ grid, lengthMinutes }: PlanInput): Times[] =>
  Array.from({ length: grid.slots }, (_, slot) => grid.start.getTime() + slot * quarter)
    .map((from) => ({ from, to: from + Math.ceil(lengthMinutes / 15) * quarter }))
    .filter(({ to }) => to <= grid.start.getTime() + grid.slots * quarter);

/** What each reason claims, said again. */
function isTrue(input: PlanInput, { employeeId, managerId, reason }: Pair & { reason: string }, placed: Placed[]): boolean {
  const [manager, employee] = [input.calendars.get(managerId) ?? null, input.calendars.get(employeeId) ?? null];
  const starts = startsOf(input);
  if (reason === 'no-manager') return employeeId === managerId;
  if (reason === 'manager-has-no-calendar') return manager === null;
  if (reason === 'employee-has-no-calendar') return employee === null;
  if (!manager || !employee || employeeId === managerId) return false;
  const buffer = input.bufferMinutes * minute;
  const suitable = starts.filter((times) => suits(input, { employeeId, managerId }, times));
  if (reason === 'manager-away')
    return !starts.some(({ from, to }) => works(manager, from, to) && hasNothing(manager, from - buffer, to + buffer));
  if (reason === 'employee-away') return !starts.some(({ from, to }) => works(employee, from, to) && hasNothing(employee, from, to));
  const together = starts.filter(({ from, to }) => works(manager, from, to) && works(employee, from, to));
  if (reason === 'no-common-hours') return together.length === 0;
  const ofManager = (times: Times): boolean => roomBeside(input, managerId, placed, times);
  if (reason === 'manager-full') return suitable.length > 0 && !suitable.some(ofManager);
  const ofBoth = (times: Times): boolean => ofManager(times) && roomBeside(input, employeeId, placed, times);
  return reason === 'no-common-time' && together.length > 0 && !suitable.some(ofBoth);
}

const fiveMinutes = (min: number, max: number) => fc.integer({ min: min / 5, max: max / 5 }).map((fives) => fives * 5);
/** The nights when the clock changes in Europe, in America and on Lord Howe Island lie in these windows, and an ordinary week. */
const begin = fc.constantFrom('2026-03-28T05:00Z', '2026-10-24T05:00Z', '2026-03-07T12:00Z', '2026-10-03T00:00Z', '2026-06-03T00:00Z');

const calendar = (start: number): fc.Arbitrary<PersonCalendar> =>
  fc.record({
    timeZone: fc.constantFrom(...zones),
    work: fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({
          days: fc.constant<number[]>([1, 2, 3, 4, 5, 6, 7]),
          from: fiveMinutes(360, 600),
          to: fiveMinutes(660, 1200),
        }),
      },
      { weight: 1, arbitrary: fc.record({ days: fc.subarray([1, 2, 3, 4, 5, 6, 7]), from: fc.constant(0), to: fc.constant(1440) }) },
    ),
    busy: fc.array(
      fc.tuple(fc.integer({ min: -60, max: 3 * 1440 }), fc.integer({ min: 1, max: 300 })).map(([from, length]) => ({
        start: new Date(start + from * minute),
        end: new Date(start + (from + length) * minute),
      })),
      { maxLength: 8 },
    ),
  });

/** An organisation of up to nine people, where most managers are employees in a talk with their own manager. */
const organisation: fc.Arbitrary<PlanInput> = fc.tuple(begin, fc.integer({ min: 2, max: 9 })).chain(([from, size]) => {
  const ids = Array.from({ length: size }, (_, at) => `person-${at}`);
  const start = new Date(from);
  return fc.record({
    grid: fc.constantFrom(0, 20, 96, 200).map((slots) => ({ start, slots })),
    pairs: fc
      .tuple(...ids.map(() => fc.integer({ min: 0, max: Math.min(2, size - 1) })))
      .map((managers) => managers.map((manager, at): Pair => ({ employeeId: `person-${at}`, managerId: `person-${manager}` }))),
    calendars: fc
      .tuple(...ids.map(() => fc.option(calendar(start.getTime()), { freq: 12 })))
      .map((calendars) => new Map(ids.map((id, at) => [id, calendars[at] ?? null]))),
    lengthMinutes: fc.constantFrom(15, 30, 60, 90),
    bufferMinutes: fc.constantFrom(0, 15, 30),
    maxPerDay: fc.integer({ min: 1, max: 4 }),
  });
});

describe('on any organisation', () => {
  it('keeps every hard rule', () => {
    let talks = 0;
    fc.assert(
      fc.property(organisation, (input) => {
        const { placed, unplaced } = planTalks(input);
        // H0
        const back = [...placed, ...unplaced].map(({ employeeId, managerId }) => `${employeeId} ${managerId}`).sort();
        expect(back).toEqual(input.pairs.map(({ employeeId, managerId }) => `${employeeId} ${managerId}`).sort());
        for (const talk of placed) {
          const times = timesOf(talk);
          expect(times.to - times.from).toBe(input.lengthMinutes * minute);
          expect((times.from - input.grid.start.getTime()) % quarter).toBe(0);
          // H1, H2, H3
          expect(suits(input, talk, times)).toBe(true);
          // H4, H5
          const others = placed.filter((one) => one !== talk);
          for (const id of [talk.managerId, talk.employeeId]) expect(roomBeside(input, id, others, times)).toBe(true);
        }
        talks += placed.length;
      }),
      { numRuns: 300 },
    );
    // The property looked at something.
    expect(talks).toBeGreaterThan(100);
  });

  it('gives every talk without a time a reason that is true, and leaves none out that would simply fit', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(organisation, (input) => {
        const { placed, unplaced } = planTalks(input);
        for (const talk of unplaced) {
          seen.add(talk.reason);
          expect({ ...talk, true: isTrue(input, talk, placed) }).toEqual({ ...talk, true: true });
          const fits = startsOf(input).filter(
            (times) => suits(input, talk, times) && [talk.managerId, talk.employeeId].every((id) => roomBeside(input, id, placed, times)),
          );
          expect(talk.employeeId === talk.managerId ? [] : fits).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(seen.size).toBeGreaterThan(4);
  });

  it('gives the same plan for the same input, and changes nothing it was given', () => {
    fc.assert(
      fc.property(organisation, (input) => {
        const before = structuredClone(input);
        const first = planTalks(input);
        expect(input).toEqual(before);
        expect(planTalks(before)).toEqual(first);
      }),
      { numRuns: 50 },
    );
  });
});

/** Monday 4 May 2026, 08:00 to 12:00 UTC, everybody in UTC. */
const monday = { start: new Date('2026-05-04T08:00Z'), slots: 16 };
const free: PersonCalendar = { timeZone: 'Etc/UTC', work: { days: [1], from: 480, to: 720 }, busy: [] };
const busy = (...times: [string, string][]): PersonCalendar => ({
  ...free,
  busy: times.map(([start, end]) => ({ start: new Date(`2026-05-04T${start}Z`), end: new Date(`2026-05-04T${end}Z`) })),
});
const plan = (calendars: Record<string, PersonCalendar | null>, pairs: [string, string][], over: Partial<PlanInput> = {}) =>
  planTalks({
    grid: monday,
    pairs: pairs.map(([employeeId, managerId]) => ({ employeeId, managerId })),
    calendars: new Map(Object.entries(calendars)),
    lengthMinutes: 60,
    bufferMinutes: 0,
    maxPerDay: 8,
    ...over,
  });

describe('one case at a time', () => {
  const other: PersonCalendar = { ...free, work: { days: [1], from: 1020, to: 1140 } };
  const long = { grid: { start: monday.start, slots: 60 } };
  it.each<[string, Record<string, PersonCalendar | null>, Partial<PlanInput>, string]>([
    ['the manager has no calendar', { boss: null, anna: free }, {}, 'manager-has-no-calendar'],
    ['the manager is not known', { anna: free }, {}, 'manager-has-no-calendar'],
    ['the employee has none', { boss: free, anna: null }, {}, 'employee-has-no-calendar'],
    ['the manager is away', { boss: busy(['07:00', '13:00']), anna: free }, {}, 'manager-away'],
    ['the employee is away', { boss: free, anna: busy(['07:00', '13:00']) }, {}, 'employee-away'],
    ['they work at other hours', { boss: free, anna: other }, long, 'no-common-hours'],
    ['one is free when the other is not', { boss: busy(['08:00', '10:00']), anna: busy(['10:00', '12:00']) }, {}, 'no-common-time'],
    ['the buffer takes the last room', { boss: busy(['09:00', '11:00']), anna: free }, { bufferMinutes: 15 }, 'manager-away'],
    ['the talk is longer than any room', { boss: free, anna: busy(['10:00', '10:15']) }, { lengthMinutes: 135 }, 'employee-away'],
    ['the window has no time', { boss: free, anna: free }, { grid: { start: monday.start, slots: 0 } }, 'manager-away'],
  ])('says so when %s', (_what, calendars, over, reason) => {
    expect(plan(calendars, [['anna', 'boss']], over)).toEqual({
      placed: [],
      unplaced: [{ employeeId: 'anna', managerId: 'boss', reason }],
    });
  });

  it('keeps the buffer for the manager only, and only in that role', () => {
    const calendars = { top: free, boss: busy(['09:00', '11:00']), anna: busy(['09:00', '11:00']) };
    const { placed, unplaced } = plan(calendars, [['boss', 'top']], { bufferMinutes: 15 });
    expect([placed.length, unplaced.length]).toEqual([1, 0]);
    expect(plan(calendars, [['anna', 'boss']], { bufferMinutes: 15 }).unplaced).toMatchObject([{ reason: 'manager-away' }]);
  });

  it('never plans a talk with oneself', () => {
    expect(plan({ boss: free }, [['boss', 'boss']])).toMatchObject({ placed: [], unplaced: [{ reason: 'no-manager' }] });
  });

  it('says that the manager is full only when it is the manager’s talks that stand in the way', () => {
    const team = { boss: free, anna: free, bo: free, cia: free };
    const ofBoss: [string, string][] = [
      ['anna', 'boss'],
      ['bo', 'boss'],
      ['cia', 'boss'],
    ];
    expect(plan(team, ofBoss, { maxPerDay: 2 }).unplaced).toMatchObject([{ reason: 'manager-full' }]);
    const { unplaced } = plan({ ...team, top: free }, [...ofBoss, ['boss', 'top']], { maxPerDay: 3 });
    expect(unplaced).toHaveLength(1);
    expect(unplaced[0]?.reason).toBe(unplaced[0]?.managerId === 'top' ? 'no-common-time' : 'manager-full');
  });

  it('moves one talk aside where that makes room for another', () => {
    // Anna can at 8 or 9, Bo at 9 or 10, Cia only at 8 and Dan only at 9: room for all but one.
    const at = (...hours: [string, string][]): PersonCalendar => busy(...hours);
    const calendars = {
      boss: at(['11:00', '12:00']),
      anna: at(['10:00', '12:00']),
      bo: at(['08:00', '09:00'], ['11:00', '12:00']),
      cia: at(['09:00', '12:00']),
    };
    const { placed } = plan(calendars, [
      ['anna', 'boss'],
      ['bo', 'boss'],
      ['cia', 'boss'],
    ]);
    const starts = placed.map(({ employeeId, start }) => [employeeId, start.toISOString().slice(11, 16)]);
    expect(Object.fromEntries(starts)).toEqual({ anna: '09:00', bo: '10:00', cia: '08:00' });
  });

  it('prefers whole and half hours, and no lunch', () => {
    const day = { ...free, work: { days: [1], from: 540, to: 1020 } };
    const { placed } = plan({ boss: day, anna: day }, [['anna', 'boss']], { grid: { start: new Date('2026-05-04T11:45Z'), slots: 20 } });
    expect(placed[0]?.start.toISOString()).toBe('2026-05-04T13:00:00.000Z');
  });
});
