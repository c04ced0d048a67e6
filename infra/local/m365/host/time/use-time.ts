/** The clock of the local Microsoft 365, which can be moved, and how instants are written for the person. */
import { useEffect, useMemo, useState } from 'react';
import { DateTime } from 'luxon';
import { useCompany } from '../desk-api/use-desk.ts';
import { useMe } from '../me.ts';

const tick = 5_000;

/** The company's present, in milliseconds, moving on by itself. */
export function useNow(): number {
  const { data, dataUpdatedAt } = useCompany();
  const [seen, setSeen] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setSeen(Date.now()), tick);
    return () => clearInterval(timer);
  }, []);
  return data ? Date.parse(data.now) + Math.max(0, seen - dataUpdatedAt) : seen;
}

export type Times = {
  /** In the person's zone and language. */
  at(instant: string | number): DateTime;
  clock(instant: string | number): string;
  day(instant: string | number): string;
  /** "Thursday 3 December, 10:00–11:00". */
  span(from: string, to: string): string;
  /** Short, as in a list: the clock today, a weekday this week, otherwise a date. */
  short(instant: string, now: number): string;
};

export function useTimes(): Times {
  const { zone, locale } = useMe();
  return useMemo(() => timesIn(zone, locale), [zone, locale]);
}

export function timesIn(zone: string, locale: string): Times {
  const at = (instant: string | number): DateTime =>
    (typeof instant === 'string' ? DateTime.fromISO(instant) : DateTime.fromMillis(instant)).setZone(zone).setLocale(locale);
  const clock = (instant: string | number): string => at(instant).toFormat('HH:mm');
  const day = (instant: string | number): string => at(instant).toLocaleString({ weekday: 'long', day: 'numeric', month: 'long' });
  return {
    at,
    clock,
    day,
    span: (from, to) => `${day(from)}, ${clock(from)}–${clock(to)}`,
    short(instant, now) {
      const then = at(instant);
      if (then.hasSame(at(now), 'day')) return then.toFormat('HH:mm');
      if (Math.abs(then.toMillis() - now) < 6 * 24 * 3600_000)
        return then.toLocaleString({ weekday: 'short', hour: '2-digit', minute: '2-digit' });
      return then.toLocaleString({ day: 'numeric', month: 'short' });
    },
  };
}
