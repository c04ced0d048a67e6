/** The details tab of a meeting's chat: when, who, how to come in. */
import { Avatar, Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Chat, ChatMeeting } from '../desk-api/desk-types.ts';
import { useOpening } from '../link/use-open-link.ts';
import { useTexts } from '../me.ts';
import { go } from '../place/use-place.ts';
import { useTimes } from '../time/use-time.ts';

const useStyles = makeStyles({
  details: { padding: '16px', overflowY: 'auto', display: 'flex', flexDirection: 'column', gap: '16px', maxWidth: '640px' },
  part: { display: 'flex', flexDirection: 'column', gap: '6px' },
  title: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  people: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  person: { display: 'flex', gap: '8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3 },
  link: { overflowWrap: 'anywhere' },
  when: { ':first-letter': { textTransform: 'uppercase' }, display: 'block' },
});

export function ChatDetails({ chat, meeting }: { chat: Chat; meeting: ChatMeeting }) {
  const styles = useStyles();
  const t = useTexts();
  const times = useTimes();
  const { openLink, openEvent } = useOpening();
  return (
    <div className={styles.details}>
      <section className={styles.part}>
        <h3 className={styles.title}>{t.chat.when}</h3>
        <Text className={styles.when}>{times.span(meeting.start, meeting.end)}</Text>
        <div>
          <Button
            onClick={() => (meeting.eventId === null ? go({ view: 'calendar', at: meeting.start }) : void openEvent(meeting.eventId))}
          >
            {t.chat.showInCalendar}
          </Button>
        </div>
      </section>
      <section className={styles.part}>
        <h3 className={styles.title}>{t.chat.people}</h3>
        <ul className={styles.people}>
          {chat.members.map(({ id, name }) => (
            <li key={id} className={styles.person}>
              <Avatar name={name} color="colorful" size={28} aria-hidden />
              <Text>{name}</Text>
              {id === meeting.organizerId && (
                <Text size={200} className={styles.quiet}>
                  {t.chat.organizer}
                </Text>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.part}>
        <h3 className={styles.title}>{t.chat.joinLink}</h3>
        <Link
          className={styles.link}
          href={meeting.joinUrl}
          onClick={(event) => {
            event.preventDefault();
            void openLink(meeting.joinUrl);
          }}
        >
          {meeting.joinUrl}
        </Link>
      </section>
    </div>
  );
}
