/** Words that somebody wrote to a check-in which cannot be answered any more: theirs to copy or to remove. Nothing when there are none. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { filledFrom, useFilledCheckIn } from './use-check-ins.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  remove: { alignSelf: 'flex-start' },
});

/** `said`: what of it was shared before, and stands there anyway. */
export function UnsharedWords({ talkId, day, said }: { talkId: string; day: string; said: string | null }) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const { inText } = useDates();
  const filled = useFilledCheckIn(`${talkId}/${day}`, filledFrom(undefined));
  const words = filled.value.text.trim();
  if (words === '' || words === said) return null;
  return (
    <>
      <div className={styles.lines}>
        <Text className={styles.quiet}>{t('answer.unsaid', { day: inText.day(day) })}</Text>
        <Text className={styles.text}>{words}</Text>
      </div>
      <Button size="small" className={styles.remove} onClick={filled.forget}>
        {t('remove')}
      </Button>
    </>
  );
}
