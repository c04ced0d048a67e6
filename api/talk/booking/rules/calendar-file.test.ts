/** The calendar file: what it says, and that any words survive it whatever is in them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile, entryIdOf } from './calendar-file.ts';

const entry = {
  talkId: 't1',
  version: 3,
  start: new Date('2027-03-28T06:30:00Z'),
  end: new Date('2027-03-28T07:30:00Z'),
  subject: 'Utvecklingssamtal',
  content: 'Ni ses här: https://samtal.example/?a=1&b=2',
  at: new Date('2027-03-01T10:00:00.123Z'),
};

/** Read back as the standard says: folds undone, escapes undone. */
const read = (file: string, name: string): string | undefined => {
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  const value = lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
  return value?.replaceAll(/\\([\\;,n])/g, (_whole, sign: string) => (sign === 'n' ? '\n' : sign));
};

describe('a calendar file', () => {
  it('says when in UTC, also on the day summer time begins, and is private', () => {
    const file = calendarFile(entry);
    expect(['DTSTART', 'DTEND', 'DTSTAMP', 'UID', 'SEQUENCE', 'CLASS'].map((name) => read(file, name))).toEqual([
      '20270328T063000Z',
      '20270328T073000Z',
      '20270301T100000Z',
      entryIdOf('t1'),
      '3',
      'PRIVATE',
    ]);
    expect(file.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(file.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
  });

  it('goes by the id of the event that is there already', () => {
    expect(read(calendarFile({ ...entry, eventUid: '040000008200E00074C5B7101A82E008' }), 'UID')).toBe('040000008200E00074C5B7101A82E008');
    expect(read(calendarFile({ ...entry, eventUid: null }), 'UID')).toBe(entryIdOf('t1'));
  });

  it('keeps any words, in lines of at most 75 octets', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !text.includes('\r'));
    fc.assert(
      fc.property(words, words, (subject, content) => {
        const file = calendarFile({ ...entry, subject, content });
        expect([read(file, 'SUMMARY'), read(file, 'DESCRIPTION')]).toEqual([subject, content]);
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      }),
    );
  });
});
