import { describe, expect, it } from 'vitest';
import { items, type Item } from '../contract.ts';
import { exported, kept, keptNowhere } from './kept.ts';
import { mayEver } from './policy.ts';

describe('what is kept of people', () => {
  it('has a place for every item of the policy table', () => {
    const placed = new Set([...Object.values(kept).flatMap(({ words }) => words), ...keptNowhere]);
    expect([...placed].sort()).toEqual([...items].sort());
    for (const item of keptNowhere) expect(Object.values(kept).some(({ words }) => words.includes(item))).toBe(false);
  });

  it('lets whatever leads to somebody end, and go with them', () => {
    for (const [name, { goesWith, ends }] of Object.entries(kept))
      if (goesWith !== 'nobody') expect({ name, ends: ends.length > 0 }).toEqual({ name, ends: true });
  });

  it('puts nothing into anybody’s export that the policy table never lets them read', () => {
    for (const [item, sides] of Object.entries(exported) as [Item, ('employee' | 'manager')[]][])
      for (const side of sides) expect({ item, side, may: mayEver(item, 'read', side) }).toEqual({ item, side, may: true });
    // Row 13, "without 1": not even the manager of the talk.
    expect(exported['preparation-draft']).toEqual(['employee']);
  });
});
