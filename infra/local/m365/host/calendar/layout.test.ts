import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursShown, placeInDay, type Slot } from './layout.ts';

const slot = fc
  .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 20, max: 300 }))
  .map(([from, length]): Slot => ({ from, to: from + length }));

describe('placeInDay', () => {
  it('puts overlapping items beside each other, and gives the next one the whole width again', () => {
    const placed = placeInDay([
      { from: 60, to: 120 },
      { from: 90, to: 150 },
      { from: 150, to: 180 },
    ]);
    expect(placed.map(({ column, columns }) => [column, columns])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  it('uses a column again that has become free', () => {
    const placed = placeInDay([
      { from: 0, to: 300 },
      { from: 0, to: 60 },
      { from: 60, to: 120 },
    ]);
    expect(placed.map(({ column, columns }) => [column, columns])).toEqual([
      [0, 2],
      [1, 2],
      [1, 2],
    ]);
  });

  it('never lets two items cover each other, and loses none', () => {
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 12 }), (items) => {
        const placed = placeInDay(items);
        expect(placed).toHaveLength(items.length);
        for (const a of placed) {
          expect(a.column).toBeLessThan(a.columns);
          for (const b of placed) if (a !== b && a.column === b.column) expect(a.to <= b.from || b.to <= a.from).toBe(true);
        }
      }),
    );
  });
});

describe('hoursShown', () => {
  it('shows a working day, more when something lies outside, never more than the day', () => {
    expect(hoursShown([])).toEqual({ first: 8, last: 18 });
    expect(
      hoursShown([
        { from: 6 * 60 + 30, to: 7 * 60 },
        { from: 18 * 60, to: 19 * 60 + 5 },
      ]),
    ).toEqual({ first: 6, last: 20 });
    expect(hoursShown([{ from: 0, to: 2000 }])).toEqual({ first: 0, last: 24 });
  });
});
