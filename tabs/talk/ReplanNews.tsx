/** Why HR, who planned the cycle again, had a talk moved, and where it was before. Says nothing of who could not. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Move } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

export function ReplanNews({ why, from }: { why: NonNullable<Move['why']>; from: Move['from'] }) {
  const styles = useStyles();
  const t = useTexts('replan');
  const dates = useDates();
  return (
    <Text role="status" className={styles.quiet}>
      {t('news', { why: t(`why.${why}`), from: dates.inText.shortTime(from.start, from.end) })}
    </Text>
  );
}
