/** Goals on the printed talk: what goes on or has ended since the last one, with how it goes and by when. Proposals that nobody has taken on are not on paper. */
import { makeStyles } from '@fluentui/react-components';
import { listGoalsOfTalk } from '#api/development/goal/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { PaperSection } from '#tabs/ui/PaperSection.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '20px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

export function PaperGoals({ talkId }: { talkId: string }) {
  const styles = useStyles();
  const t = useTexts('goal');
  const { inText } = useDates();
  const read = useRead(listGoalsOfTalk, { params: { talkId } });
  if (read.error) return <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />;
  const goals = (read.data?.goals ?? []).filter(({ proposal }) => proposal === null);
  if (goals.length === 0) return null;
  return (
    <PaperSection title={t('title')}>
      <ul className={styles.list}>
        {goals.map(({ goalId, what, state, due }) => (
          <li
            key={goalId}
          >{`${what} (${[t(`state.${state}`), due ? t('by', { day: inText.day(due) }) : ''].filter(Boolean).join(' · ')})`}</li>
        ))}
      </ul>
    </PaperSection>
  );
}
