/** All agreements across talks, of oneself or of the people one manages: what is open, or everything. */
import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { listFollowed } from '#api/agreement/following/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useGo, usePlace } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { FollowedList } from './FollowedList.tsx';

const useStyles = makeStyles({ filters: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', justifyContent: 'space-between' } });

type As = 'employee' | 'manager';
type Show = 'open' | 'all';

export function AgreementsPage() {
  const styles = useStyles();
  const t = useTexts('following');
  const me = useMe();
  const place = usePlace();
  const go = useGo();
  const as: As = me.isManager && place?.page === 'agreements' && place.whose === 'team' ? 'manager' : 'employee';
  const [show, setShow] = useState<Show>('open');
  const read = useRead(listFollowed, { query: { as, show } }, { refetchEvery: 30_000 });
  const agreements = read.data?.agreements;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      back={as === 'manager' ? { to: { page: 'team' }, text: t('backTeam') } : { to: { page: 'my-talk' }, text: t('back') }}
      narrow
    >
      <div className={styles.filters}>
        {me.isManager && (
          <TabList
            size="small"
            selectedValue={as}
            onTabSelect={(_event, { value }) =>
              go({ page: 'agreements', ...(value === 'manager' ? { whose: 'team' as const } : {}) }, { replace: true })
            }
            aria-label={t('whose')}
          >
            <Tab value="employee">{t('mine')}</Tab>
            <Tab value="manager">{t('team')}</Tab>
          </TabList>
        )}
        <TabList size="small" selectedValue={show} onTabSelect={(_event, { value }) => setShow(value as Show)} aria-label={t('which')}>
          <Tab value="open">{t('open')}</Tab>
          <Tab value="all">{t('all')}</Tab>
        </TabList>
      </div>
      {read.isPending && <RowsSkeleton rows={4} />}
      <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      {agreements?.length === 0 && <Nothing as={as} show={show} />}
      {agreements && agreements.length > 0 && (
        <Section title={t(show)}>
          <FollowedList
            label={t(show)}
            agreements={agreements}
            readAgain={() => void read.refetch()}
            say={as === 'manager' ? 'person' : 'talk'}
          />
        </Section>
      )}
    </Page>
  );
}

function Nothing({ as, show }: { as: As; show: Show }) {
  const t = useTexts('following');
  if (show === 'open') return <EmptyState title={t('noneOpenTitle')} text={t('noneOpenText')} />;
  return as === 'manager' ? (
    <EmptyState title={t('noneTeamTitle')} text={t('noneTeamText')} />
  ) : (
    <EmptyState title={t('noneTitle')} text={t('noneText')} />
  );
}
