/** From a line of the notes to the beginning of an agreement. */
import { describe, expect, it } from 'vitest';
import { agreementLimit } from '#api/agreement/contract.ts';
import { agreementFrom } from './use-line.ts';

describe('a line of the notes', () => {
  it.each([
    ['', ''],
    ['  A course in spring  ', 'A course in spring'],
    ['- A course in spring', 'A course in spring'],
    ['\u2022 A course', 'A course'],
    ['2. A course', 'A course'],
    ['[x] A course', 'A course'],
    ['2027 is the year', '2027 is the year'],
    ['-20 % less travel', '-20 % less travel'],
    ['En kurs i vår 🌊', 'En kurs i vår 🌊'],
  ])('%j begins %j', (line, text) => expect(agreementFrom(line, 'erik')).toEqual({ text, ownerId: 'erik', due: null }));

  it('is no longer than an agreement may be, and broken in no character', () => {
    const { text } = agreementFrom('🌊'.repeat(agreementLimit), 'erik');
    expect(text.length).toBeLessThanOrEqual(agreementLimit);
    expect(text).toBe('🌊'.repeat(agreementLimit / 2));
  });
});
