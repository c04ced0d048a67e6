import { describe, expect, it } from 'vitest';
import { planRulesSchema, type PlanRules } from '../settings/contract.ts';
import { usualRules, wrongRule } from './usual-rules.ts';

const later = (from: string, to: string) => ({ secondWindow: { from, to, people: ['a'] } });
const first = { windowFrom: '2027-02-01', windowTo: '2027-02-26' };

describe('rules of a cycle', () => {
  it('are right as they come', () => {
    expect(planRulesSchema.parse(usualRules)).toEqual(usualRules);
    expect(wrongRule(usualRules, first)).toBeNull();
  });

  const table: [string, Partial<PlanRules>, keyof PlanRules, string][] = [
    ['a weekday wished and avoided', { preferWeekdays: [2, 3], avoidWeekdays: [3] }, 'avoidWeekdays', 'both-weekday'],
    ['hours backwards', { preferHours: [{ from: 900, to: 540 }] }, 'preferHours', 'hours-order'],
    ['no hours', { avoidHours: [{ from: 600, to: 600 }] }, 'avoidHours', 'hours-order'],
    ['hours that meet', { preferHours: [{ from: 540, to: 720 }], avoidHours: [{ from: 700, to: 780 }] }, 'avoidHours', 'hours-overlap'],
    ['a second window backwards', later('2027-03-08', '2027-03-01'), 'secondWindow', 'second-order'],
    ['a second window from the first day on', later('2027-02-01', '2027-03-12'), 'secondWindow', 'second-early'],
    ['a second window within the first', later('2027-02-08', '2027-02-12'), 'secondWindow', 'second-early'],
    ['a talk with oneself', { heldBy: [{ employeeId: 'a', managerId: 'a' }] }, 'heldBy', 'own-talk'],
  ];
  it.each(table)('%s is named with its field', (_what, part, field, wrong) => {
    expect(wrongRule({ ...usualRules, ...part }, first)).toMatchObject({ field, wrong });
  });

  it('may have hours that touch, and every weekday avoided', () => {
    const touching = { preferHours: [{ from: 540, to: 720 }], avoidHours: [{ from: 720, to: 780 }] };
    expect(wrongRule({ ...usualRules, ...touching, avoidWeekdays: [1, 2, 3, 4, 5, 6, 7] }, first)).toBeNull();
  });
});
