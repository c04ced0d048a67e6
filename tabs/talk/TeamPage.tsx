/** My team: one row per talk the reader holds as manager, what needs them first. Contents of talks are never here. */
import { Button, makeStyles, SearchBox, Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { listTeamTalks, type Talk } from '#api/talk/contract.ts';
import { AgreementsLink } from '#tabs/agreement/AgreementsLink.tsx';
import { TeamFigures } from '#tabs/insight/HeardFigures.tsx';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { MyTimesLink } from '#tabs/wish/MyTimesLink.tsx';
import { TeamTable } from './TeamTable.tsx';
import { needsMe, needsMeToday } from './use-needs.ts';

const useStyles = makeStyles({
  filters: { display: 'flex', flexWrap: 'wrap', gap: '8px 16px', alignItems: 'center', justifyContent: 'space-between' },
  find: { flex: '1 1 200px', maxWidth: '320px', minWidth: 0 },
});

export function TeamPage() {
  const t = useTexts('talk');
  const { daysUntil } = useDates();
  // Half a minute is soon enough to see that somebody shared or signed, and cheap for a page left open all day.
  const team = useRead(listTeamTalks, {}, { refetchEvery: 30_000 });
  const talks = team.data?.talks ?? [];
  const today = talks.filter((talk) => needsMeToday(talk, daysUntil)).length;
  const waiting = talks.filter(needsMe).length;
  const lead = today > 0 ? t('team.needToday', { count: today }) : waiting > 0 ? t('team.later', { count: waiting }) : t('team.calm');
  return (
    <Page title={t('team.title')} lead={talks.length > 0 ? lead : undefined}>
      {team.isPending && <RowsSkeleton rows={6} />}
      <ProblemNotice error={team.error} onRetry={() => void team.refetch()} />
      {team.data && (talks.length === 0 ? <NoTalks /> : <Talks talks={talks} waiting={waiting} />)}
      {talks.length > 0 && <TeamFigures />}
      {team.data && <AgreementsLink whose="team" />}
      {team.data && <MyTimesLink />}
    </Page>
  );
}

function NoTalks() {
  const t = useTexts('talk');
  const linkTo = useLinkTo();
  const own = (
    <Button as="a" {...linkTo({ page: 'my-talk' })}>
      {t('team.emptyAction')}
    </Button>
  );
  return <EmptyState title={t('team.emptyTitle')} text={t('team.emptyText')} action={own} />;
}

function Talks({ talks, waiting }: { talks: Talk[]; waiting: number }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const [name, setName] = useState('');
  const [show, setShow] = useState<'all' | 'need-me'>('all');
  const wanted = name.trim().toLocaleLowerCase();
  const found = talks.filter((talk) => (show === 'all' || needsMe(talk)) && talk.employee.name.toLocaleLowerCase().includes(wanted));
  const showAll = (): void => {
    setName('');
    setShow('all');
  };
  return (
    <>
      <div className={styles.filters}>
        <TabList
          size="small"
          selectedValue={show}
          onTabSelect={(_event, { value }) => setShow(value as 'all' | 'need-me')}
          aria-label={t('team.filter')}
        >
          <Tab value="all">{t('team.all', { count: talks.length })}</Tab>
          <Tab value="need-me">{t('team.needMe', { count: waiting })}</Tab>
        </TabList>
        {talks.length > 5 && (
          <SearchBox
            className={styles.find}
            placeholder={t('team.find')}
            aria-label={t('team.find')}
            value={name}
            onChange={(_event, { value }) => setName(value)}
          />
        )}
      </div>
      {found.length > 0 ? (
        <TeamTable talks={found} />
      ) : (
        <EmptyState
          drawing="search"
          title={t('team.noneFound')}
          text={t('team.noneFoundText')}
          action={<Button onClick={showAll}>{t('team.showAll')}</Button>}
        />
      )}
    </>
  );
}
