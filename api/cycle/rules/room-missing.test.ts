/** That a room is all a talk lacks is true: without one, and with all others where they are, it has a time. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPlan } from '#test/given/check-plan.ts';
import { planQuickly } from '#test/given/plan-quickly.ts';
import { givenProblem } from '#test/given/problem.ts';
import { tableOf } from './planner/table.ts';
import { isRoomMissing } from './room-missing.ts';

const chosen = ['one', 'two'].map((address) => ({ address, name: address, building: '' }));

/** Teams of three, a day or two, rooms that are taken most of the time. */
function problem(teams: number, days: number, taken: number[]) {
  const pairs = Array.from({ length: teams * 3 }, (_, at) => `e${at}>m${at % teams}`);
  const hours = (offset: number) =>
    taken.map(
      (hour) => `${(hour + offset) % days} ${String(8 + (hour % 9)).padStart(2, '0')}:00-${String(9 + (hour % 9)).padStart(2, '0')}:00`,
    );
  return givenProblem({ pairs, days, rules: { rooms: { chosen, without: [] } }, busy: { one: hours(0), two: hours(1) } });
}

it('in any plan, whose rooms are kept as every other hard rule', () => {
  let missing = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 6 }),
      fc.integer({ min: 1, max: 2 }),
      fc.array(fc.nat(17), { maxLength: 14 }),
      (teams, days, taken) => {
        const { instance } = problem(teams, days, taken);
        const plan = planQuickly(instance).talks;
        expect(checkPlan(instance, plan).broken).toEqual([]);
        const table = tableOf(instance, plan);
        for (const left of instance.talks.filter((_talk, index) => plan[index]?.start === null)) {
          if (!isRoomMissing(table, left)) continue;
          missing += 1;
          const talks = instance.talks.map((talk) => {
            const { start = null, room = null } = plan.find(({ id }) => id === talk.id) ?? {};
            if (talk.id === left.id) return { ...talk, pool: null };
            return start === null ? { ...talk, notAfter: 0 } : { ...talk, booked: { start, room, locked: true } };
          });
          const again = planQuickly({ ...instance, talks }).talks;
          expect(again.find(({ id }) => id === left.id)?.start).not.toBeNull();
        }
      },
    ),
    { numRuns: 25 },
  );
  expect(missing).toBeGreaterThan(0);
});

it('is not said of a talk that needs none', () => {
  const { instance } = givenProblem({ pairs: ['erik>maja'], busy: { erik: ['0 08:00-17:00'] }, days: 1 });
  const table = tableOf(instance, []);
  expect(instance.talks.map((talk) => isRoomMissing(table, talk))).toEqual([false]);
});
