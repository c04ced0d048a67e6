/** What HR has chosen by hand: in the plan at once, held when it is made again, and never against a hard rule (test/given/check-plan.ts). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPlan } from '#test/given/check-plan.ts';
import { planQuickly } from '#test/given/plan-quickly.ts';
import { givenProblem, problemOf, randomInput } from '#test/given/problem.ts';
import { instantOf } from '../../rules/calendar-grid.ts';
import { explained, holdChosen, nearMoves, withMoves, type ChosenTime } from './choices.ts';
import { slotOf, startsFor, type Part } from './places.ts';

const at = new Date('2027-01-25T09:00:00Z');
const hour = (of: number): Date => new Date(Date.UTC(2027, 1, 1, of));
const place = (employeeId: string, of: number) => ({ employeeId, managerId: 'maja', start: hour(of), end: hour(of + 1), room: null });
const chosenAt = (employeeId: string, start: Date, more: Partial<ChosenTime> = {}): ChosenTime => ({
  ...{ employeeId, managerId: 'maja', start, instead: null, by: 'hedda', at },
  ...more,
});

describe('a choice', () => {
  const state = { placed: [place('erik', 8), place('elin', 9)], unplaced: [{ employeeId: 'kim', managerId: 'maja' }], chosen: [] };
  const by = { by: 'hedda', at };

  it('moves the talk and remembers where Samtal had it, also when it is moved again', () => {
    const once = withMoves(state, [{ employeeId: 'erik', managerId: 'maja', start: hour(12) }], 60, by);
    expect(once.placed).toEqual([place('elin', 9), place('erik', 12)]);
    const twice = withMoves(once, [{ employeeId: 'erik', managerId: 'maja', start: hour(14) }], 60, by);
    expect(twice.chosen).toEqual([chosenAt('erik', hour(14), { instead: hour(8) })]);
  });

  it('gives a time to a talk that had none; taken back, it has none', () => {
    const once = withMoves(state, [{ employeeId: 'kim', managerId: 'maja', start: hour(12) }], 60, by);
    expect([once.unplaced, once.chosen]).toEqual([[], [chosenAt('kim', hour(12))]]);
    const back = withMoves(once, [{ employeeId: 'kim', managerId: 'maja', start: null }], 60, null);
    expect(back).toEqual({ placed: state.placed, unplaced: [], chosen: [] });
  });

  it('concerns those without a time who share a person with it', () => {
    const unplaced = [
      { employeeId: 'kim', managerId: 'maja' },
      { employeeId: 'aino', managerId: 'vera' },
      { employeeId: 'nils', managerId: null },
    ];
    const moves = [{ employeeId: 'erik', managerId: 'maja', start: hour(12) }];
    expect(nearMoves(unplaced, moves, null).map(({ employeeId }) => employeeId)).toEqual(['kim']);
    expect(nearMoves(unplaced, moves, 'hedda').map(({ employeeId }) => employeeId)).toEqual(['kim', 'aino']);
  });

  it('gives them what is true now, and does not forget who else could hold the talk', () => {
    const other = { kind: 'other-person', managerId: 'vera' } as const;
    const full = { reason: 'manager-full', counts: null, relax: null, others: [] } as const;
    const kim = { employeeId: 'kim', managerId: 'maja', reason: 'manager-full' as const, relax: other };
    const moves = (managerId: string) => [{ employeeId: 'erik', managerId, start: hour(12) }];
    const now = (found: object) => new Map([['kim', { ...full, ...found, others: [] }]]);
    expect(explained([kim], now({}), moves('maja'))[0]?.relax).toEqual(other);
    expect(explained([kim], now({}), moves('vera'))[0]?.relax).toBeNull();
    expect(explained([kim], now({ reason: 'time-free' }), moves('maja'))[0]).toMatchObject({ reason: 'time-free', relax: null });
    expect(explained([kim], new Map(), moves('maja'))).toEqual([kim]);
  });
});

describe('planning again', () => {
  const said = { pairs: ['erik>maja', 'elin>maja'], days: 2, maxPerDay: 1 };
  const hold = (chosen: ChosenTime[], part: Partial<Parameters<typeof givenProblem>[0]> = {}) => {
    const { instance, judged } = givenProblem({ ...said, ...part });
    return { ...holdChosen(instance, chosen, judged), judged };
  };

  it('holds what still suits, whatever part of the window the order of talks gives', () => {
    const held = hold([chosenAt('erik', hour(9))], { rules: { managersFirst: true } });
    expect(held.kept.map(({ employeeId }) => employeeId)).toEqual(['erik']);
    expect(held.instance.talks.find(({ id }) => id === 'erik')).toMatchObject({
      notBefore: 0,
      notAfter: 192,
      booked: { start: 40, locked: true },
    });
  });

  it.each([
    ['the calendar', { busy: { erik: ['0 09:00-11:00'] } }],
    ['the length', { lengthMinutes: 120, busy: { maja: ['0 11:00-12:00'] } }],
    ['the time around it', { bufferMinutes: 60, busy: { maja: ['0 11:00-12:00'] } }],
    ['a day off', { rules: { daysOff: [{ day: '2027-02-01', name: '' }] } }],
  ])('lets go what does not, because of %s', (_what, part) => {
    const { instance, kept, gone } = hold([chosenAt('erik', hour(9))], part);
    expect([kept, gone.map(({ employeeId }) => employeeId)]).toEqual([[], ['erik']]);
    expect(instance.talks.every(({ booked }) => booked === null)).toBe(true);
  });

  it('lets the earlier of two choices stand, and forgets those of talks that are no longer there', () => {
    const later = new Date(at.getTime() + 1);
    const { kept, gone } = hold([
      chosenAt('elin', hour(12), { at: later }),
      chosenAt('erik', hour(9)),
      chosenAt('nils', hour(9)),
      chosenAt('elin', hour(33), { managerId: 'vera' }),
    ]);
    expect([kept, gone].map((list) => list.map(({ employeeId }) => employeeId))).toEqual([['erik'], ['elin']]);
  });

  it('breaks no hard rule and keeps every choice, in any organisation', () => {
    let chosenInAll = 0;
    fc.assert(
      fc.property(fc.integer(), fc.array(fc.nat({ max: 999 }), { minLength: 4, maxLength: 4 }), (seed, draws) => {
        const { instance, judged } = problemOf(randomInput({ seed, talks: 24, busyShare: 0.5, days: 7 }));
        let state = { placed: [] as Part['placed'], unplaced: [], chosen: [] as ChosenTime[] };
        for (const { id, start } of planQuickly(instance).talks) {
          const talk = instance.talks.find((one) => one.id === id);
          if (talk && start !== null)
            state.placed.push({
              employeeId: id,
              managerId: talk.manager,
              start: instantOf(judged.grid, start),
              end: instantOf(judged.grid, start + talk.dur),
            });
        }
        for (const [turn, draw] of draws.entries()) {
          const talk = instance.talks[draw % instance.talks.length];
          if (!talk) continue;
          const starts = startsFor({ instance, judged, placed: state.placed, partnerId: null, alone: [] }, talk.id);
          const start = starts[draw % Math.max(1, starts.length)];
          if (!start) continue;
          chosenInAll += 1;
          state = withMoves(state, [{ employeeId: talk.id, managerId: talk.manager, start }], 60, { by: 'hedda', at: new Date(turn) });
        }
        const now = instance.talks.map(({ id }) => {
          const found = state.placed.find(({ employeeId }) => employeeId === id);
          return { id, start: found ? slotOf(judged.grid, found.start) : null, room: null };
        });
        expect(checkPlan(instance, now).broken).toEqual([]);
        const { instance: held, kept, gone } = holdChosen(instance, state.chosen, judged);
        expect([kept.length, gone]).toEqual([state.chosen.length, []]);
        const again = planQuickly(held).talks;
        expect(checkPlan(held, again).broken).toEqual([]);
        for (const { employeeId, start } of kept) expect(again.find(({ id }) => id === employeeId)?.start).toBe(slotOf(judged.grid, start));
      }),
      { numRuns: 5 },
    );
    expect(chosenInAll).toBeGreaterThan(0);
  });
});
