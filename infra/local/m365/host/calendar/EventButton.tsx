/** One event in the calendar; opens its details. The address keeps which one is open, so that a link can open it too. */
import {
  Dialog,
  DialogSurface,
  makeStyles,
  mergeClasses,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Text,
  tokens,
} from '@fluentui/react-components';
import { LockClosedRegular, VideoRegular } from '@fluentui/react-icons';
import type { CSSProperties } from 'react';
import type { CalendarEvent } from '../desk-api/desk-types.ts';
import { useNarrow, useTexts } from '../me.ts';
import { correct, usePlace } from '../place/use-place.ts';
import { useTimes } from '../time/use-time.ts';
import { EventDetails } from './EventDetails.tsx';
import { useEventLook } from './use-event-look.ts';

const useStyles = makeStyles({
  line: { maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', lineHeight: tokens.lineHeightBase200 },
  wrap: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  icons: { display: 'inline-flex', gap: '2px', marginInlineEnd: '4px', verticalAlign: 'text-bottom' },
  dialog: {
    padding: '16px',
    width: 'calc(100vw - 24px)',
    maxWidth: '420px',
    maxHeight: 'calc(100vh - 24px)',
    overflowY: 'auto',
    boxSizing: 'border-box',
  },
  surface: {
    width: 'min(380px, calc(100vw - 24px))',
    boxSizing: 'border-box',
    maxHeight: 'min(620px, calc(100vh - 24px))',
    overflowY: 'auto',
    padding: '16px',
  },
});

type EventButtonProps = { event: CalendarEvent; place?: CSSProperties & { height: number } };

export function EventButton({ event, place }: EventButtonProps) {
  const styles = useStyles();
  const t = useTexts();
  const times = useTimes();
  const narrow = useNarrow();
  const { id, at } = usePlace();
  const time = event.isAllDay ? t.calendar.allDay : `${times.clock(event.start)}–${times.clock(event.end)}`;
  const state = event.isCancelled ? t.calendar.cancelled : event.isOrganizer ? null : t.calendar.responses[event.response];
  const label = [event.subject, times.day(event.start), time, state].filter(Boolean).join(', ');
  const show = (open: boolean): void => correct({ view: 'calendar', at, id: open ? event.id : null });
  const button = (
    <button
      type="button"
      onClick={narrow ? () => show(true) : undefined}
      aria-label={label}
      style={place}
      className={useEventLook(event, place !== undefined)}
    >
      <Text size={200} weight="semibold" className={mergeClasses(styles.line, place && place.height > 60 && styles.wrap)}>
        {(event.meeting || event.isPrivate) && (
          <span className={styles.icons}>
            {event.isPrivate && <LockClosedRegular aria-hidden />}
            {event.meeting && <VideoRegular aria-hidden />}
          </span>
        )}
        {event.subject}
      </Text>
      {place && place.height >= 36 && (
        <Text size={200} className={styles.line}>
          {time}
          {event.location && ` · ${event.location}`}
        </Text>
      )}
    </button>
  );
  const details = id === event.id && <EventDetails event={event} onClose={() => show(false)} />;
  // A popover needs room beside the event.
  if (narrow)
    return (
      <>
        {button}
        <Dialog open={id === event.id} onOpenChange={(_, data) => show(data.open)}>
          <DialogSurface className={styles.dialog} aria-label={event.subject}>
            {details}
          </DialogSurface>
        </Dialog>
      </>
    );
  return (
    <Popover
      open={id === event.id}
      onOpenChange={(_, data) => show(data.open)}
      trapFocus
      withArrow
      positioning={{ position: 'after', fallbackPositions: ['before', 'below', 'above'], overflowBoundaryPadding: 8 }}
    >
      <PopoverTrigger disableButtonEnhancement>{button}</PopoverTrigger>
      <PopoverSurface className={styles.surface} aria-label={event.subject}>
        {details}
      </PopoverSurface>
    </Popover>
  );
}
