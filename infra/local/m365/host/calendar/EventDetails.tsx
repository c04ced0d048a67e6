/** What an event is about, who comes, and what the person can do with it. */
import { Avatar, Badge, Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { CalendarLtrRegular, ChatRegular, DismissRegular, LocationRegular, VideoFilled } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { CalendarEvent, Response } from '../desk-api/desk-types.ts';
import { useOpening } from '../link/use-open-link.ts';
import { useTexts } from '../me.ts';
import { useTimes } from '../time/use-time.ts';
import { HtmlFrame } from '../ui/HtmlFrame.tsx';
import { AppInDetails } from './AppInDetails.tsx';
import { EventActions } from './EventActions.tsx';

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  head: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  title: { margin: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  fact: { display: 'flex', gap: '8px', alignItems: 'flex-start', ':first-letter': { textTransform: 'uppercase' } },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
  people: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  person: { display: 'flex', gap: '8px', alignItems: 'center', minWidth: 0 },
  name: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  sub: {
    margin: '0 0 6px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function EventDetails({ event, onClose }: { event: CalendarEvent; onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts();
  const times = useTimes();
  const opening = useOpening();
  const { meeting } = event;
  return (
    <div className={styles.column}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {event.subject}
        </Subtitle2>
        <Button appearance="subtle" size="small" icon={<DismissRegular />} aria-label={t.close} onClick={onClose} />
      </div>
      {event.isCancelled && <Badge color="danger">{t.calendar.cancelled}</Badge>}
      {event.isPrivate && <Text className={styles.quiet}>{t.calendar.isPrivate}</Text>}
      <Fact icon={<CalendarLtrRegular />}>
        {event.isAllDay ? `${times.day(event.start)}, ${t.calendar.allDay}` : times.span(event.start, event.end)}
      </Fact>
      {event.location && <Fact icon={<LocationRegular />}>{event.location}</Fact>}
      {meeting && !event.isCancelled && (
        <div className={styles.buttons}>
          <Button appearance="primary" icon={<VideoFilled />} onClick={() => opening.openMeeting(meeting.chatId)}>
            {t.calendar.join}
          </Button>
          <Button icon={<ChatRegular />} onClick={() => opening.openChat(meeting.chatId)}>
            {t.calendar.chat}
          </Button>
          <AppInDetails meeting={meeting} />
        </div>
      )}
      <EventActions event={event} onDone={onClose} />
      <People event={event} />
      {hasWords(event.html) && <HtmlFrame html={event.html} title={t.mail.content} onLink={(url) => void opening.openLink(url)} />}
    </div>
  );
}

const hasWords = (html: string): boolean => html.replace(/<[^>]*>|&nbsp;/g, '').trim() !== '';

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.fact}>
      <span className={styles.icon}>{icon}</span>
      <Text>{children}</Text>
    </div>
  );
}

const colours: Record<Response, 'success' | 'danger' | 'warning' | 'subtle' | 'brand'> = {
  none: 'subtle',
  notResponded: 'subtle',
  organizer: 'brand',
  accepted: 'success',
  declined: 'danger',
  tentativelyAccepted: 'warning',
};

function People({ event }: { event: CalendarEvent }) {
  const styles = useStyles();
  const t = useTexts();
  const others = event.attendees.filter(({ id }) => id !== event.organizer.id);
  const people = [{ id: event.organizer.id, name: event.organizer.name, response: 'organizer' as const }, ...others];
  if (others.length === 0 && event.isOrganizer) return null;
  return (
    <section aria-label={t.calendar.attendees}>
      <h3 className={styles.sub}>{t.calendar.attendees}</h3>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={`${person.id} ${person.name}`} className={styles.person}>
            <Avatar name={person.name} color="colorful" size={24} aria-hidden />
            <Text className={styles.name}>{person.name}</Text>
            <Badge appearance="tint" color={colours[person.response]}>
              {t.calendar.responses[person.response]}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
