import { describe, expect, it } from 'vitest';
import { readClaims } from './read-claims.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('readClaims', () => {
  it('shows the claims, names with accents as well', () => {
    expect(JSON.parse(readClaims(`${part({ alg: 'RS256' })}.${part({ name: 'Åsa Öberg?>~', oid: '1' })}.x`))).toEqual({
      name: 'Åsa Öberg?>~',
      oid: '1',
    });
  });

  it.each(['', 'abc', 'a.b.c', 'a.%%%.c'])('shows nothing for %j', (token) => {
    expect(readClaims(token)).toBe('');
  });
});
