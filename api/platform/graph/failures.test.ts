import { expect, it } from 'vitest';
import { askedSeconds } from './failures.ts';

it.each<[string | null, number | undefined]>([
  [null, undefined],
  ['0', 0],
  ['7', 7],
  ['999999999', 999_999_999],
  ['1000000000', undefined],
  ['', undefined],
  ['-1', undefined],
  ['1e9', undefined],
  ['9'.repeat(400), undefined],
  ['Infinity', undefined],
  ['Fri, 27 Nov 2026 09:00:00 GMT', undefined],
])('Retry-After of %s asks to wait so many seconds: %s', (asked, seconds) => {
  expect(askedSeconds(new Headers(asked === null ? {} : { 'Retry-After': asked }))).toBe(seconds);
});

it('an answer without headers asks for nothing', () => {
  expect(askedSeconds(undefined)).toBeUndefined();
});
