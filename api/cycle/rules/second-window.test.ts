/** Two windows: every talk lies in its own, whatever gives way; what HR is offered, counted and told of it; and the round after. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenProblem, problemOf, randomInput, secondOf } from '#test/given/problem.ts';
import { planQuickly } from '#test/given/plan-quickly.ts';
import { againInput, februaryAt, februarySettings, openTalk } from '#test/given/replan.ts';
import { nextRound } from '../recurrence/rules/rounds.ts';
import { againOf } from '../replan/rules/again-of.ts';
import type { CycleSettings } from '../contract.ts';
import { gridOf } from './calendar-grid.ts';
import { feasibilityOf } from './feasibility.ts';
import { planInOrder } from './order.ts';
import { tableOf } from './planner/table.ts';
import { explainTalk, inWindow } from './reasons.ts';
import { secondSlotsOf, shifted, slotsFor, wholeSpanOf, windowFor } from './second-window.ts';
import { checkSettings } from './settings.ts';
import { usualRules } from './usual-rules.ts';

const zone = 'Europe/Stockholm';
const now = februaryAt('1 00:00').start;
const inTwo = (from: string, to: string, people = ['erik']): CycleSettings => ({
  ...februarySettings,
  rules: { ...usualRules, secondWindow: { from, to, people } },
});
const march = inTwo('2027-03-01', '2027-03-12');
const team = (size: number): string[] => Array.from({ length: size }, (_, at) => `e${at}>maja`);

describe('A second window', () => {
  it('is the window of those who are in it, and nobody else’s', () => {
    const [erik, elin] = ['erik', 'elin'].map((who) => windowFor(march, who, zone, now));
    expect(erik).toEqual({ start: new Date('2027-02-28T23:00:00Z'), end: new Date('2027-03-12T23:00:00Z') });
    expect(elin).toEqual(windowFor(februarySettings, 'erik', zone, now));
    expect(wholeSpanOf(march, zone, now)).toEqual({ start: elin?.start, end: erik?.end });
  });

  it('is offered as the two weeks after the first while there is none, and not beyond what is planned at once', () => {
    const grid = gridOf({ start: now, end: new Date('2027-04-01T00:00:00Z') });
    const { second } = secondSlotsOf(februarySettings, grid, zone, now);
    expect(second).toMatchObject({ people: new Set(), days: { from: '2027-02-27', to: '2027-03-12' }, from: 26 * 96, until: 40 * 96 });
    expect(secondSlotsOf({ ...februarySettings, windowTo: '2027-07-25' }, grid, zone, now)).toEqual({});
  });

  it.each([
    ['with days of its own', march, null],
    ['too far away', inTwo('2027-03-01', '2027-12-01'), 'wrong-input'],
    ['before the first', inTwo('2027-01-25', '2027-01-29'), 'wrong-input'],
  ])('%s is accepted, or refused beside its days', (_what, settings, reason) => {
    const refused = checkSettings(settings, zone, now);
    expect(refused?.reason ?? null).toBe(reason);
    if (reason) expect(refused).toMatchObject({ field: 'rules.secondWindow' });
  });

  it('holds every talk in its own window, managers first or not, in any organisation', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.boolean(),
        fc.double({ min: 0.3, max: 0.9, noNaN: true }),
        async (seed, managersFirst, busyShare) => {
          const random = randomInput({ seed, talks: 24, busyShare, days: 5 });
          const people = random.pairs.flatMap(({ employeeId }, at) => (at % 3 === seed % 3 ? [employeeId] : []));
          const input = { ...random, second: secondOf({ people, from: 7, until: 14 }), rules: { ...random.rules, managersFirst } };
          const { instance, judged } = problemOf(input);
          const placed = await planInOrder(instance, judged, planQuickly);
          for (const { id, start } of placed.talks) {
            if (start === null) continue;
            const [from, until] = slotsFor(id, judged);
            expect(start, id).toBeGreaterThanOrEqual(from);
            expect(start + 4, id).toBeLessThanOrEqual(until);
          }
          const { fit, atMost, talks } = feasibilityOf(instance, placed, judged);
          expect(fit).toBeLessThanOrEqual(atMost);
          expect(atMost).toBeLessThanOrEqual(talks);
        },
      ),
      { numRuns: 8 },
    );
  });

  it('is what helps a manager with too many talks, with the times it gives; once used, only as far as it still has some', () => {
    const tight = { pairs: team(5), days: 1, beyond: 14 };
    const offered = givenProblem({ ...tight, second: { people: [], from: 7, until: 14 } });
    const [maja] = feasibilityOf(offered.instance, planQuickly(offered.instance), offered.judged).managers;
    expect(maja).toMatchObject({ talks: 5, fit: 3, times: 3 });
    expect(maja?.helps).toContainEqual({ change: { kind: 'second-window', from: '2027-02-08', to: '2027-02-14' }, times: 18 });
    const used = givenProblem({ ...tight, second: { people: maja?.waiting ?? [], from: 7, until: 14 } });
    const after = feasibilityOf(used.instance, planQuickly(used.instance), used.judged);
    expect(after).toMatchObject({ talks: 5, fit: 5, managers: [] });
  });

  it('is tried before it is said of one talk, and made longer for one that is in it and has no time', () => {
    const said = { pairs: ['a>maja'], days: 1, beyond: 20, busy: { maja: ['0 08:00-17:00'] } };
    const why = (of: Parameters<typeof givenProblem>[0]) => {
      const { instance, judged } = givenProblem(of);
      const [talk] = instance.talks;
      if (!talk) throw new Error('There is no talk');
      return explainTalk(tableOf(instance, planQuickly(instance).talks), inWindow(talk, judged), judged);
    };
    const kinds = ({ relax, others }: ReturnType<typeof why>): unknown[] =>
      [relax, ...others].filter((one) => one?.kind === 'second-window');
    const free = why({ ...said, second: { people: [], from: 7, until: 9 } });
    expect(kinds(free)).toEqual([{ kind: 'second-window', from: '2027-02-08', to: '2027-02-09' }]);
    const taken = { ...said.busy, a: ['7 08:00-17:00', '8 08:00-17:00'] };
    expect(kinds(why({ ...said, busy: taken, second: { people: [], from: 7, until: 9 } }))).toEqual([]);
    const later = why({ ...said, busy: taken, second: { people: ['a'], from: 7, until: 9 } });
    expect(kinds(later)).toEqual([{ kind: 'second-window', from: '2027-02-08', to: '2027-02-10' }]);
    expect([later.relax, ...later.others].some((one) => one?.kind === 'longer-window')).toBe(false);
  });

  it('counts when a cycle is planned again: its talks stay there, and one that HR puts into it leaves the first', () => {
    const time = { start: new Date('2027-03-03T08:00:00Z'), end: new Date('2027-03-03T09:00:00Z') };
    const open = [openTalk('erik', null, { time }), openTalk('elin', '10 09:00')];
    expect(againOf(againInput({ open, settings: march, before: march })).whys.size).toBe(0);
    const both = inTwo('2027-03-01', '2027-03-12', ['erik', 'elin']);
    const { whys, instance } = againOf(againInput({ open, settings: both, before: march }));
    expect([...whys]).toEqual([['elin', { kind: 'window' }]]);
    // From Monday 1 March on: 26 days after the first instant that is planned.
    expect(instance.talks.find(({ id }) => id === 'elin')).toMatchObject({ notBefore: 26 * 96, notAfter: 38 * 96 });
  });

  it('comes again with the next round, as far from the first, and no round begins within it', () => {
    const second = { from: '2027-03-01', to: '2027-03-12', people: ['erik'] };
    expect(shifted(second, '2027-02-01', '2027-08-02')).toEqual({ ...second, from: '2027-08-30', to: '2027-09-10' });
    const pattern = { every: 'quarter' as const, anchor: '2027-02-01', steps: 0 };
    const last = { ...februarySettings, lastDay: '2027-05-07' };
    expect([nextRound(pattern, februarySettings, () => []).windowFrom, nextRound(pattern, last, () => []).windowFrom]).toEqual([
      '2027-05-03',
      '2027-05-10',
    ]);
  });
});
