/** The day of the next check-in, where the two have set one. On the first page it is loaded only then. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Talk } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

export function NextCheckIn({ talk: { nextCheckIn } }: { talk: Pick<Talk, 'nextCheckIn'> }) {
  return nextCheckIn ? <Line day={nextCheckIn} /> : null;
}

function Line({ day }: { day: string }) {
  const styles = useStyles();
  const t = useTexts('holding');
  const dates = useDates();
  return (
    <Text size={200} className={styles.quiet}>
      {t(day < dates.today ? 'checkInPast' : 'checkIn', { day: dates.inText.day(day) })}
    </Text>
  );
}
