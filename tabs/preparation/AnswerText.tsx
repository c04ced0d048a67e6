/** One answer for reading, by the form of its question: words with their formatting, a place between two words, what was chosen. */
import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { blocksOf } from '#api/preparation/rules/formatting.ts';
import { readGiven, scaleMarks } from '#api/preparation/rules/given.ts';
import type { Form } from '#api/template/contract.ts';
import { FormattedText } from '#tabs/ui/FormattedText.tsx';
import { useSaying } from './use-saying.ts';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0, overflowWrap: 'anywhere' },
  scale: { display: 'flex', flexWrap: 'wrap', gap: '4px 10px', alignItems: 'center' },
  dots: { display: 'inline-flex', gap: '6px', alignItems: 'center' },
  dot: {
    width: '8px',
    height: '8px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  here: { width: '14px', height: '14px', ...shorthands.borderWidth('4px') },
  chosen: { margin: 0, paddingLeft: '22px' },
});

export function AnswerText({ form, text }: { form: Form; text: string }) {
  const styles = useStyles();
  const say = useSaying(form);
  const { marks, words } = readGiven(form, text);
  const [first] = marks;
  return (
    <div className={styles.around}>
      {form.kind === 'scale' && first && (
        <span className={styles.scale}>
          <span aria-hidden className={styles.dots}>
            {scaleMarks.map((mark) => (
              <span key={mark} className={mergeClasses(styles.dot, mark === first && styles.here)} />
            ))}
          </span>
          {say.mark(first)}
        </span>
      )}
      {form.kind === 'choice' && first && (
        <ul className={styles.chosen}>
          {marks.map((mark) => (
            <li key={mark}>{say.mark(mark)}</li>
          ))}
        </ul>
      )}
      {words.trim() !== '' && <FormattedText pieces={blocksOf(words)} />}
    </div>
  );
}
