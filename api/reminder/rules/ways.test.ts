import { describe, expect, it } from 'vitest';
import { clockKinds, kinds, ways } from '../contract.ts';
import { groupKind, isAlike, mayShare, waitsForReturn, waysOf } from './ways.ts';

describe('on which ways', () => {
  it('tries each once, for every kind and choice', () => {
    for (const kind of kinds)
      for (const first of ['usual', ...ways] as const) expect([...waysOf(kind, { first })].sort()).toEqual([...ways].sort());
  });

  it('begins with the feed, for a preparation with the card', () => {
    expect(waysOf('talk-tomorrow', { first: 'usual' })).toEqual(['feed', 'card', 'mail']);
    expect(waysOf('preparation-due', { first: 'usual' })).toEqual(['card', 'feed', 'mail']);
  });

  it('begins with what the person wants first', () => {
    expect(waysOf('preparation-due', { first: 'mail' })).toEqual(['mail', 'card', 'feed']);
    expect(waysOf('cycle-soon', { first: 'card' })).toEqual(['card', 'feed', 'mail']);
  });
});

describe('what is told together', () => {
  it('is what the clock made and can wait', () => {
    expect(kinds.filter(mayShare)).not.toContain('talk-now');
    expect(kinds.filter(mayShare)).toContain('preparation-due');
    expect(mayShare('talk-moved')).toBe(false);
    expect(mayShare('cycle-soon')).toBe(false);
  });

  it('waits for who is away unless it is news or begins in a moment', () => {
    expect(kinds.filter(waitsForReturn)).toEqual(clockKinds.filter((kind) => kind !== 'talk-now'));
  });

  it('to many people is what says the same to all', () => expect(kinds.filter(isAlike)).toEqual(['preparation-soon']));

  it('is known by its group', () => {
    expect([groupKind(null), groupKind('alike/1'), groupKind('several/1')]).toEqual([null, 'alike', 'several']);
  });
});
