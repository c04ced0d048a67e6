/** What did not fit into the shared notes: why, and the whole of it, to be copied or shortened elsewhere. In memory only; closing the window warns. */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { sharedNotesLimit } from '#api/note/contract.ts';
import { markUnsaved } from '#tabs/platform/autosave/unsaved.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  bar: { height: 'auto', paddingTop: '8px', paddingBottom: '8px', alignItems: 'start' },
  body: { whiteSpace: 'normal' },
  // A megabyte is measured by nobody: the box has one size.
  pasted: { fieldSizing: 'fixed', height: '160px' },
});

export type TooMuchProps = {
  talkId: string;
  /** Null: typing was turned away, and there is nothing more to show. */ pasted: string | null;
  onDone: () => void;
};

export function TooMuch({ talkId, pasted, onDone }: TooMuchProps) {
  const styles = useStyles();
  const t = useTexts('note');
  const language = useLanguage();
  const [copied, setCopied] = useState(false);
  const key = `pasted/${talkId}`;
  useEffect(() => {
    markUnsaved(key, pasted !== null);
    return () => markUnsaved(key, false);
  }, [key, pasted]);
  const count = { length: (pasted ?? '').length.toLocaleString(language), limit: sharedNotesLimit.toLocaleString(language) };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(pasted ?? '');
      setCopied(true);
    } catch {
      // Some hosts keep the clipboard from the page: the text stands in the box, and can be marked and copied there.
      setCopied(false);
    }
  };
  return (
    <div className={styles.around}>
      <MessageBar intent="warning" layout="multiline" className={styles.bar} role="alert">
        <MessageBarBody className={styles.body}>
          <MessageBarTitle>{t('tooMuch.title')}</MessageBarTitle> {pasted === null ? t('tooMuch.typed', count) : t('tooMuch.pasted', count)}
        </MessageBarBody>
        <MessageBarActions>
          {pasted !== null && (
            <Button size="small" onClick={() => void copy()}>
              {t(copied ? 'tooMuch.copied' : 'tooMuch.copy')}
            </Button>
          )}
          <Button size="small" onClick={onDone}>
            {t(pasted === null ? 'tooMuch.seen' : 'tooMuch.drop')}
          </Button>
        </MessageBarActions>
      </MessageBar>
      {pasted !== null && <GrowingText readOnly small aria-label={t('tooMuch.label')} value={pasted} className={styles.pasted} />}
    </div>
  );
}
