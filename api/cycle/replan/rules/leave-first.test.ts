/** Which talks have to leave before each may go: by time, time around talks and talks a day; and that whatever HR leaves out then breaks no hard rule. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#test/given/check-plan.ts';
import { februaryAt } from '#test/given/replan.ts';
import { instantOf } from '../../rules/calendar-grid.ts';
import type { PlanInstance } from '../../rules/instance-of.ts';
import { limitsOf, whoLeavesFirst, type Change, type Limits } from './leave-first.ts';
import { leftOut } from './leave-out.ts';

const goes = (id: string, from: string | null, to: string | null, people: string[] = ['maja']): Change => ({
  id,
  leaves: from === null ? null : { at: februaryAt(from), people: [id, ...people] },
  goes: to === null ? null : { at: februaryAt(to), people: [id, ...people] },
});
/** Any number of talks a day and no time around them, where nothing else is said; on each day one is planned. */
const limits = (part: Partial<Limits> = {}): Limits => ({
  ...{ gapMs: 0, dayOf: (_person, at) => at.getUTCDate(), mostOn: () => Number.POSITIVE_INFINITY, plannedOn: () => 1, ...part },
});
const waiting = (changes: Change[], part?: Partial<Limits>): Record<string, string[]> =>
  Object.fromEntries(whoLeavesFirst(changes, limits(part)));

describe('Who has to leave first', () => {
  it.each<[string, Change[], Record<string, string[]>]>([
    [
      'the talk of the same manager that is there',
      [goes('erik', '10 09:00', '11 09:00'), goes('elin', '11 09:00', '12 09:00')],
      { erik: ['elin'], elin: [] },
    ],
    ['also where the two only overlap', [goes('erik', null, '11 09:30'), goes('elin', '11 09:00', null)], { erik: ['elin'], elin: [] }],
    ['not where one ends when the other begins', [goes('erik', null, '11 10:00'), goes('elin', '11 09:00', null)], { erik: [], elin: [] }],
    ['not where they are others', [goes('erik', null, '11 09:00', ['vera']), goes('elin', '11 09:00', null)], { erik: [], elin: [] }],
    ['never itself', [goes('erik', '11 09:00', '11 09:30')], { erik: [] }],
    [
      'the one who takes part in both',
      [goes('erik', null, '11 09:00', ['vera', 'hr']), goes('elin', '11 09:00', null, ['maja', 'hr'])],
      { erik: ['elin'], elin: [] },
    ],
  ])('%s', (_what, changes, expected) => expect(waiting(changes)).toEqual(expected));
});

describe('By the other hard rules', () => {
  it('also one that is too near for the time around talks', () => {
    const near = [goes('erik', null, '11 10:15'), goes('elin', '11 09:00', null)];
    expect(waiting(near, { gapMs: 30 * 60_000 })).toEqual({ erik: ['elin'], elin: [] });
    expect(waiting(near, { gapMs: 15 * 60_000 })).toEqual({ erik: [], elin: [] });
  });

  it('also one that leaves a full day; each comes in the place of another, and whoever only changes the hour takes none', () => {
    const full = [goes('erik', '10 09:00', '11 13:00'), goes('elin', '11 09:00', '12 09:00')];
    expect(waiting(full, { mostOn: () => 1 })).toEqual({ erik: ['elin'], elin: [] });
    expect(waiting(full, { mostOn: () => 2 })).toEqual({ erik: [], elin: [] });
    const two = [...full, goes('emil', '10 13:00', '11 15:00'), goes('aino', '11 11:00', '12 13:00'), goes('vera', '11 16:00', '11 08:00')];
    const planned = { mostOn: () => 3, plannedOn: () => 3 };
    expect(waiting(two, planned)).toEqual({ erik: ['elin'], emil: ['aino'], elin: [], aino: [], vera: [] });
  });

  it('all who are too many on a day by now leave before anybody comes', () => {
    const many = [goes('erik', null, '11 13:00'), goes('elin', '11 09:00', null), goes('emil', '11 10:00', null)];
    expect(waiting(many, { mostOn: () => 1 }).erik?.sort()).toEqual(['elin', 'emil']);
  });
});

/** Two managers with three talks each, who have one with the other; every hour of three days is open to everybody. */
const instance = (bufferTalk: number, maxPerDay: number): PlanInstance => {
  const pairs = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => [id, at < 3 ? 'maja' : 'vera'] as const);
  const ids = [...pairs.map(([id]) => id), 'maja', 'vera'];
  return {
    ...{
      format: 'samtal-plan/1',
      slotMinutes: 15,
      start: '2027-02-08T00:00:00Z',
      slots: 288,
      profiles: [{ dayCost: [0, 0, 0, 0, 0, 0, 0], bands: [] }],
    },
    ...{ holidays: { none: [] }, pools: [] },
    people: ids.map((id) => ({
      ...{ id, tz: 'Etc/UTC', holidays: 'none', work: { days: [0, 1, 2, 3, 4, 5, 6], from: 0, to: 1440 }, maxPerDay, profile: 0, busy: [] },
    })),
    talks: [...pairs, ['maja', 'vera'] as const].map(([id, manager]) => ({
      ...{ id, manager, employee: id, extra: [], dur: 4, notBefore: 0, notAfter: 288, pool: null, booked: null },
    })),
    rules: { bufferTalk, bufferBusy: 0, dayLoad: [0], weekSlack: 1, weekOver: 0, unplaced: 1000, move: 1 },
  };
};
type Starts = { id: string; start: number | null; room: null }[];
const broken = (of: PlanInstance, plan: Starts): string[] => checkPlan(of, plan).broken.filter((what) => /^H[45]/.test(what));

/** A plan that keeps the rules: each talk at the first of its wishes that does, or without a time. */
const planBy = (of: PlanInstance, wishes: number[][]): Starts =>
  of.talks.reduce<Starts>(
    (plan, { id }, at) => {
      const tried = (wishes[at] ?? []).map((start): Starts => plan.map((one) => (one.id === id ? { ...one, start } : one)));
      return tried.find((one) => broken(of, one).length === 0) ?? plan;
    },
    of.talks.map(({ id }) => ({ id, start: null, room: null })),
  );

it('Whatever HR leaves out, the rest breaks no hard rule, and a change that nobody waits for stays out alone', () => {
  // Morning hours of three days, so that they meet.
  const slot = fc.nat({ max: 2 }).chain((day) => fc.integer({ min: 36, max: 48 }).map((at) => day * 96 + at));
  const wishes = fc.array(fc.array(slot, { minLength: 1, maxLength: 3 }), { minLength: 7, maxLength: 7 });
  fc.assert(
    fc.property(
      wishes,
      wishes,
      fc.nat({ max: 4 }),
      fc.integer({ min: 1, max: 3 }),
      fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      (was, will, buffer, most, left) => {
        const of = instance(buffer, most);
        const [before, after] = [planBy(of, was), planBy(of, will)];
        const grid = { start: new Date(of.start), slots: of.slots };
        const changes = of.talks.flatMap(({ id, manager }, at): Change[] => {
          const place = (start: number | null | undefined) =>
            start == null ? null : { at: { start: instantOf(grid, start), end: instantOf(grid, start + 4) }, people: [id, manager] };
          const [leaves, goesTo] = [place(before[at]?.start), place(after[at]?.start)];
          return before[at]?.start === after[at]?.start ? [] : [{ id, leaves, goes: goesTo }];
        });
        const first = whoLeavesFirst(changes, limitsOf(of, after, grid));
        const chosen = changes.filter((_one, at) => left[at]).map(({ id }) => id);
        const stays = leftOut(
          changes.map(({ id }) => ({ id, after: first.get(id) ?? [] })),
          chosen,
        );
        const result = before.map((one, at) => (stays.has(one.id) ? one : (after[at] ?? one)));
        expect(broken(of, result)).toEqual([]);
        if (chosen.length === 0) expect(stays.size).toBe(0);
      },
    ),
    { numRuns: 120 },
  );
});
