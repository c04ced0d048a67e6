/** What somebody was writing about an agreement when the agreements were closed: theirs to copy or to remove. Nothing when there is none. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useWriting } from './use-writing.ts';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: '4px', alignItems: 'flex-start', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: '100%' },
});

export function LateWords({ talkId }: { talkId: string }) {
  const styles = useStyles();
  const t = useTexts('agreement');
  const { writing, end } = useWriting(talkId);
  const words = writing?.input.text.trim() ?? '';
  if (words === '') return null;
  return (
    <div className={styles.lines}>
      <Text role="alert" className={styles.quiet}>
        {t('tooLate')}
      </Text>
      <Text className={styles.text}>{words}</Text>
      <Button size="small" onClick={end}>
        {t('remove')}
      </Button>
    </div>
  );
}
