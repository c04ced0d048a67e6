/** The person's own calendar: a week, or a day when narrow, in their time zone. The address says which, and what is open. */
import { Button, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { DateTime } from 'luxon';
import { useCalendar } from '../desk-api/use-desk.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { correct, usePlace } from '../place/use-place.ts';
import { useNow, useTimes } from '../time/use-time.ts';
import { Loading, Nothing, Wrong } from '../ui/States.tsx';
import { daysToShow } from './days.ts';
import { WeekGrid } from './WeekGrid.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '4px 8px', padding: '8px 12px' },
  title: { margin: 0, ':first-letter': { textTransform: 'uppercase' } },
  quiet: { color: tokens.colorNeutralForeground3 },
  grow: { flexGrow: 1 },
});

export function CalendarView() {
  const styles = useStyles();
  const t = useTexts();
  const narrow = useNarrow();
  const { person, zone } = useMe();
  const { at } = usePlace();
  const times = useTimes();
  const now = useNow();
  const shownDay = times.at(at !== null && DateTime.fromISO(at).isValid ? at : now).startOf('day');
  const week = shownDay.startOf('week');
  const calendar = useCalendar(person.id, week.toUTC().toISO() ?? '', week.plus({ weeks: 1 }).toUTC().toISO() ?? '');
  if (!person.hasMailbox) return <Nothing title={t.calendar.title} text={t.calendar.noMailbox} />;
  const show = (day: DateTime): void => correct({ view: 'calendar', at: day.toUTC().toISO() });
  const step = narrow ? { days: 1 } : { weeks: 1 };
  const title = narrow
    ? shownDay.toLocaleString({ weekday: 'short', day: 'numeric', month: 'short' })
    : shownDay.toLocaleString({ month: 'long', year: 'numeric' });
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button onClick={() => correct({ view: 'calendar' })}>{t.calendar.today}</Button>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={t.calendar.before}
          onClick={() => show(shownDay.minus(step))}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={t.calendar.after}
          onClick={() => show(shownDay.plus(step))}
        />
        <Subtitle1 as="h1" className={styles.title}>
          {title}
        </Subtitle1>
        <Text className={styles.quiet}>{t.calendar.week(shownDay.weekNumber)}</Text>
        <span className={styles.grow} />
        {!narrow && (
          <Text size={200} className={styles.quiet}>
            {t.calendar.zone(zone)}
          </Text>
        )}
      </div>
      {calendar.isError ? (
        <Wrong error={calendar.error} onRetry={() => void calendar.refetch()} />
      ) : calendar.data ? (
        <WeekGrid days={daysToShow(shownDay, narrow, calendar.data)} events={calendar.data} now={times.at(now)} />
      ) : (
        <Loading />
      )}
    </div>
  );
}
