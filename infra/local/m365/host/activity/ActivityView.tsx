/** What has happened that concerns the person. A click marks it as read and opens the right place. */
import { Avatar, Badge, makeStyles, mergeClasses, Subtitle1, Switch, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ofPerson } from '../desk-api/desk-call.ts';
import type { Activity } from '../desk-api/desk-types.ts';
import { keys, useFeed } from '../desk-api/use-desk.ts';
import { useAct } from '../desk-api/use-act.ts';
import { useOpening } from '../link/use-open-link.ts';
import { useMe, useTexts } from '../me.ts';
import { useNow, useTimes } from '../time/use-time.ts';
import { focusRing, hovered } from '../ui/row-look.ts';
import { Loading, Nothing, Wrong } from '../ui/States.tsx';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, width: '100%', maxWidth: '760px', margin: '0 auto' },
  head: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', justifyContent: 'space-between', gap: '8px', padding: '12px 16px 4px' },
  title: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: '0 8px 16px', overflowY: 'auto', flexGrow: 1 },
  item: {
    ...focusRing,
    display: 'flex',
    gap: '12px',
    width: '100%',
    boxSizing: 'border-box',
    padding: '12px 10px',
    border: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ...hovered,
  },
  words: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, gap: '2px', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  side: { display: 'flex', flexDirection: 'column', alignItems: 'flex-end', gap: '6px', flexShrink: 0 },
  read: { fontWeight: tokens.fontWeightRegular },
});

export function ActivityView() {
  const styles = useStyles();
  const t = useTexts();
  const { person } = useMe();
  const feed = useFeed(person.id);
  const [onlyUnread, setOnlyUnread] = useState(false);
  const shown = (feed.data ?? []).filter(({ readAt }) => !onlyUnread || readAt === null);
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Subtitle1 as="h1" className={styles.title}>
          {t.activity.title}
        </Subtitle1>
        <Switch
          label={t.activity.unreadOnly}
          labelPosition="before"
          checked={onlyUnread}
          onChange={(_, data) => setOnlyUnread(data.checked)}
        />
      </div>
      {feed.isPending ? (
        <Loading />
      ) : feed.isError ? (
        <Wrong error={feed.error} onRetry={() => void feed.refetch()} />
      ) : shown.length === 0 ? (
        <Nothing title={t.activity.emptyTitle} text={feed.data.length > 0 ? t.activity.allRead : t.activity.empty} />
      ) : (
        <ul className={styles.list} aria-label={t.activity.title}>
          {shown.map((activity) => (
            <li key={activity.id}>
              <Item activity={activity} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Item({ activity }: { activity: Activity }) {
  const styles = useStyles();
  const t = useTexts();
  const { app, person } = useMe();
  const times = useTimes();
  const now = useNow();
  const { openLink } = useOpening();
  const read = useAct([keys.feed(person.id)]);
  const unread = activity.readAt === null;
  const onOpen = (): void => {
    if (unread) read.mutate({ path: ofPerson(person.id, 'feed', activity.id, 'read') });
    void openLink(activity.link);
  };
  return (
    <button type="button" className={styles.item} onClick={onOpen}>
      <Avatar name={app.name} shape="square" color="brand" aria-hidden />
      <span className={styles.words}>
        <Text weight="semibold" className={mergeClasses(!unread && styles.read)}>
          {activity.text}
        </Text>
        {activity.preview && <Text size={200}>{activity.preview}</Text>}
        <Text size={200} className={styles.quiet}>
          {[app.name, activity.topic].filter((part) => part && part !== activity.text).join(' · ')}
        </Text>
      </span>
      <span className={styles.side}>
        <Text size={200} className={styles.quiet}>
          {times.short(activity.at, now)}
        </Text>
        {unread && <Badge size="extra-small" color="brand" aria-label={t.activity.unread} role="img" />}
      </span>
    </button>
  );
}
