import { describe, expect, it } from 'vitest';
import { nameIn, othersIn } from './use-present.ts';

const among = (...states: unknown[]) => ({ getStates: () => new Map(states.map((state, at) => [at, state as Record<string, unknown>])) });

describe('who is here', () => {
  it('is each of the others once, without one’s own other windows', () => {
    const here = among({ user: { id: 'me', name: 'Maja' } }, { user: { id: 'e', name: 'Erik' } }, { user: { id: 'e', name: 'Erik' } });
    expect(othersIn(here, 'me')).toEqual(['Erik']);
  });

  it.each([[{}], [{ user: null }], [{ user: 'Erik' }], [{ user: { id: 7, name: 'Erik' } }], [{ user: { id: 'e', name: { x: 1 } } }]])(
    'is nobody when another’s program says %j',
    (state) => expect(othersIn(among(state), 'me')).toEqual([]),
  );

  it('has names of a length that fits', () => expect(nameIn({ name: 'x'.repeat(5_000) })).toHaveLength(60));
});
