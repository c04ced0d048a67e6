/** An answer in one's own words: a box that saves itself, with bold and lists by button or key. */
import { Button, makeStyles } from '@fluentui/react-components';
import { TextBold20Regular, TextBulletList20Regular } from '@fluentui/react-icons';
import { useRef, type KeyboardEvent } from 'react';
import { answerLimit } from '#api/preparation/contract.ts';
import type { Autosave } from '#tabs/platform/autosave/use-autosave.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { SavedText } from '#tabs/ui/SavedText.tsx';
import { carryOut, goOnList, makeBold, makeList } from './use-marking.ts';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  tools: { display: 'flex', gap: '4px' },
});

export function TextAnswer({ autosave, labelledBy, describedBy }: { autosave: Autosave; labelledBy: string; describedBy: string }) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const box = useRef<HTMLTextAreaElement>(null);
  const mark = (make: typeof makeBold): void => {
    const { current } = box;
    if (current) carryOut(current, make(current.value, current.selectionStart, current.selectionEnd));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { currentTarget: typed, key, ctrlKey, metaKey, shiftKey, altKey } = event;
    if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'b') {
      event.preventDefault();
      mark(makeBold);
    }
    if (key !== 'Enter' || shiftKey || ctrlKey || event.nativeEvent.isComposing || typed.selectionStart !== typed.selectionEnd) return;
    const edit = goOnList(typed.value, typed.selectionStart);
    if (!edit) return;
    event.preventDefault();
    carryOut(typed, edit);
  };
  return (
    <div className={styles.around}>
      <div role="group" aria-label={t('tools.label')} className={styles.tools}>
        <Button
          size="small"
          appearance="subtle"
          icon={<TextBold20Regular />}
          title={t('tools.bold')}
          aria-label={t('tools.bold')}
          onClick={() => mark(makeBold)}
        />
        <Button
          size="small"
          appearance="subtle"
          icon={<TextBulletList20Regular />}
          title={t('tools.list')}
          aria-label={t('tools.list')}
          onClick={() => mark(makeList)}
        />
      </div>
      <SavedText
        autosave={autosave}
        limit={answerLimit}
        tooLong="answer-too-long"
        labelledBy={labelledBy}
        describedBy={describedBy}
        placeholder={t('placeholder')}
        box={{ ref: box, onKeyDown }}
      />
    </div>
  );
}
