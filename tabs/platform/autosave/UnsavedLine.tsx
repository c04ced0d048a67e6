/** One quiet line after a page was left with text that could not be stored: it is kept and will be sent. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '../texts/texts.ts';
import { useLeftUnsaved } from './unsaved.ts';

const useStyles = makeStyles({
  line: { display: 'block', padding: '6px 20px', backgroundColor: tokens.colorNeutralBackground4 },
});

export function UnsavedLine() {
  const styles = useStyles();
  const t = useTexts('app');
  const unsaved = useLeftUnsaved();
  return (
    <div role="status">
      {unsaved && (
        <Text size={200} className={styles.line}>
          {t('leftUnsaved')}
        </Text>
      )}
    </div>
  );
}
