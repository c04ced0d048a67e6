import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlesIn, levelsOf } from './line.ts';

/** `employee>manager`. */
const pairs = (...said: string[]) => said.map((one) => ({ employeeId: one[0] ?? '', managerId: one[2] ?? '' }));

describe('the line of managers', () => {
  it('counts from its top', () => {
    const levels = levelsOf(pairs('b>a', 'c>b', 'd>c', 'e>b'));
    expect([...levels].sort()).toEqual([
      ['b', 1],
      ['c', 2],
    ]);
  });

  it('has no first in a circle, and none below it', () => {
    expect([...levelsOf(pairs('a>b', 'b>a', 'c>b', 'd>c')).keys()]).toEqual([]);
  });

  it('names each circle once', () => {
    expect(circlesIn(pairs('c>a', 'a>b', 'b>c', 'd>a', 'e>f', 'f>e'))).toEqual([
      ['a', 'b', 'c'],
      ['e', 'f'],
    ]);
    expect(circlesIn(pairs('a>a', 'b>a'))).toEqual([]);
  });

  it('comes to an end whatever the directory says', () => {
    const person = fc.integer({ min: 0, max: 9 }).map(String);
    const line = fc.uniqueArray(fc.record({ employeeId: person, managerId: person }), { selector: ({ employeeId }) => employeeId });
    fc.assert(
      fc.property(line, (any) => {
        const inCircles = circlesIn(any).flat();
        expect(new Set(inCircles).size).toBe(inCircles.length);
        for (const id of levelsOf(any).keys()) expect(inCircles).not.toContain(id);
      }),
    );
  });
});
