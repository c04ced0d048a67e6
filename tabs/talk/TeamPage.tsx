/** My team: one row per person, who needs the manager first, and what can be done for several at once. Contents of talks are never here. */
import { Button, Link, makeStyles } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { AgreementsLink } from '#tabs/agreement/AgreementsLink.tsx';
import { TeamFigures } from '#tabs/insight/HeardFigures.tsx';
import type { Talk } from '#api/talk/contract.ts';
import { listTeam, type TeamRow } from '#api/talk/team/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { MyTimesLink } from '#tabs/wish/MyTimesLink.tsx';
import { TeamFilters } from './TeamFilters.tsx';
import { TeamRemind } from './TeamRemind.tsx';
import { TeamTable } from './TeamTable.tsx';
import { TeamTimes } from './TeamTimes.tsx';
import { needsTime, saidOf, shownRows, toPropose, toRemind, type Filter } from './use-team.ts';

const useStyles = makeStyles({ several: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

export function TeamPage() {
  const t = useTexts('team');
  const { daysUntil } = useDates();
  // Half a minute is soon enough to see that somebody shared or signed, and cheap for a page left open all day.
  const team = useRead(listTeam, {}, { refetchEvery: 30_000 });
  const rows = team.data?.rows ?? [];
  const { says, count } = saidOf(rows, daysUntil);
  const lead = t(`table.${says}`, { count });
  return (
    <Page title={t('table.title')} lead={rows.length > 0 ? lead : undefined}>
      {team.isPending && <RowsSkeleton rows={6} />}
      <ProblemNotice error={team.error} onRetry={() => void team.refetch()} />
      {team.data && (rows.length === 0 ? <Nobody /> : <Team rows={rows} />)}
      {rows.length > 0 && <TeamFigures />}
      {team.data && <AgreementsLink whose="team" />}
      {team.data && <GoalsLink />}
      {team.data && <MyTimesLink />}
    </Page>
  );
}

/** The quiet way to the goals of everybody in the team. */
function GoalsLink() {
  const t = useTexts('team');
  const linkTo = useLinkTo();
  return <Link {...linkTo({ page: 'goals', whose: 'team' })}>{t('goals')}</Link>;
}

function Nobody() {
  const t = useTexts('team');
  const linkTo = useLinkTo();
  const own = (
    <Button as="a" {...linkTo({ page: 'my-talk' })}>
      {t('table.emptyAction')}
    </Button>
  );
  return <EmptyState title={t('emptyTitle')} text={t('emptyText')} action={own} />;
}

function Team({ rows }: { rows: TeamRow[] }) {
  const t = useTexts('team');
  const [name, setName] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const shown = shownRows(rows, filter, name);
  const all = useRef<HTMLButtonElement>(null);
  const showAll = (): void => {
    // The button that was pressed goes.
    all.current?.focus();
    setName('');
    setFilter('all');
  };
  return (
    <>
      <TeamFilters all={all} rows={rows} filter={filter} name={name} onFilter={setFilter} onName={setName} />
      <Several rows={shown} />
      {shown.length > 0 ? (
        <TeamTable rows={shown} />
      ) : (
        <EmptyState
          drawing="search"
          title={t('noneFound')}
          text={t('noneFoundText')}
          action={<Button onClick={showAll}>{t('table.showAll')}</Button>}
        />
      )}
    </>
  );
}

/** What can be done for several of those that are shown. The panel keeps whom it was opened for. */
function Several({ rows }: { rows: TeamRow[] }) {
  const styles = useStyles();
  const t = useTexts('team');
  const { now } = useDates();
  const [open, setOpen] = useState<{ what: 'remind' | 'times'; talks: Talk[] } | null>(null);
  // The button that a panel was opened with has the focus again when it is closed.
  const [closed, setClosed] = useState<'remind' | 'times' | null>(null);
  const close = (): void => {
    setClosed(open?.what ?? null);
    setOpen(null);
  };
  const sayTimes = (count: number): string => (count > 0 ? t('times', { count }) : t('timesMove'));
  if (open)
    return open.what === 'remind' ? <TeamRemind talks={open.talks} onClose={close} /> : <TeamTimes talks={open.talks} onClose={close} />;
  const several = [
    { what: 'remind' as const, talks: toRemind(rows, now) },
    { what: 'times' as const, talks: toPropose(rows) },
  ].filter(({ talks }) => talks.length > 0);
  if (several.length === 0) return null;
  return (
    <div className={styles.several}>
      {several.map(({ what, talks }) => (
        <Button key={what} autoFocus={what === closed} size="small" onClick={() => setOpen({ what, talks })}>
          {what === 'remind' ? t('remind', { count: talks.length }) : sayTimes(talks.filter(needsTime).length)}
        </Button>
      ))}
    </div>
  );
}
