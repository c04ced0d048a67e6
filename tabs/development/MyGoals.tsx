/** On My talk: the goals that go on, what waits for an answer, and the way to all of them. */
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { listMyGoals } from '#api/development/goal/contract.ts';
import { isOpen } from '#api/development/goal/rules.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  item: {
    display: 'flex',
    flexDirection: 'column',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: 'none' },
  },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function MyGoals() {
  const styles = useStyles();
  const t = useTexts('goal');
  const { inText, daysUntil } = useDates();
  const linkTo = useLinkTo();
  const read = useRead(listMyGoals, {});
  if (read.isPending) return <BlockSkeleton size={96} />;
  if (!read.data) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const { goals } = read.data;
  const open = goals.filter(({ state, proposal }) => proposal === null && isOpen(state));
  const waits = goals.filter(({ proposal }) => proposal === 'waiting').length;
  return (
    <Section title={t('mine')} {...(open.length === 0 ? { lead: t('noneText') } : {})}>
      {waits > 0 && <Text weight="semibold">{t('waits', { count: waits })}</Text>}
      {open.length > 0 && (
        <ul className={styles.list} aria-label={t('mine')}>
          {open.map(({ goalId, what, due }) => (
            <li key={goalId} className={styles.item}>
              <Text className={styles.text}>{what}</Text>
              <Text size={200} className={styles.quiet}>
                {[due ? t('by', { day: inText.day(due) }) : t('noDay'), due && daysUntil(due) < 0 ? t('late') : '']
                  .filter(Boolean)
                  .join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
      <Link {...linkTo({ page: 'goals' })}>{t(goals.length === 0 ? 'add' : 'all')}</Link>
    </Section>
  );
}
