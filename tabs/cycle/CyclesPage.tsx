/** HR: all cycles as cards with how far they have come, and the way to a new one. */
import { Badge, Button, Link, makeStyles, ProgressBar, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons';
import { listCycles, type CycleSummary } from '#api/cycle/contract.ts';
import { lastDayOf } from '#api/cycle/rules/second-days.ts';
import { HeardFigures } from '#tabs/insight/HeardFigures.tsx';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { UnreachedPeople } from '#tabs/reminder/UnreachedPeople.tsx';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { MissingPeople } from './MissingPeople.tsx';
import { NightlyLook } from './NightlyLook.tsx';
import { useRepeatLine } from './use-repeat-line.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    gap: '16px',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
  },
  card: {
    position: 'relative',
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    alignItems: 'flex-start',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', width: '100%', gap: '8px', justifyContent: 'space-between', alignItems: 'flex-start' },
  name: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  bar: { width: '100%' },
  badge: { flexShrink: 0 },
  // The whole card can be pressed; for the keyboard and a screen reader it stays one link with the name.
  link: { '::after': { content: '""', position: 'absolute', inset: 0 } },
});

export function CyclesPage() {
  const styles = useStyles();
  const t = useTexts('cycle');
  const linkTo = useLinkTo();
  const read = useRead(
    listCycles,
    {},
    { refetchEvery: (answer) => (answer?.cycles.some(({ state }) => state === 'launching') ? 2_000 : false) },
  );
  const plan = (
    <Button as="a" appearance="primary" icon={<Add20Regular />} {...linkTo({ page: 'new-cycle' })}>
      {t('list.plan')}
    </Button>
  );
  const cycles = read.data?.cycles ?? [];
  const empty = read.data && cycles.length === 0;
  return (
    <Page title={t('list.title')} lead={t('list.lead')} actions={empty ? undefined : plan}>
      <MissingPeople />
      <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      {read.isPending && <BlockSkeleton size={128} />}
      {empty && <EmptyState drawing="calendar" title={t('list.emptyTitle')} text={t('list.emptyText')} action={plan} />}
      {cycles.length > 0 && (
        <ul className={styles.list}>
          {cycles.map((cycle) => (
            <li key={cycle.cycleId}>
              <CycleCard cycle={cycle} />
            </li>
          ))}
        </ul>
      )}
      {read.data && <UnreachedPeople />}
      {cycles.length > 0 && <HeardFigures />}
      {cycles.length > 0 && <NightlyLook />}
    </Page>
  );
}

function CycleCard({ cycle }: { cycle: CycleSummary }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const linkTo = useLinkTo();
  const sayRepeat = useRepeatLine();
  const { settings, state, progress, recurrence } = cycle;
  return (
    <article className={styles.card}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.name}>
          <Link className={styles.link} {...linkTo({ page: 'cycle', cycleId: cycle.cycleId })}>
            {settings.name}
          </Link>
        </Subtitle2>
        <Badge className={styles.badge} appearance="tint" color={state === 'launched' || state === 'launching' ? 'brand' : 'informative'}>
          {t(`state.${state}`)}
        </Badge>
      </div>
      <Text className={styles.quiet}>
        {t('list.window', { from: dates.shortDay(settings.windowFrom), to: dates.inText.shortDay(lastDayOf(settings)) })}
      </Text>
      {progress ? (
        <>
          <Text>{t('list.booked', { booked: progress.booked, of: progress.toBook })}</Text>
          <ProgressBar
            className={styles.bar}
            max={Math.max(1, progress.toBook)}
            value={progress.booked}
            aria-label={t('list.booked', { booked: progress.booked, of: progress.toBook })}
          />
        </>
      ) : (
        !recurrence?.startsOn && <Text>{state === 'draft' ? t('list.draft') : t('list.planned', { count: cycle.placed })}</Text>
      )}
      {recurrence && <Text className={styles.quiet}>{sayRepeat(recurrence)}</Text>}
      {cycle.unplaced > 0 && !progress && <Text>{t('list.unplaced', { count: cycle.unplaced })}</Text>}
    </article>
  );
}
