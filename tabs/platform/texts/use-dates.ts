/** Dates in words for components: the person's language and time zone, and the time that is now. */
import { useEffect, useMemo, useState } from 'react';
import { followTime, timeAt } from '../clock/clock.ts';
import { useMe } from '../person/use-me.ts';
import * as dates from './dates.ts';
import { useLanguage, useTexts } from './texts.ts';

export type Dates = {
  /** "Thursday 3 December, 10:00–11:00, in nine days". */
  talkTime(start: string, end: string): string;
  /** "Thu 3 Dec, 10:00–11:00". */
  shortTime(start: string, end: string): string;
  /** "Thursday 3 December, in nine days". Takes an instant or a calendar day. */
  day(at: string): string;
  /** "Thursday 3 December", without how near it is. */
  plainDay(at: string): string;
  /** "Thu 3 Dec". */
  shortDay(at: string): string;
  /** "Thursday 3 December at 10:00". */
  instant(at: string): string;
  /** "10:00". */
  time(at: string): string;
  /** "in nine days", "today". */
  near(at: string): string;
  /** Calendar days from now: 0 today. */
  daysUntil(at: string): number;
  /** Today's calendar day, as `2026-12-03`. */
  today: string;
  now: Date;
  /** The same for the middle of a sentence: Swedish weekdays are small there. */
  inText: {
    day(at: string): string;
    shortDay(at: string): string;
    shortTime(start: string, end: string): string;
    instant(at: string): string;
  };
};

type Read = { at: Date; now: Date; place: dates.Place };

/** The time, read again every half minute so that "today" and "in 5 minutes" stay true on a page that is left open. */
export function useNow(): Date {
  const [now, setNow] = useState(() => timeAt(Date.now()));
  useEffect(() => {
    const read = (): void => setNow(timeAt(Date.now()));
    const timer = setInterval(read, 30_000);
    const stop = followTime(read);
    return () => {
      clearInterval(timer);
      stop();
    };
  }, []);
  return now;
}

export function useDates(): Dates {
  const { timeZone } = useMe();
  const language = useLanguage();
  const t = useTexts('app');
  const now = useNow();
  return useMemo(() => {
    const place = { language, timeZone };
    const today = dates.localDay(now, timeZone);
    // A calendar day has no time zone: it is compared with the person's own today. An instant is shown in the person's zone.
    const read = (at: string): Read =>
      at.length === 10
        ? { at: dates.dayInstant(at), now: dates.dayInstant(today), place: { language, timeZone: 'UTC' } }
        : { at: new Date(at), now, place };
    const plainDay = (at: string): string => dates.sayDay(read(at).at, read(at).now, read(at).place);
    const shortDay = (at: string): string => dates.sayShortDay(read(at).at, read(at).place);
    const shortTime = (start: string, end: string): string => t('when.range', { day: shortDay(start), from: time(start), to: time(end) });
    const near = (at: string): string => dates.sayNear(read(at).at, read(at).now, read(at).place);
    const instant = (at: string): string => t('when.at', { day: plainDay(at), time: time(at) });
    const time = (at: string): string => dates.sayTime(new Date(at), place);
    return {
      talkTime: (start, end) => dates.capital(t('when.rangeNear', dates.sayParts(new Date(start), new Date(end), now, place))),
      shortTime: (start, end) => dates.capital(shortTime(start, end)),
      day: (at) => dates.capital(t('when.dayNear', { day: plainDay(at), near: near(at) })),
      plainDay: (at) => dates.capital(plainDay(at)),
      shortDay: (at) => dates.capital(shortDay(at)),
      instant: (at) => dates.capital(instant(at)),
      time,
      near,
      daysUntil: (at) => dates.daysUntil(read(at).at, read(at).now, read(at).place.timeZone),
      today,
      now,
      inText: { day: plainDay, shortDay, shortTime, instant },
    };
  }, [language, timeZone, now, t]);
}
