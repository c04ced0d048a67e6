/** Mail that has arrived and been sent: a list, and the open message beside or after it. Nothing is written here. */
import { Avatar, Badge, makeStyles, mergeClasses, Subtitle1, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Mail } from '../desk-api/desk-types.ts';
import { useMails } from '../desk-api/use-desk.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { usePlace } from '../place/use-place.ts';
import { useNow, useTimes } from '../time/use-time.ts';
import { chosen, focusRing, hovered } from '../ui/row-look.ts';
import { PlaceLink } from '../ui/PlaceLink.tsx';
import { Loading, Nothing, Wrong } from '../ui/States.tsx';
import { namesOf, OpenMail } from './OpenMail.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  side: {
    width: '320px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  whole: { width: '100%', borderRight: 'none' },
  title: { margin: 0, padding: '12px 16px 0' },
  list: { listStyleType: 'none', margin: 0, padding: '4px 8px 8px', overflowY: 'auto' },
  item: {
    ...focusRing,
    display: 'flex',
    gap: '10px',
    padding: '8px',
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ...hovered,
  },
  open: chosen,
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  end: { whiteSpace: 'nowrap', flexShrink: 0, display: 'flex', flexDirection: 'column', alignItems: 'flex-end', gap: '6px' },
});

export function MailView() {
  const styles = useStyles();
  const t = useTexts();
  const narrow = useNarrow();
  const { person } = useMe();
  const { id } = usePlace();
  const mails = useMails(person.id);
  const [folder, setFolder] = useState('inbox');
  if (!person.hasMailbox) return <Nothing title={t.mail.title} text={t.mail.noMailbox} />;
  if (mails.isPending) return <Loading />;
  if (mails.isError) return <Wrong error={mails.error} onRetry={() => void mails.refetch()} />;
  const shown = mails.data.filter((mail) => mail.folder === folder);
  const open = mails.data.find((mail) => mail.id === id);
  return (
    <div className={styles.view}>
      {(!narrow || !open) && (
        <div className={mergeClasses(styles.side, narrow && styles.whole)}>
          <Subtitle1 as="h1" className={styles.title}>
            {t.mail.title}
          </Subtitle1>
          <TabList aria-label={t.mail.folder} selectedValue={folder} onTabSelect={(_, { value }) => setFolder(String(value))}>
            <Tab value="inbox">{t.mail.inbox}</Tab>
            <Tab value="sentitems">{t.mail.sent}</Tab>
          </TabList>
          {shown.length === 0 ? (
            <Nothing title={t.mail.emptyTitle} text={t.mail.empty} />
          ) : (
            <ul className={styles.list} aria-label={folder === 'inbox' ? t.mail.inbox : t.mail.sent}>
              {shown.map((mail) => (
                <li key={mail.id}>
                  <Item mail={mail} current={mail.id === id} />
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {open ? <OpenMail key={open.id} mail={open} /> : !narrow && <Nothing title={t.mail.choose} />}
    </div>
  );
}

function Item({ mail, current }: { mail: Mail; current: boolean }) {
  const styles = useStyles();
  const t = useTexts();
  const times = useTimes();
  const now = useNow();
  const unread = mail.readAt === null && mail.folder === 'inbox';
  const who = mail.folder === 'inbox' ? mail.from.name || mail.from.address : namesOf(mail);
  return (
    <PlaceLink
      to={{ view: 'mail', id: mail.id }}
      className={mergeClasses(styles.item, current && styles.open)}
      aria-current={current ? 'true' : undefined}
    >
      <Avatar name={who} color="colorful" size={28} aria-hidden />
      <span className={styles.words}>
        <Text weight={unread ? 'semibold' : 'regular'} className={styles.line}>
          {who}
        </Text>
        <Text size={200} weight={unread ? 'semibold' : 'regular'} className={styles.line}>
          {mail.subject || t.mail.noSubject}
        </Text>
      </span>
      <span className={styles.end}>
        <Text size={100} className={styles.quiet}>
          {times.short(mail.at, now)}
        </Text>
        {unread && <Badge size="extra-small" color="brand" role="img" aria-label={t.mail.unread} />}
      </span>
    </PlaceLink>
  );
}
