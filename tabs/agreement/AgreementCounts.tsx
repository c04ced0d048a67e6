/** For HR: how many agreements a cycle has led to and how they go. Numbers only. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { countStatus } from '#api/agreement/following/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '4px 20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function AgreementCounts({ cycleId }: { cycleId: string }) {
  const styles = useStyles();
  const t = useTexts('following');
  const agreement = useTexts('agreement');
  const read = useRead(countStatus, { params: { cycleId } }, { refetchEvery: 60_000 });
  if (read.isPending) return <BlockSkeleton size={96} />;
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const { agreements, statuses } = read.data;
  const lead = agreements === 0 ? t('counts.none') : t('counts.all', { count: agreements });
  return (
    <Section title={t('counts.title')} lead={lead}>
      {agreements > 0 && statuses.length === 0 && <Text className={styles.quiet}>{t('counts.few')}</Text>}
      {agreements > 0 && statuses.length > 0 && (
        <ul className={styles.list} aria-label={t('counts.title')}>
          {statuses.map(({ status, agreements: count }) => (
            <li key={status}>
              <Text weight="semibold">{count}</Text> <Text className={styles.quiet}>{agreement(`status.${status}`)}</Text>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
