import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canKeep, keepPlace, takePlace, type Kept } from './wanted-place.ts';

function store(): Kept {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const origin = (path: string): string => new URL(path, 'https://samtal.example').origin;

describe('the place that a link named', () => {
  it.each(['/talks/t-1/prepare', '/agreements/team', '/hr/cycles/new/when', '/my-talk'])('is there after signing in: %s', (path) => {
    const kept = store();
    keepPlace(kept, path);
    expect(takePlace(kept)).toBe(path);
    expect(takePlace(kept)).toBe('/my-talk');
  });

  it('is a page of Samtal, whatever is kept: no other site can be reached', () => {
    const evil = fc.constantFrom(
      'https://evil.example',
      '//evil.example/x',
      '/\\evil.example',
      'javascript:alert(1)',
      '/talks/../..//evil.example',
    );
    fc.assert(
      fc.property(fc.oneof(evil, fc.string()), (path) => {
        const kept = store();
        kept.setItem('samtal.place', path);
        expect(origin(takePlace(kept))).toBe('https://samtal.example');
        keepPlace(kept, path);
        expect(origin(takePlace(kept))).toBe('https://samtal.example');
      }),
    );
  });
});

it('knows a browser that keeps nothing, or throws', () => {
  expect(canKeep(store)).toBe(true);
  expect(canKeep(() => ({ ...store(), setItem: () => undefined }))).toBe(false);
  expect(
    canKeep(() => {
      throw new Error('blocked');
    }),
  ).toBe(false);
});
