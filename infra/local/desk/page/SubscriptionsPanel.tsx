/** Who is told of changes, and what Graph can say about each subscription besides. */
import { Button, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { callDesk } from '../../m365/host/desk-api/desk-call.ts';
import { useNotice } from '../../m365/host/ui/Notices.tsx';
import { useDeskAct, useDeskTexts, useDeskTimes } from './use-desk-page.ts';

type Subscription = {
  id: string;
  resource: string;
  changeType: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string | null;
  expirationDateTime: string;
};

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '12px 16px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  events: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))', gap: '12px', marginTop: '8px' },
  event: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: '4px' },
});

const subscriptionsKey = ['subscriptions'];
const events = ['reauthorizationRequired', 'missed', 'subscriptionRemoved'] as const;

export function SubscriptionsPanel() {
  const styles = useStyles();
  const t = useDeskTexts().subscriptions;
  const { data } = useQuery({
    queryKey: subscriptionsKey,
    queryFn: async () => (await callDesk<{ subscriptions: Subscription[] }>('GET', 'subscriptions')).subscriptions,
    refetchInterval: 3_000,
  });
  return (
    <div className={styles.column}>
      <Text className={styles.quiet}>{t.lead}</Text>
      {data?.length === 0 && <Text>{t.none}</Text>}
      <ul className={styles.list}>
        {data?.map((one) => (
          <Item key={one.id} subscription={one} />
        ))}
      </ul>
    </div>
  );
}

function Item({ subscription }: { subscription: Subscription }) {
  const styles = useStyles();
  const t = useDeskTexts().subscriptions;
  const times = useDeskTimes();
  const notice = useNotice();
  const { act, pending } = useDeskAct([subscriptionsKey]);
  const { id, resource, changeType, notificationUrl, lifecycleNotificationUrl, expirationDateTime: end } = subscription;
  const tell = async (event: string): Promise<void> => {
    const said = await act({ path: `subscriptions/${encodeURIComponent(id)}/lifecycle`, body: { event } });
    if (said !== null) notice(t.told, 'info');
  };
  return (
    <li className={styles.item}>
      <Subtitle2 as="h2" className={styles.title}>
        {resource}
      </Subtitle2>
      <Text size={200} className={styles.quiet}>
        {[t.changes(changeType), t.until(`${times.day(end)}, ${times.clock(end)}`), t.tells(notificationUrl)].join(' · ')}
      </Text>
      <Text size={200} className={styles.quiet}>
        {lifecycleNotificationUrl === null ? t.noLifecycle : t.lifecycle(lifecycleNotificationUrl)}
      </Text>
      <div className={styles.events}>
        {events.map((event) => (
          <div key={event} className={styles.event}>
            <Button size="small" disabled={pending} onClick={() => void tell(event)}>
              {t.events[event][0]}
            </Button>
            <Text size={200} className={styles.quiet}>
              {t.events[event][1]}
            </Text>
          </div>
        ))}
      </div>
    </li>
  );
}
