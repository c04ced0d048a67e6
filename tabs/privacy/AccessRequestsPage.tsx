/** For access officers: ask for what is written about somebody, answer what another has asked for, and download what two have opened. */
import { makeStyles, Text } from '@fluentui/react-components';
import { listAccessRequests } from '#api/privacy/access-request/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { AccessRequestForm } from './AccessRequestForm.tsx';
import { AccessRequestRow } from './AccessRequestRow.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '20px' },
});

export function AccessRequestsPage() {
  const styles = useStyles();
  const t = useTexts('access');
  // What was approved is put together within seconds.
  const { data, error, isPending, refetch } = useRead(listAccessRequests, {}, { refetchEvery: 5_000 });
  return (
    <Page title={t('title')} lead={t('lead')} narrow>
      <AccessRequestForm />
      <Section title={t('list.title')}>
        {isPending && <BlockSkeleton size={96} />}
        <ProblemNotice error={data ? null : error} onRetry={() => void refetch()} />
        {data?.requests.length === 0 && <Text>{t('list.none')}</Text>}
        {data && data.requests.length > 0 && (
          <ul className={styles.list} aria-label={t('list.title')}>
            {data.requests.map((request) => (
              <li key={request.requestId}>
                <AccessRequestRow request={request} />
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  );
}
