import { describe, expect, it } from 'vitest';
import { planQuickly } from '#test/given/plan-quickly.ts';
import { givenProblem, type SaidProblem } from '#test/given/problem.ts';
import { tableOf } from './planner/table.ts';
import { explainTalk } from './reasons.ts';

/** Reason and figures of every talk without a time. */
function unplaced(said: SaidProblem, starts?: Record<string, number>) {
  const { instance, judged } = givenProblem(said);
  const talks = starts ? instance.talks.map(({ id }) => ({ id, start: starts[id] ?? null })) : planQuickly(instance).talks;
  const table = tableOf(instance, talks);
  return instance.talks
    .filter((_talk, index) => talks[index]?.start === null)
    .map((talk) => explainTalk(table, talk, judged))
    .map(({ reason, counts }) => ({ reason, counts }));
}

const always = ['0 08:00-17:00', '1 08:00-17:00'];
const pair = { pairs: ['erik>maja'], days: 2 };

describe('why a talk has no time', () => {
  const table: [string, SaidProblem, string, { talks: number; times: number } | null][] = [
    ['the manager is away', { ...pair, busy: { maja: always } }, 'manager-away', null],
    ['the employee is away', { ...pair, busy: { erik: always } }, 'employee-away', null],
    ['the partner is away', { ...pair, busy: { hedda: always }, rules: { partnerId: 'hedda' } }, 'partner-away', null],
    ['their hours do not meet', { ...pair, work: { erik: { from: 1080, to: 1320 } } }, 'no-common-hours', null],
    [
      'they are never free at once',
      { ...pair, busy: { maja: ['0 08:00-12:00', '1 08:00-17:00'], erik: ['0 12:00-17:00'] } },
      'no-common-time',
      null,
    ],
    [
      'the manager has more talks than times',
      { pairs: ['a>maja', 'b>maja', 'c>maja'], days: 1, maxPerDay: 2 },
      'manager-full',
      { talks: 3, times: 2 },
    ],
    ['the employee’s own team is in the way', { pairs: ['maja>vera', 'erik>maja'], days: 1, maxPerDay: 1 }, 'employee-full', null],
    [
      'the partner is in another talk at the only time',
      { pairs: ['a>maja', 'b>vera'], days: 1, rules: { partnerId: 'hedda' }, busy: { hedda: ['0 09:00-17:00'] } },
      'partner-full',
      null,
    ],
  ];
  it.each(table)('%s', (_what, said, reason, counts) => {
    expect(unplaced(said)).toEqual([{ reason, counts }]);
  });

  it('is both of the two, when each of them alone would have a time', () => {
    // Maja is free at nine and at ten with Erik; she has Elin at nine, and Erik holds Kim's at ten.
    const said = { pairs: ['erik>maja', 'elin>maja', 'kim>erik'], days: 1, busy: { maja: ['0 11:00-17:00', '0 08:00-09:00'] } };
    expect(unplaced(said, { elin: 36, kim: 40 })).toEqual([{ reason: 'times-taken', counts: null }]);
  });

  it('is none, when there is a time', () => {
    expect(unplaced({ ...pair, pairs: ['erik>maja', 'elin>maja'] }, { elin: 40 })).toEqual([{ reason: 'time-free', counts: null }]);
  });

  it('is not looked for beyond the window, nor within what the order of talks gave it', () => {
    expect(unplaced({ ...pair, beyond: 5, busy: { maja: always } })[0]).toMatchObject({ reason: 'manager-away' });
    const ordered = { pairs: ['maja>vera', 'erik>maja'], days: 2, rules: { managersFirst: true } };
    expect(unplaced({ ...ordered, busy: { erik: ['1 08:00-17:00'] } }, { maja: 40 })).toEqual([{ reason: 'time-free', counts: null }]);
  });
});
