/** A growing text box that saves itself. What is said under it is SavedFoot's. */
import { makeStyles } from '@fluentui/react-components';
import type { Autosave } from '../platform/autosave/use-autosave.ts';
import { useUndo } from '../platform/autosave/use-undo.ts';
import { GrowingText, type GrowingTextProps } from './GrowingText.tsx';
import { SavedFoot, type SavedFootProps } from './SavedFoot.tsx';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
});

export type SavedTextProps = Pick<SavedFootProps, 'limit' | 'tooLong'> & {
  autosave: Autosave;
  /** Name of the box: an id on the page, or words. */
  labelledBy?: string;
  label?: string;
  describedBy?: string;
  placeholder?: string;
  small?: boolean;
  /** For tools that write into the box. */
  box?: Pick<GrowingTextProps, 'ref' | 'onKeyDown'>;
};

export function SavedText({ autosave, limit, tooLong, labelledBy, label, describedBy, placeholder, small = false, box }: SavedTextProps) {
  const styles = useStyles();
  const undo = useUndo(autosave);
  const { text } = autosave;
  // A box that was emptied at once offers its text back: the box's own undo is gone with the page.
  const write = (next: string): void => (next === '' && text !== '' ? undo.choose(next) : autosave.type(next));
  return (
    <div className={styles.around}>
      <GrowingText
        {...box}
        value={text}
        onChange={(event) => write(event.target.value)}
        onBlur={() => void autosave.flush()}
        aria-labelledby={labelledBy}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={autosave.tooLong ? true : undefined}
        placeholder={placeholder}
        small={small}
      />
      <SavedFoot autosave={autosave} undo={undo} limit={limit} tooLong={tooLong} />
    </div>
  );
}
