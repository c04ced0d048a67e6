import { describe, expect, it } from 'vitest';
import { profileOf, type Profile } from './preferences.ts';

/** Cost of a talk that begins on this local weekday (0 Sunday) at this minute, as planner.md counts it. */
const costAt = ({ dayCost, bands }: Profile, weekday: number, minute: number): number =>
  bands.reduce((sum, [from, to, cost]) => (minute >= from && minute < to ? sum + cost : sum), dayCost[weekday] ?? 0);
import { usualRules } from './usual-rules.ts';

const at = (hour: number, minute = 0): number => hour * 60 + minute;
const [monday, friday, sunday] = [1, 5, 0];

describe('preferences', () => {
  it('like whole and half hours, keep lunch and the edges of the day, and leave Friday for last', () => {
    const usual = profileOf(usualRules, [], 60);
    const good = costAt(usual, monday, at(10));
    expect(good).toBe(0);
    for (const worse of [at(10, 15), at(11, 30), at(12), at(8), at(16)]) expect(costAt(usual, monday, worse)).toBeGreaterThan(good);
    expect(costAt(usual, monday, at(13))).toBe(0);
    expect(costAt(usual, friday, at(10))).toBeGreaterThan(good);
  });

  it('follow HR: avoided weekdays and hours cost, and so does everything beside what is preferred', () => {
    const hours = [{ from: at(9), to: at(11) }];
    const avoid = profileOf({ ...usualRules, avoidWeekdays: [7], avoidHours: hours }, [], 60);
    expect(costAt(avoid, sunday, at(13))).toBeGreaterThan(costAt(avoid, monday, at(13)));
    // 08:30 reaches into what is avoided.
    expect(costAt(avoid, monday, at(8, 30))).toBeGreaterThan(costAt(avoid, monday, at(8)));
    expect(costAt(avoid, monday, at(11))).toBe(0);
    const prefer = profileOf({ ...usualRules, preferWeekdays: [1], preferHours: hours }, [], 60);
    expect([at(9), at(9, 30), at(10)].map((minute) => costAt(prefer, monday, minute))).toEqual([0, 0, 0]);
    for (const beside of [at(8), at(10, 30), at(13)]) expect(costAt(prefer, monday, beside)).toBeGreaterThan(0);
    expect(costAt(prefer, 2, at(9))).toBeGreaterThan(0);
  });

  it('follow a person’s own wish, less strongly than HR’s, and never a blocked time, which is taken', () => {
    const wish = { kind: 'preferred', weekday: 1, from: at(13), to: at(15) } as const;
    const own = profileOf(usualRules, [wish, { ...wish, kind: 'blocked', weekday: 2 }], 60);
    expect(costAt(own, monday, at(14))).toBe(0);
    expect(costAt(own, monday, at(10))).toBe(costAt(own, 2, at(14)));
    const both = profileOf({ ...usualRules, avoidWeekdays: [1] }, [wish], 60);
    expect(costAt(both, monday, at(14))).toBeGreaterThan(costAt(both, 2, at(14)));
  });
});
