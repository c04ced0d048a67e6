/** Initials from names as people write them. */
import { describe, expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

describe('initials', () => {
  it.each([
    ['Anna Lindqvist', 'AL'],
    ['Åsa', 'Å'],
    ['Karl Johan  af Ugglas', 'KU'],
    ['', ''],
    ['𝒜da Ek', '𝒜E'],
  ])('of "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
