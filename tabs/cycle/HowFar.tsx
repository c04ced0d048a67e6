/** How far a plan is from the best there can be, as far as that is proven: how many more could fit, and how much better the times could suit. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Plan } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

export function HowFar({ plan: { placed, unplaced, most, betterPercent } }: { plan: Plan }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  return (
    <>
      {unplaced.length > 0 && most !== null && (
        <Text>{most > placed.length ? t('look.more', { count: most - placed.length }) : t('look.noneMore')}</Text>
      )}
      {placed.length > 0 && betterPercent !== null && (
        <>
          <Text>{betterPercent > 0 ? t('look.better', { percent: betterPercent }) : t('look.noneBetter')}</Text>
          <Text size={200} className={styles.quiet}>
            {t('look.betterCounts')}
          </Text>
        </>
      )}
    </>
  );
}
