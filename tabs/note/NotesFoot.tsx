/** Below the text of the shared notes: an agreement out of a line, and the history. */
import { Button, makeStyles } from '@fluentui/react-components';
import { Handshake20Regular, History20Regular } from '@fluentui/react-icons';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({ tools: { display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end' } });

/** In the notes: makes an agreement of the line. */
export const agreeKey = 'F9';

export type NotesFootProps = { onAgree: (() => void) | null; onHistory: () => void };

export function NotesFoot({ onAgree, onHistory }: NotesFootProps) {
  const styles = useStyles();
  const t = useTexts('note');
  return (
    <div className={styles.tools}>
      {onAgree && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Handshake20Regular />}
          aria-keyshortcuts={agreeKey}
          title={t('agreeKey', { key: agreeKey })}
          // The text keeps its marking, which says what is meant.
          onMouseDown={(event) => event.preventDefault()}
          onClick={onAgree}
        >
          {t('agree')}
        </Button>
      )}
      <Button size="small" appearance="subtle" icon={<History20Regular />} onClick={onHistory}>
        {t('history.open')}
      </Button>
    </div>
  );
}
