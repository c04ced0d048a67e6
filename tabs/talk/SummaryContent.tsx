/** What is signed, for reading: the notes with their formatting, the agreements and the goals. */
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Summary, Talk } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { FormattedText } from '#tabs/ui/FormattedText.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { ErasedNotes } from './ErasedNotes.tsx';

const useStyles = makeStyles({
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', lineHeight: '1.5' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  one: { display: 'flex', flexDirection: 'column' },
});

export function SummaryContent({ summary, erased }: { summary: Summary; erased: Talk['notesErased'] }) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { inText } = useDates();
  const { notes, formatted, agreements, goals } = summary;
  const goalOf = (goalId = ''): string => goals.find((goal) => goal.goalId === goalId)?.what ?? '';
  return (
    <>
      <Section title={t('notes')}>
        {erased && <ErasedNotes erased={erased} />}
        {notes.trim() !== '' ? <FormattedText pieces={formatted} /> : !erased && <Text className={styles.quiet}>{t('noNotes')}</Text>}
      </Section>
      <Section title={t('agreements')}>
        {agreements.length === 0 && <Text className={styles.quiet}>{t('noAgreements')}</Text>}
        <ul className={styles.list} aria-label={t('agreements')}>
          {agreements.map(({ text, ownerName: owner, due, goalId }, at) => (
            <li key={at} className={styles.one}>
              <Text className={styles.text}>{text}</Text>
              <Text size={200} className={styles.quiet}>
                {due ? t('due', { owner, day: inText.day(due) }) : t('noDue', { owner })}
                {goalOf(goalId) && ` · ${t('towards', { goal: goalOf(goalId) })}`}
              </Text>
            </li>
          ))}
        </ul>
      </Section>
      {goals.length > 0 && <GoalLines goals={goals} />}
    </>
  );
}

/** As they stood when the talk was finished. */
function GoalLines({ goals }: Pick<Summary, 'goals'>) {
  const styles = useStyles();
  const t = useTexts('signing');
  const { inText } = useDates();
  return (
    <Section title={t('goals')}>
      <ul className={styles.list} aria-label={t('goals')}>
        {goals.map(({ goalId, what, why, due, state }) => (
          <li key={goalId} className={styles.one}>
            <Text className={styles.text}>{what}</Text>
            {why && <Text className={mergeClasses(styles.text, styles.quiet)}>{why}</Text>}
            <Text size={200} className={styles.quiet}>
              {[t(`goalState.${state}`), due ? t('goalDue', { day: inText.day(due) }) : ''].filter(Boolean).join(' · ')}
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  );
}
