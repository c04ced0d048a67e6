import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../desk-api/desk-types.ts';
import { allDayOf, daysToShow, slotsOf } from './days.ts';

const zone = 'Europe/Stockholm';
const day = (date: string): DateTime => DateTime.fromISO(date, { zone });
const event = (start: string, end: string, isAllDay = false): CalendarEvent => ({
  id: start,
  subject: 'x',
  html: '',
  start,
  end,
  showAs: 'busy',
  isAllDay,
  isOrganizer: true,
  organizer: { id: 'a', name: 'A' },
  attendees: [],
  response: 'organizer',
  isCancelled: false,
  isPrivate: false,
  location: '',
  meeting: null,
});

describe('days', () => {
  it('shows one day when narrow, a working week otherwise, the weekend when something is on it', () => {
    expect(daysToShow(day('2026-12-03'), true, [])).toHaveLength(1);
    expect(daysToShow(day('2026-12-03'), false, []).map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5]);
    expect(daysToShow(day('2026-12-06'), false, [])).toHaveLength(7);
    expect(daysToShow(day('2026-12-03'), false, [event('2026-12-05T09:00:00Z', '2026-12-05T10:00:00Z')])).toHaveLength(7);
  });

  it('reads times on the wall clock of the zone', () => {
    expect(slotsOf(day('2026-12-03'), [event('2026-12-03T09:00:00Z', '2026-12-03T09:45:00Z')])).toMatchObject([{ from: 600, to: 645 }]);
  });

  it('cuts what crosses midnight', () => {
    const night = [event('2026-12-03T21:00:00Z', '2026-12-04T05:00:00Z')];
    expect(slotsOf(day('2026-12-03'), night)).toMatchObject([{ from: 1320, to: 1440 }]);
    expect(slotsOf(day('2026-12-04'), night)).toMatchObject([{ from: 0, to: 360 }]);
    expect(slotsOf(day('2026-12-05'), night)).toEqual([]);
  });

  it('keeps the wall clock on the day that has 25 hours', () => {
    expect(slotsOf(day('2026-10-25'), [event('2026-10-25T11:00:00Z', '2026-10-25T12:00:00Z')])).toMatchObject([{ from: 720, to: 780 }]);
  });

  it('takes all-day events by their date', () => {
    const holiday = [event('2026-12-24T00:00:00Z', '2026-12-26T00:00:00Z', true)];
    expect(['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-26'].map((date) => allDayOf(day(date), holiday).length)).toEqual([
      0, 1, 1, 0,
    ]);
    expect(slotsOf(day('2026-12-24'), holiday)).toEqual([]);
  });
});
