/** For HR: how many goals the people of a cycle have and how they go. Numbers only, of five people or more. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { countGoals } from '#api/development/goal/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '4px 20px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function GoalCounts({ cycleId }: { cycleId: string }) {
  const styles = useStyles();
  const t = useTexts('goal');
  const read = useRead(countGoals, { params: { cycleId } }, { refetchEvery: 60_000 });
  if (read.isPending) return <BlockSkeleton size={96} />;
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const { states, marked } = read.data;
  return (
    <Section title={t('counts.title')} lead={t('counts.lead')}>
      {states.length === 0 && <Text className={styles.quiet}>{t('counts.few')}</Text>}
      {states.length > 0 && (
        <ul className={styles.list} aria-label={t('counts.title')}>
          {states.map(({ state, goals }) => (
            <li key={state}>
              <Text weight="semibold">{goals}</Text> <Text className={styles.quiet}>{t(`state.${state}`)}</Text>
            </li>
          ))}
        </ul>
      )}
      {marked.length > 0 && (
        <Text className={styles.quiet}>
          {marked.map(({ visibility, goals: count }) => t(`counts.marked.${visibility}`, { count })).join(' · ')}
        </Text>
      )}
    </Section>
  );
}
