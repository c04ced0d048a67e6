/** Words that somebody wrote to a check-in which cannot be answered any more: theirs to copy or to remove. Nothing when there are none. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Said } from '#tabs/ui/Said.tsx';
import { filledFrom, useFilledCheckIn } from './use-check-ins.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  remove: { alignSelf: 'flex-start' },
});

export type UnsharedWordsProps = {
  talkId: string;
  day: string;
  /** What of it was shared before, and stands there anyway. */
  said: string | null;
  /** Something was just refused, and the form that it was written in is gone. */
  isRefused?: boolean;
};

export function UnsharedWords({ talkId, day, said, isRefused = false }: UnsharedWordsProps) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const { inText } = useDates();
  const filled = useFilledCheckIn(`${talkId}/${day}`, filledFrom(undefined));
  const words = filled.value.text.trim();
  if (words === '' || words === said) return null;
  return (
    <>
      <div className={styles.lines}>
        <Said comesFirst={isRefused} className={styles.quiet}>
          {t('answer.unsaid', { day: inText.day(day) })}
        </Said>
        <Text className={styles.text}>{words}</Text>
      </div>
      <Button size="small" className={styles.remove} onClick={filled.forget}>
        {t('remove')}
      </Button>
    </>
  );
}
