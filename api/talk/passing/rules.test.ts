/** To whom what was passed on counts, and until when: never anybody it was not meant for, nor after somebody else has come, nor once taken back. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayPassOn, passedTo, withPassed, withTakenBack, type Passed } from './rules.ts';

const day = (of: number): Date => new Date(Date.UTC(2027, 0, of));
const given = (some: Partial<Passed> = {}): Passed => ({ what: 'shared-notes', to: 'henrik', at: day(10), backAt: null, ...some });
const heldBy = (managerId: string, on: number) => ({ managerId, createdAt: day(on) });
const whatOf = (passed: Passed[], who: string, talks: Parameters<typeof passedTo>[2]) =>
  passedTo({ passed }, who, talks).map(({ what }) => what);

describe('what was passed on', () => {
  const talks = [heldBy('maja', 1), heldBy('henrik', 5)];

  it.each<[string, Passed[], string, Parameters<typeof passedTo>[2], Passed['what'][]]>([
    ['counts for the one it was meant for', [given()], 'henrik', talks, ['shared-notes']],
    ['counts for nobody else', [given()], 'vera', talks, []],
    ['counts no more once taken back', [given({ backAt: day(11) })], 'henrik', talks, []],
    ['counts on when the same manager has another talk', [given()], 'henrik', [...talks, heldBy('henrik', 20)], ['shared-notes']],
    ['is over when somebody else comes', [given()], 'henrik', [...talks, heldBy('vera', 20)], []],
    ['is over also when they come back', [given()], 'henrik', [...talks, heldBy('vera', 20), heldBy('henrik', 30)], []],
    [
      'is over when a talk of theirs goes to somebody else, and comes back',
      [given()],
      'henrik',
      [
        {
          ...heldBy('henrik', 5),
          handOvers: [
            { from: 'henrik', to: 'vera', at: day(20), by: 'hedda' },
            { from: 'vera', to: 'henrik', at: day(25), by: 'hedda' },
          ],
        },
      ],
      [],
    ],
    [
      'counts on when a talk that was set up with somebody else before came to them',
      [given()],
      'henrik',
      [{ ...heldBy('henrik', 5), handOvers: [{ from: 'maja', to: 'henrik', at: day(9), by: 'hedda' }] }],
      ['shared-notes'],
    ],
    [
      'is over when the two part in a talk that has begun',
      [given()],
      'henrik',
      [{ ...heldBy('henrik', 5), partedAt: day(20), parting: { to: 'vera', at: day(12), by: 'hedda', choice: null, chosenAt: null } }],
      [],
    ],
  ])('%s', (_title, passed, who, ofEmployee, counts) => expect(whatOf(passed, who, ofEmployee)).toEqual(counts));

  it('counts for at most one person at a time, whatever is passed on and taken back, and whoever comes', () => {
    const person = fc.constantFrom('maja', 'henrik', 'vera');
    const what = fc.constantFrom('preparation' as const, 'shared-notes' as const);
    const happening = fc.oneof(
      fc.record({ kind: fc.constant('comes' as const), who: person }),
      fc.record({ kind: fc.constant('passes' as const), what }),
      fc.record({ kind: fc.constant('takes back' as const), what }),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
        const held = [heldBy('maja', 0)];
        let passed: Passed[] = [];
        let open = new Set<string>();
        happenings.forEach((one, index) => {
          const now = index + 1;
          const manager = held.at(-1)?.managerId ?? '';
          if (one.kind === 'comes') {
            held.push(heldBy(one.who, now));
            if (one.who !== manager) open = new Set();
          } else if (one.kind === 'passes') {
            passed = withPassed(passed, one.what, manager, day(now));
            open.add(one.what);
          } else {
            passed = withTakenBack(passed, one.what, day(now));
            open.delete(one.what);
          }
        });
        const manager = held.at(-1)?.managerId ?? '';
        expect(new Set(whatOf(passed, manager, held))).toEqual(open);
        for (const other of ['maja', 'henrik', 'vera'].filter((who) => who !== manager)) expect(whatOf(passed, other, held)).toEqual([]);
        expect(passed.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

it.each([
  [null, 'henrik', true, 'not-handed-over'],
  ['vera', 'henrik', true, 'stale'],
  ['henrik', 'henrik', false, 'nothing-to-pass-on'],
  ['henrik', 'henrik', true, null],
])('With %s as the manager of now, named %s, and something there (%s): %s', (managerId, named, there, reason) =>
  expect(mayPassOn(managerId, named, there)?.reason ?? null).toBe(reason),
);
