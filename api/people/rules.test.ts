import { IANAZone } from 'luxon';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf, timeZoneOf } from './rules.ts';

describe('the language of a person', () => {
  it.each([
    ['sv-SE', 'sv'],
    ['sv', 'sv'],
    ['SV-fi', 'sv'],
    ['en-GB', 'en'],
    ['nb-NO', 'en'],
    ['svx', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('%s: %s', (locale, language) => expect(languageOf(locale)).toBe(language));
});

describe('the time zone of a person', () => {
  it.each([
    ['an IANA zone', 'Europe/Stockholm', 'sv-SE', 'Europe/Stockholm'],
    ['a Windows zone with a country', 'W. Europe Standard Time', 'sv-SE', 'Europe/Stockholm'],
    ['a Windows zone with another country', 'W. Europe Standard Time', 'nb-NO', 'Europe/Oslo'],
    ['a Windows zone that the country does not have', 'Tokyo Standard Time', 'sv-SE', 'Asia/Tokyo'],
    ['a Windows zone without a country', 'FLE Standard Time', null, 'Europe/Kiev'],
    ['a language without a country', 'Tokyo Standard Time', 'sv', 'Asia/Tokyo'],
    ['UTC', 'UTC', 'sv-SE', 'Etc/UTC'],
    ['no name', null, 'sv-SE', 'Etc/UTC'],
    ['an empty name', '', null, 'Etc/UTC'],
    ['a name nobody knows', 'Customized Time Zone', 'sv-SE', 'Etc/UTC'],
  ])('%s', (_what, name, locale, zone) => expect(timeZoneOf(name, locale)).toBe(zone));

  it.each([
    [null, 'Europe/Oslo'],
    ['Customized Time Zone', 'Europe/Oslo'],
    ['UTC', 'Etc/UTC'],
    ['Asia/Tokyo', 'Asia/Tokyo'],
  ])('%s: %s where the person’s own is Oslo', (name, zone) => expect(timeZoneOf(name, null, 'Europe/Oslo')).toBe(zone));

  it('is one that exists, whatever Outlook says', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), fc.option(fc.string()), (name, locale) => {
        expect(IANAZone.isValidZone(timeZoneOf(name, locale))).toBe(true);
      }),
    );
  });
});
