/** Days side by side with their hours; events as buttons where their time is. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { DateTime } from 'luxon';
import type { CalendarEvent } from '../desk-api/desk-types.ts';
import { useTexts } from '../me.ts';
import { allDayOf, slotsOf } from './days.ts';
import { EventButton } from './EventButton.tsx';
import { hoursShown, placeInDay } from './layout.ts';

const hourHeight = 56;

const useStyles = makeStyles({
  scroll: { flexGrow: 1, overflow: 'auto', minHeight: 0 },
  grid: { display: 'grid', minWidth: 'min-content', position: 'relative' },
  dayHead: {
    position: 'sticky',
    top: 0,
    zIndex: 3,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '6px 8px',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `2px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  today: { borderTopColor: tokens.colorBrandStroke1, color: tokens.colorBrandForeground1 },
  dayName: { margin: 0, fontWeight: tokens.fontWeightRegular },
  hours: { position: 'relative' },
  hour: { position: 'absolute', right: '8px', transform: 'translateY(-50%)', color: tokens.colorNeutralForeground3 },
  day: { position: 'relative', borderLeft: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: '92px' },
  line: { position: 'absolute', left: 0, right: 0, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  now: {
    position: 'absolute',
    left: 0,
    right: 0,
    zIndex: 2,
    borderTop: `2px solid ${tokens.colorPaletteRedBorderActive}`,
    pointerEvents: 'none',
  },
  allDay: { display: 'flex', flexDirection: 'column', gap: '2px' },
});

export function WeekGrid({ days, events, now }: { days: DateTime[]; events: CalendarEvent[]; now: DateTime }) {
  const styles = useStyles();
  const t = useTexts();
  const slots = days.flatMap((day) => slotsOf(day, events));
  const { first, last } = hoursShown(slots);
  const hours = Array.from({ length: last - first }, (_, step) => first + step);
  const height = hours.length * hourHeight + 12;
  return (
    <div className={styles.scroll} role="region" aria-label={t.calendar.title} tabIndex={0}>
      <div className={styles.grid} style={{ gridTemplateColumns: `52px repeat(${days.length}, minmax(0, 1fr))` }}>
        <div className={styles.dayHead} />
        {days.map((day) => (
          <div key={day.toISODate()} className={mergeClasses(styles.dayHead, day.hasSame(now, 'day') && styles.today)}>
            <h2 className={styles.dayName}>
              <Text size={500}>{day.day}</Text>{' '}
              <Text size={200}>{day.toLocaleString({ weekday: days.length > 1 ? 'short' : 'long' })}</Text>
            </h2>
            <div className={styles.allDay}>
              {allDayOf(day, events).map((event) => (
                <EventButton key={event.id} event={event} />
              ))}
            </div>
          </div>
        ))}
        <div className={styles.hours} style={{ height }}>
          {hours.slice(1).map((hour) => (
            <Text key={hour} size={200} className={styles.hour} style={{ top: (hour - first) * hourHeight }}>
              {String(hour).padStart(2, '0')}
            </Text>
          ))}
        </div>
        {days.map((day) => (
          <Day key={day.toISODate()} day={day} events={events} now={now} first={first} last={last} height={height} />
        ))}
      </div>
    </div>
  );
}

type DayProps = { day: DateTime; events: CalendarEvent[]; now: DateTime; first: number; last: number; height: number };

function Day({ day, events, now, first, last, height }: DayProps) {
  const styles = useStyles();
  const top = (minutes: number): number => ((minutes - first * 60) / 60) * hourHeight;
  const minutesNow = now.hour * 60 + now.minute;
  const nowIsHere = day.hasSame(now, 'day') && minutesNow >= first * 60 && minutesNow <= last * 60;
  return (
    <div className={styles.day} style={{ height }}>
      {Array.from({ length: last - first + 1 }, (_, step) => (
        <div key={step} className={styles.line} style={{ top: step * hourHeight }} />
      ))}
      {nowIsHere && <div className={styles.now} style={{ top: top(minutesNow) }} />}
      {placeInDay(slotsOf(day, events)).map(({ item, from, to, column, columns }) => (
        <EventButton
          key={item.event.id}
          event={item.event}
          place={{
            top: top(from),
            height: top(to) - top(from) - 2,
            left: `${(column / columns) * 100}%`,
            width: `calc(${100 / columns}% - 4px)`,
          }}
        />
      ))}
    </div>
  );
}
