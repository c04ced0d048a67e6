import { describe, expect, it } from 'vitest';
import { givenProblem, type SaidProblem } from '#test/given/problem.ts';
import { deskOf } from './desk.ts';
import { planQuickly } from '#test/given/plan-quickly.ts';
import { countsOf, reasonOf, timesOf } from './reasons.ts';

function unplaced(said: SaidProblem) {
  const { instance, judged } = givenProblem(said);
  const desk = deskOf(instance, planQuickly(instance), judged.windowSlots);
  return desk.jobs
    .filter(({ slot }) => slot === null)
    .map((job) => ({ reason: reasonOf(desk, job), counts: countsOf(desk, job.talk.manager, judged.windowSlots) }));
}

const always = ['0 08:00-17:00', '1 08:00-17:00'];
const pair = { pairs: ['erik>maja'], days: 2 };

describe('why a talk has no time', () => {
  const table: [string, SaidProblem, string, { talks: number; times: number }][] = [
    ['the manager is away', { ...pair, busy: { maja: always } }, 'manager-away', { talks: 1, times: 0 }],
    ['the employee is away', { ...pair, busy: { erik: always } }, 'employee-away', { talks: 1, times: 6 }],
    ['the partner is away', { ...pair, busy: { hedda: always }, rules: { partnerId: 'hedda' } }, 'partner-away', { talks: 1, times: 6 }],
    ['their hours do not meet', { ...pair, work: { erik: { from: 1080, to: 1320 } } }, 'no-common-hours', { talks: 1, times: 6 }],
    [
      'they are never free at once',
      { ...pair, busy: { maja: ['0 08:00-12:00', '1 08:00-17:00'], erik: ['0 12:00-17:00'] } },
      'no-common-time',
      { talks: 1, times: 3 },
    ],
    [
      'the manager has more talks than times',
      { pairs: ['a>maja', 'b>maja', 'c>maja'], days: 1, maxPerDay: 2 },
      'manager-full',
      { talks: 3, times: 2 },
    ],
    [
      'the employee’s own team is in the way',
      { pairs: ['maja>vera', 'erik>maja'], days: 1, maxPerDay: 1, busy: { vera: [] } },
      'employee-full',
      { talks: 1, times: 1 },
    ],
    [
      'the partner is in another talk at the only time',
      { pairs: ['a>maja', 'b>vera'], days: 1, rules: { partnerId: 'hedda' }, busy: { hedda: ['0 09:00-17:00'] } },
      'partner-full',
      { talks: 1, times: 3 },
    ],
  ];
  it.each(table)('%s', (_what, said, reason, counts) => {
    expect(unplaced(said)).toEqual([{ reason, counts }]);
  });

  it('is not looked for beyond the window', () => {
    expect(unplaced({ ...pair, beyond: 5, busy: { maja: always } })[0]).toMatchObject({ reason: 'manager-away' });
  });
});

describe('possible times of a manager', () => {
  const times = (
    said: Partial<SaidProblem>,
    part: { dur?: number; gap?: number; maxPerDay?: number } = {},
    withoutBuffer = false,
  ): number => {
    const { instance, judged } = givenProblem({ pairs: ['erik>maja'], days: 2, ...said });
    const maja = deskOf(instance, { talks: [] }, judged.windowSlots).people.get('maja');
    if (!maja) throw new Error('Maja is missing');
    return timesOf(maja, { dur: 4, gap: 0, maxPerDay: 12, until: judged.windowSlots, ...part }, withoutBuffer);
  };
  it('are counted day by day, with the time between and the most per day', () => {
    expect(times({})).toBe(18);
    expect(times({}, { gap: 1 })).toBe(14);
    expect(times({}, { maxPerDay: 3 })).toBe(6);
    expect(times({}, { dur: 8 })).toBe(8);
    const busy = { maja: ['0 08:00-17:00', '1 09:30-17:00'] };
    expect(times({ busy })).toBe(1);
    expect(times({ busy, bufferMinutes: 45 })).toBe(0);
    expect(times({ busy, bufferMinutes: 45 }, {}, true)).toBe(1);
  });
});
