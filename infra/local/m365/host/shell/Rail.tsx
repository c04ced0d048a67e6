/** The apps, at the left or (narrow) below, with how much is unread. */
import { CounterBadge, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import {
  AlertFilled,
  AlertRegular,
  CalendarLtrFilled,
  CalendarLtrRegular,
  ChatFilled,
  ChatRegular,
  MailFilled,
  MailRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useFeed, useMails } from '../desk-api/use-desk.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { hasView, type View } from '../place/place.ts';
import { usePlace } from '../place/use-place.ts';
import { focusRing } from '../ui/row-look.ts';
import { PlaceLink } from '../ui/PlaceLink.tsx';
import { AppMark } from '../app/AppMark.tsx';
import { tabFor } from '../app/tab-for.ts';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    listStyleType: 'none',
    margin: 0,
    padding: '4px 0',
    width: '68px',
    flexShrink: 0,
  },
  below: {
    flexDirection: 'row',
    width: '100%',
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  item: { display: 'flex', minWidth: 0, flexBasis: 0, flexGrow: 0 },
  itemBelow: { flexGrow: 1 },
  link: {
    ...focusRing,
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '3px',
    flexGrow: 1,
    minWidth: 0,
    minHeight: '56px',
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    fontSize: '24px',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorBrandForeground1 },
  },
  here: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '2px',
      top: '14px',
      bottom: '14px',
      width: '3px',
      borderRadius: '2px',
      backgroundColor: tokens.colorBrandForeground1,
    },
  },
  hereBelow: { '::before': { left: '30%', right: '30%', top: '0', bottom: 'auto', width: 'auto', height: '3px' } },
  word: { maxWidth: '100%', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { display: 'flex', position: 'relative' },
  count: { position: 'absolute', top: '-6px', left: '14px' },
});

export function Rail() {
  const styles = useStyles();
  const t = useTexts();
  const narrow = useNarrow();
  const { app, person } = useMe();
  const feed = useFeed(person.id).data?.filter(({ readAt }) => readAt === null).length ?? 0;
  const mails = useMails(person.id).data?.filter(({ readAt, folder }) => readAt === null && folder === 'inbox').length ?? 0;
  const all: ItemProps[] = [
    { view: 'activity', label: t.rail.activity, icon: <AlertRegular />, chosen: <AlertFilled />, count: feed },
    { view: 'chat', label: t.rail.chat, icon: <ChatRegular />, chosen: <ChatFilled /> },
    { view: 'calendar', label: t.rail.calendar, icon: <CalendarLtrRegular />, chosen: <CalendarLtrFilled /> },
    { view: 'mail', label: t.rail.mail, icon: <MailRegular />, chosen: <MailFilled />, count: mails },
    { view: 'app', label: app.name, icon: <AppMark />, chosen: <AppMark /> },
  ];
  const { host } = usePlace();
  // Outlook begins with the mail.
  const items = host === 'outlook' ? [...all].sort((a, b) => Number(b.view === 'mail') - Number(a.view === 'mail')) : all;
  const offered = items.filter(({ view }) => hasView(host, view) && (view !== 'app' || tabFor(app, 'personalTab') !== undefined));
  return (
    <nav aria-label={t.rail.label}>
      <ul className={mergeClasses(styles.list, narrow && styles.below)}>
        {offered.map((item) => (
          <Item key={item.view} {...item} />
        ))}
      </ul>
    </nav>
  );
}

type ItemProps = { view: View; label: string; icon: ReactNode; chosen: ReactNode; count?: number };

function Item({ view, label, icon, chosen, count = 0 }: ItemProps) {
  const styles = useStyles();
  const t = useTexts();
  const narrow = useNarrow();
  const place = usePlace();
  const here = place.view === view || (view === 'app' && place.view === 'home');
  return (
    <li className={mergeClasses(styles.item, narrow && styles.itemBelow)}>
      <PlaceLink
        to={{ view }}
        className={mergeClasses(styles.link, here && styles.here, here && narrow && styles.hereBelow)}
        aria-current={here ? 'page' : undefined}
        aria-label={count > 0 ? `${label}, ${t.rail.unread(count)}` : label}
      >
        <span className={styles.icon}>
          {here ? chosen : icon}
          {count > 0 && <CounterBadge className={styles.count} count={count} size="small" color="danger" aria-hidden />}
        </span>
        <Text size={100} className={styles.word} aria-hidden>
          {label}
        </Text>
      </PlaceLink>
    </li>
  );
}
