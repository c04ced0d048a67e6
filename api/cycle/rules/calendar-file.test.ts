import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendarFile } from './calendar-file.ts';

const file = (...events: string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.map((event) => `BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT`), 'END:VCALENDAR', ''].join('\r\n');
const read = (...events: string[]) => readCalendarFile(file(...events), '2026-12-01', '2027-01-31');

describe('a calendar file', () => {
  it('gives its all-day events as days off, the end being the day after', () => {
    const answer = read(
      'DTSTART;VALUE=DATE:20261223\r\nDTEND;VALUE=DATE:20261225\r\nSUMMARY:Office closed\\, all of it',
      'DTSTART;VALUE=DATE:20270104',
    );
    expect(answer).toEqual({
      ok: true,
      leftOut: 0,
      days: [
        { day: '2026-12-23', name: 'Office closed, all of it' },
        { day: '2026-12-24', name: 'Office closed, all of it' },
        { day: '2027-01-04', name: '' },
      ],
    });
  });

  it('joins folded lines, and takes what Outlook writes as midnights', () => {
    const outlook =
      'DTSTART;TZID=W. Europe Standard Time:20270105T000000\r\nDTEND:20270106T000000\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\nSUMMARY:Kick\r\n -off';
    expect(read(outlook)).toMatchObject({ days: [{ day: '2027-01-05', name: 'Kick-off' }] });
  });

  it('repeats what returns every year, over the turn of the year too, and leaves out other repetition and times', () => {
    const yearly = 'DTSTART;VALUE=DATE:20201230\r\nDTEND;VALUE=DATE:20210102\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Shut';
    const weekly = 'DTSTART;VALUE=DATE:20261202\r\nRRULE:FREQ=WEEKLY';
    const timed = 'DTSTART:20261203T090000Z\r\nDTEND:20261203T100000Z';
    const answer = read(yearly, weekly, timed);
    expect(answer.ok && answer.days.map(({ day }) => day)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
    expect(answer).toMatchObject({ leftOut: 2 });
  });

  it.each([
    ['is no calendar', 'name;day\nChristmas;2026-12-25', 'not-a-calendar'],
    ['has nothing in these days', file('DTSTART;VALUE=DATE:20280101'), 'no-days'],
    ['has a day that does not exist', file('DTSTART;VALUE=DATE:20261299'), 'no-days'],
    ['has half a year of closing', file('DTSTART;VALUE=DATE:20260701\r\nDTEND;VALUE=DATE:20270131'), 'no-days'],
  ])('that %s is refused', (_what, text, wrong) => {
    expect(readCalendarFile(text, '2026-12-01', '2027-01-31')).toEqual({ ok: false, wrong });
  });

  it('of more than 200 days is refused', () => {
    const days = Array.from({ length: 210 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10).replaceAll('-', ''));
    expect(readCalendarFile(file(...days.map((day) => `DTSTART;VALUE=DATE:${day}`)), '2026-01-01', '2026-12-31')).toEqual({
      ok: false,
      wrong: 'too-many',
    });
  });

  it('never throws, whatever is in it', () => {
    const line = fc.oneof(
      fc.constantFrom('BEGIN:VEVENT', 'END:VEVENT', 'BEGIN:VCALENDAR', 'DTSTART:20261204', 'RRULE:FREQ=YEARLY'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const answer = readCalendarFile(lines.join('\n'), '2026-12-01', '2027-01-31');
        if (answer.ok) for (const { day } of answer.days) expect(day).toMatch(/^(2026-12|2027-01)-\d\d$/);
      }),
    );
  });
});
