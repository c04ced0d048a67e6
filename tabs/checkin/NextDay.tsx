/** The day of the next check-in, or that there is none. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** `soon`: from when on it can be answered is said as well. */
export function NextDay({ day, soon = false }: { day: string | null; soon?: boolean }) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const { inText } = useDates();
  const when = day === null ? t('answer.noNext') : t('answer.next', { day: inText.day(day) });
  return <Text className={styles.quiet}>{soon && day !== null ? `${when} ${t('answer.nextHint')}` : when}</Text>;
}
