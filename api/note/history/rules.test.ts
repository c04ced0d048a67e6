import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, stepsOf, stoodAt, stretchesOf, type Writing } from './rules.ts';

const at = (minute: number): Date => new Date(Date.UTC(2027, 1, 1, 9, 0, minute * 60));
const wrote = (by: string, from: number, to = from): Writing => ({ by: [by], from: at(from), to: at(to) });
const before: Writing = { by: [], from: null, to: null };

describe('steps', () => {
  it.each<[string, Writing[], [string, number, number][]]>([
    ['nothing', [], []],
    ['one piece', [wrote('anna', 0)], [['anna', 0, 0]]],
    ['two who write together', [wrote('anna', 0), wrote('bo', 1), wrote('anna', 2)], [['anna bo', 0, 2]]],
    ['a pause of two minutes', [wrote('anna', 0), wrote('anna', 2)], [['anna', 0, 2]]],
    [
      'a longer pause',
      [wrote('anna', 0), wrote('bo', 2.1)],
      [
        ['anna', 0, 0],
        ['bo', 2.1, 2.1],
      ],
    ],
    [
      'more than five minutes without a pause',
      [0, 1, 2, 3, 4, 5, 6, 7].map((minute) => wrote('anna', minute)),
      [
        ['anna', 0, 5],
        ['anna', 6, 7],
      ],
    ],
    ['what was there before', [before, before, wrote('anna', 3)], [['anna', 3, 3]]],
  ])('of %s', (_what, pieces, steps) => {
    expect(stepsOf(pieces)).toEqual(steps.map(([by, from, to]) => ({ by: by.split(' '), from: at(from), to: at(to) })));
  });

  it('hold every piece once and in order, whatever was folded when', () => {
    const piece = fc.record({ by: fc.constantFrom('anna', 'bo'), gap: fc.double({ min: 0, max: 4, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(30), fc.boolean(), (pieces, cut, older) => {
        let minute = 0;
        const written = pieces.map(({ by, gap }) => wrote(by, (minute += gap)));
        const all = older ? [before, ...written] : written;
        expect(stretchesOf(all).flat()).toEqual(all);
        // Folded at any place: the same writers, from the same beginning to the same end, and nothing out of order.
        const folded = [...stretchesOf(all.slice(0, cut)).map(joined), ...all.slice(cut)];
        const [whole, inParts] = [stepsOf(all), stepsOf(folded)];
        expect([inParts[0]?.from, inParts.at(-1)?.to]).toEqual([whole[0]?.from, whole.at(-1)?.to]);
        expect(new Set(inParts.flatMap(({ by }) => by))).toEqual(new Set(whole.flatMap(({ by }) => by)));
        inParts.forEach(({ from, to }, place) => {
          expect(from <= to && (inParts[place + 1]?.from ?? to) >= to).toBe(true);
        });
      }),
    );
  });
});

describe('what stood there', () => {
  it.each<[Writing, number, boolean]>([
    [before, 0, true],
    [wrote('anna', 1, 2), 1, false],
    [wrote('anna', 1, 2), 2, true],
    [wrote('anna', 1, 2), 3, true],
  ])('%j at minute %d: %s', (piece, minute, stood) => expect(stoodAt(piece, at(minute))).toBe(stood));
});
