import { describe, expect, it } from 'vitest';
import { zoneOf } from './zone.ts';

describe('zoneOf', () => {
  it.each([
    ['W. Europe Standard Time', 'sv-SE', 'Europe/Stockholm'],
    ['W. Europe Standard Time', 'de-DE', 'Europe/Berlin'],
    ['GMT Standard Time', 'en-GB', 'Europe/London'],
    ['Europe/Helsinki', null, 'Europe/Helsinki'],
    ['UTC', null, 'UTC'],
  ])('%s of %s is %s', (name, locale, zone) => {
    expect(zoneOf(name, locale)).toBe(zone);
  });

  it.each([null, '', 'Nowhere Standard Time'])('falls back to the zone of the browser for %j', (name) => {
    expect(zoneOf(name, 'sv-SE')).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
