/** Who is told of changes by Graph, until when; and the three things that can happen to a subscription, to be made happen. */
import { Button, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { callDesk } from '../../m365/host/desk-api/desk-call.ts';
import { useNotice } from '../../m365/host/ui/Notices.tsx';
import { useDeskAct, useDeskTexts, useDeskTimes } from './use-desk-page.ts';

type Subscription = { id: string; resource: string; changeType: string; notificationUrl: string; expirationDateTime: string };
const events = ['reauthorizationRequired', 'missed', 'subscriptionRemoved'] as const;

const useStyles = makeStyles({
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  row: { display: 'flex', gap: '8px', flexWrap: 'wrap' },
});
const subscriptionsKey = ['subscriptions'];

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
      {data?.map((subscription) => (
        <OneSubscription key={subscription.id} subscription={subscription} />
      ))}
    </div>
  );
}

function OneSubscription({ subscription }: { subscription: Subscription }) {
  const { id, resource, changeType, notificationUrl, expirationDateTime } = subscription;
  const styles = useStyles();
  const t = useDeskTexts().subscriptions;
  const times = useDeskTimes();
  const notice = useNotice();
  const { act, pending } = useDeskAct([subscriptionsKey]);
  const happen = async (event: string): Promise<void> => {
    if ((await act({ path: `subscriptions/${id}/lifecycle`, body: { event } })) !== null) notice(t.done, 'info');
  };
  return (
    <Card>
      <Text weight="semibold">{resource}</Text>
      <Text className={styles.quiet}>{t.facts(changeType, times.at(expirationDateTime).toFormat('yyyy-MM-dd HH:mm'))}</Text>
      <Text className={styles.quiet}>{notificationUrl}</Text>
      <div className={styles.row}>
        {events.map((event) => (
          <Button key={event} size="small" disabled={pending} onClick={() => void happen(event)}>
            {t.events[event]}
          </Button>
        ))}
      </div>
    </Card>
  );
}
