/** Goals on the printed talk: what goes on, with how it goes and by when. Proposals that nobody has taken on are not on paper. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { listGoalsOfTalk } from '#api/development/goal/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';

const useStyles = makeStyles({
  part: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    minWidth: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    paddingTop: '8px',
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
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
    <section className={styles.part}>
      <h2 className={styles.heading}>{t('title')}</h2>
      <ul className={styles.list}>
        {goals.map(({ goalId, what, state, due }) => (
          <li
            key={goalId}
          >{`${what} (${[t(`state.${state}`), due ? t('by', { day: inText.day(due) }) : ''].filter(Boolean).join(' · ')})`}</li>
        ))}
      </ul>
    </section>
  );
}
