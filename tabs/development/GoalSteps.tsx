/** How a goal has gone, newest first, under a fold: who said what, and what it said before it was changed. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { GoalStep } from '#api/development/goal/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Fold } from '#tabs/ui/Fold.tsx';

const useStyles = makeStyles({
  steps: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '6px' },
  step: { display: 'flex', flexDirection: 'column', overflowWrap: 'anywhere' },
  text: { whiteSpace: 'pre-wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function GoalSteps({ steps }: { steps: GoalStep[] }) {
  const styles = useStyles();
  const t = useTexts('goal');
  const { inText } = useDates();
  return (
    <Fold title={t('history', { count: steps.length })}>
      <ul className={styles.steps}>
        {steps.map(({ state, note, before, name, at }, nth) => (
          <li key={nth} className={styles.step}>
            <Text size={200} className={styles.quiet}>
              {before
                ? t('stepChanged', { name, when: inText.instant(at) })
                : t('step', { state: t(`state.${state}`), name, when: inText.instant(at) })}
            </Text>
            {note && <Text className={styles.text}>{note}</Text>}
            {before && (
              <Text className={styles.text}>
                {before.due ? t('beforeDay', { what: before.what, day: inText.day(before.due) }) : t('before', { what: before.what })}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Fold>
  );
}
