import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubtful, employmentDays, fewGone, leaversDue, type Gone } from './rules.ts';

const now = new Date('2028-03-31T10:00:00Z');
const dayMs = 86_400_000;
const gone = (personId: string, daysAgo: number): Gone => ({ personId, goneAt: new Date(now.getTime() - daysAgo * dayMs) });
const many = (count: number, daysAgo: number): Gone[] => Array.from({ length: count }, (_, nth) => gone(`p${nth}`, daysAgo + nth / 100));
const nobody: ReadonlySet<string> = new Set();
const due = (all: Gone[], here = 60, held = nobody) =>
  leaversDue({ gone: all, here, believedAt: null }, held, now).map(({ personId }) => personId);

describe('who has left for so long that what was theirs goes', () => {
  it.each([
    ['29 days', [gone('elin', 29)], []],
    ['30 days less a second', [gone('elin', 30 - 1 / 86_400)], []],
    ['30 days', [gone('elin', 30)], ['elin']],
    ['one of two', [gone('elin', 31), gone('erik', 2)], ['elin']],
    ['a fifth at once', many(12, 40), many(12, 40).map(({ personId }) => personId)],
    ['more than a fifth at once', many(16, 40), []],
    [
      'as many, one a day',
      Array.from({ length: 16 }, (_, nth) => gone(`p${nth}`, 40 + nth)),
      Array.from({ length: 16 }, (_, nth) => `p${nth}`),
    ],
    ['a fault beside somebody who left before', [gone('elin', 60), ...many(30, 40)], ['elin']],
  ])('%s', (_when, all, expected) => expect(due(all)).toEqual(expected));

  it('a small company may lose a few at once', () => {
    expect(due(many(fewGone, 40), 4)).toHaveLength(fewGone);
    expect(due(many(fewGone + 1, 40), 4)).toEqual([]);
  });

  it('HR says that they have left: they are believed, and nobody who is gone later', () => {
    const all = [...many(30, 40), ...many(30, 35).map((one) => ({ ...one, personId: `later-${one.personId}` }))];
    const directory = { gone: all, here: 40, believedAt: new Date(now.getTime() - 38 * dayMs) };
    expect(doubtful(directory)).toHaveLength(30);
    expect(leaversDue(directory, nobody, now).every(({ personId }) => !personId.startsWith('later'))).toBe(true);
    expect(leaversDue({ ...directory, believedAt: now }, nobody, now)).toHaveLength(60);
  });

  it('never erases anybody early, under a hold or in doubt, and everybody else in the end', () => {
    const person = fc.record({ daysAgo: fc.double({ min: 0, max: 90, noNaN: true }), held: fc.boolean() });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 40 }), fc.nat({ max: 80 }), (people, here) => {
        const all = people.map(({ daysAgo }, nth) => gone(`p${nth}`, daysAgo));
        const held = new Set(people.flatMap((one, nth) => (one.held ? [`p${nth}`] : [])));
        const directory = { gone: all, here, believedAt: null };
        const found = new Set(leaversDue(directory, held, now).map(({ personId }) => personId));
        const unsure = new Set(doubtful(directory).map(({ personId }) => personId));
        // Said another way: within some day that holds them, more are gone than a fifth.
        const most = Math.max(fewGone, Math.floor((here + all.length) / 5));
        for (const one of all) {
          const crowd = all.some(
            ({ goneAt: from }) =>
              from <= one.goneAt &&
              one.goneAt.getTime() < from.getTime() + dayMs &&
              all.filter(({ goneAt }) => goneAt >= from && goneAt.getTime() < from.getTime() + dayMs).length > most,
          );
          expect(unsure.has(one.personId)).toBe(crowd);
          const old = now.getTime() - one.goneAt.getTime() >= employmentDays * dayMs;
          expect(found.has(one.personId)).toBe(old && !crowd && !held.has(one.personId));
        }
      }),
    );
  });
});
