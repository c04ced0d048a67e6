/** What the smallest group is held to. What is counted of groups is tested with the counts (api/insight, api/agreement, api/development). */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fewest, wholeRuns } from '#api/privacy/rules/groups.ts';

it('never shows fewer than the five people that people are promised', () => expect(fewest).toBe(5));

it('counts people so that between any two looks five or more are added, five or more are gone, or nobody', () => {
  const people = fc.nat({ max: 40 });
  fc.assert(
    fc.property(people, people, fc.uniqueArray(people), fc.uniqueArray(people), (one, other, outAtOne, outAtOther) => {
      const look = (many: number, out: number[]): number[] =>
        wholeRuns(
          Array.from({ length: many }, (_person, at) => at),
          (person) => !out.includes(person),
        );
      const [before, after] = [look(one, outAtOne), look(other, outAtOther)];
      for (const shown of [before, after]) expect(shown.length % fewest).toBe(0);
      for (const [from, to] of [
        [before, after],
        [after, before],
      ] as const) {
        const differs = from.filter((person) => !to.includes(person)).length;
        expect(differs === 0 || differs >= fewest).toBe(true);
      }
      expect(before.some((person) => outAtOne.includes(person))).toBe(false);
    }),
  );
});

it('leaves nobody out who stands in a full run', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'];
  expect(wholeRuns(all, () => true)).toEqual(all.slice(0, 10));
  expect(wholeRuns(all, (one) => one !== 'b')).toEqual(all.slice(5, 10));
  expect(wholeRuns(all.slice(0, 4), () => true)).toEqual([]);
});
