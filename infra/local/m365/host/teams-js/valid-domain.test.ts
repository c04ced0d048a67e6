import { describe, expect, it } from 'vitest';
import { isValidDomain } from './valid-domain.ts';

describe('isValidDomain', () => {
  it.each([
    ['https://samtal.example/meeting', ['samtal.example']],
    ['http://localhost:5001/', ['localhost:5001']],
    ['https://app.samtal.example', ['other.example', '*.Samtal.example']],
    ['https://a.b.samtal.example', ['*.*.samtal.example']],
  ])('lets %s in with %j', (address, domains) => {
    expect(isValidDomain(address, domains)).toBe(true);
  });

  it.each([
    ['https://samtal.example.evil.example', ['samtal.example']],
    ['http://localhost:5002/', ['localhost:5001']],
    ['https://a.b.samtal.example', ['*.samtal.example']],
    ['https://samtal.example', ['*.samtal.example']],
    ['https://user:samtal.example@evil.example/', ['samtal.example']],
    ['javascript:alert(1)//samtal.example', ['samtal.example']],
    ['not an address', ['*']],
    ['https://samtal.example', []],
  ])('keeps %s out with %j', (address, domains) => {
    expect(isValidDomain(address, domains)).toBe(false);
  });
});
