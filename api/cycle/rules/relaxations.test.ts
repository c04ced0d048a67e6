/** Every change that is proposed really gives the talk a time: each is applied and planned again, on examples and on random organisations. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputOf, problemOf, randomInput, secondOf, type SaidProblem } from '#test/given/problem.ts';
import { instanceOf, type InstanceInput } from './instance-of.ts';
import { planQuickly } from '#test/given/plan-quickly.ts';
import { everybodyIn, tableOf } from './planner/table.ts';
import { explainTalk } from './reasons.ts';
import type { RelaxRecord } from './relaxations.ts';

/** The plan, and for each talk without a time the changes that are proposed, the cheapest first. */
function relaxed(
  input: InstanceInput,
  above?: string[],
): { planned: Map<string, number | null>; found: { id: string; changes: RelaxRecord[] }[] } {
  const { instance, judged } = problemOf(input, above);
  const { talks } = planQuickly(instance);
  const table = tableOf(instance, talks);
  return {
    planned: new Map(talks.map(({ id, start }) => [id, start])),
    found: instance.talks
      .filter((_talk, index) => talks[index]?.start === null)
      .map((talk) => {
        const { relax, others } = explainTalk(table, talk, judged);
        return { id: talk.id, changes: relax ? [relax, ...others] : others };
      }),
  };
}
const [monday, tuesday] = ['0 08:00-17:00', '1 08:00-17:00'];

describe('the cheapest change', () => {
  const table: [string, SaidProblem, RelaxRecord | null][] = [
    ['one more talk a day', { pairs: ['a>maja', 'b>maja'], days: 1, maxPerDay: 1 }, { kind: 'more-per-day', maxPerDay: 2 }],
    ['a quarter less', { pairs: ['a>maja'], days: 1, busy: { maja: ['0 08:45-17:00'] } }, { kind: 'shorter-talk', lengthMinutes: 45 }],
    [
      'some days more',
      { pairs: ['a>maja'], days: 2, beyond: 5, busy: { maja: [monday, tuesday] } },
      { kind: 'longer-window', windowTo: '2027-02-03' },
    ],
    [
      'no time around it',
      { pairs: ['a>maja'], days: 1, bufferMinutes: 60, busy: { maja: ['0 08:00-12:00', '0 13:00-17:00'] } },
      { kind: 'without-buffer' },
    ],
    [
      'without the partner',
      { pairs: ['a>maja'], days: 1, rules: { partnerId: 'hedda' }, busy: { hedda: [monday] } },
      { kind: 'without-extra' },
    ],
    [
      'the manager’s manager holds it',
      { pairs: ['a>maja', 'maja>vera'], days: 1, work: { maja: { days: [] } } },
      { kind: 'other-person', managerId: 'vera' },
    ],
    [
      'the manager’s manager holds it, who has nobody in the cycle',
      { pairs: ['a>maja', 'b>lisa'], above: ['maja>vera'], days: 1, work: { maja: { days: [] } }, busy: { lisa: [monday] } },
      { kind: 'other-person', managerId: 'vera' },
    ],
    [
      'nothing, where it is the manager’s manager who talks with them',
      { pairs: ['a>maja'], above: ['maja>a'], days: 1, work: { maja: { days: [] } } },
      null,
    ],
    ['nothing', { pairs: ['a>maja'], days: 1, beyond: 14, work: { a: { days: [] } } }, null],
  ];
  it.each(table)('%s', (_what, said, relax) => {
    expect(relaxed(inputOf(said), said.above).found.find(({ id }) => id === 'a' || id === 'b')?.changes[0] ?? null).toEqual(relax);
  });

  it('gives the talk a time while all others stay, in any organisation', () => {
    const tried = new Set<string>();
    fc.assert(
      fc.property(
        fc.integer(),
        fc.double({ min: 0.5, max: 0.9, noNaN: true }),
        fc.integer({ min: 1, max: 3 }),
        (seed, busyShare, maxPerDay) => {
          const random = randomInput({ seed, talks: 24, busyShare, days: 5 });
          const second = secondOf({ people: [], from: 5, until: 19 });
          const input = { ...random, second, settings: { ...random.settings, maxPerDay } };
          const { planned: before, found } = relaxed(input);
          const proposed = found.flatMap(({ id, changes }) => changes.map((relax) => ({ id, relax })));
          for (const { id, relax } of proposed) {
            tried.add(relax.kind);
            const changed = changedBy(input, id, relax);
            const one = changed.talks.find((talk) => talk.id === id);
            // Only who is in it can be in its way.
            const near = changed.talks.filter((talk) => one && everybodyIn(talk).some((person) => everybodyIn(one).includes(person)));
            const talks = near.flatMap((talk) => {
              const start = before.get(talk.id) ?? null;
              if (talk.id === id) return [{ ...talk, notBefore: relax.kind === 'second-window' ? talk.notBefore : 0 }];
              return start === null ? [] : [{ ...talk, booked: { start, room: null, locked: true } }];
            });
            const again = planQuickly({ ...changed, talks }).talks;
            expect(again.find((one) => one.id === id)?.start, `${id} ${JSON.stringify(relax)}`).not.toBeNull();
          }
        },
      ),
      { numRuns: 5 },
    );
    expect(tried.size).toBeGreaterThan(2);
    expect(tried).toContain('second-window');
  });
});

/** The settings as HR's press of the button leaves them. */
function changedBy(input: InstanceInput, id: string, relax: RelaxRecord) {
  const { settings, rules } = input;
  switch (relax.kind) {
    case 'more-per-day':
      return instanceOf({ ...input, settings: { ...settings, maxPerDay: relax.maxPerDay } });
    case 'shorter-talk':
      return instanceOf({ ...input, settings: { ...settings, lengthMinutes: relax.lengthMinutes } });
    case 'without-buffer':
      return instanceOf({ ...input, settings: { ...settings, bufferMinutes: 0 } });
    case 'longer-window': {
      const days = Math.round((Date.parse(`${relax.windowTo}T00:00:00Z`) - Date.parse('2027-01-31T00:00:00Z')) / 86_400_000);
      return instanceOf({ ...input, windowSlots: days * 96 });
    }
    case 'second-window': {
      const days = (iso: string): number => Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.parse('2027-02-01T00:00:00Z')) / 86_400_000);
      return instanceOf({ ...input, second: secondOf({ people: [id], from: days(relax.from), until: days(relax.to) + 1 }) });
    }
    case 'other-person': {
      const pairs = input.pairs.map((pair) => (pair.employeeId === id ? { ...pair, managerId: relax.managerId } : pair));
      return instanceOf({ ...input, pairs });
    }
    case 'without-room':
    case 'without-extra':
      return instanceOf({ ...input, rules: { ...rules, partnerId: null } });
  }
}
