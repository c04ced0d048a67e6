/** Steps on a line: what is done, where we are, what comes. Shape, weight and words say it; colour only repeats it. */
import { makeStyles, mergeClasses, shorthands, Text, tokens } from '@fluentui/react-components';
import { Checkmark12Filled } from '@fluentui/react-icons';
import { useTexts } from '../platform/texts/texts.ts';

export type Step = {
  name: string;
  state: 'done' | 'now' | 'later';
  /** A few quiet words under the name: a date. */
  note?: string;
  onChoose?: () => void;
};

const useStyles = makeStyles({
  line: { listStyleType: 'none', display: 'flex', flexWrap: 'wrap', gap: '8px 20px', margin: 0, padding: 0 },
  // From the top, so that the dots stay on one line when some steps have a date under their name.
  step: { display: 'flex', alignItems: 'flex-start', gap: '8px', color: tokens.colorNeutralForeground3 },
  words: { display: 'flex', flexDirection: 'column' },
  note: { color: tokens.colorNeutralForeground2 },
  reached: { color: tokens.colorNeutralForeground1 },
  dot: {
    width: '20px',
    height: '20px',
    boxSizing: 'border-box',
    flexShrink: 0,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '1',
  },
  done: {
    backgroundColor: tokens.colorNeutralForeground2,
    color: tokens.colorNeutralBackground1,
    ...shorthands.borderColor('transparent'),
  },
  now: {
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    ...shorthands.borderColor('transparent'),
  },
  choose: {
    padding: 0,
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    ...shorthands.borderWidth(0),
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

export function StepLine({ steps, label }: { steps: Step[]; label?: string }) {
  const styles = useStyles();
  const t = useTexts('app');
  return (
    <ol className={styles.line} aria-label={label ?? t('step.label')}>
      {steps.map(({ name, state, note, onChoose }, at) => {
        const words = (
          <span className={mergeClasses(styles.step, state !== 'later' && styles.reached)}>
            <span aria-hidden className={mergeClasses(styles.dot, state === 'done' && styles.done, state === 'now' && styles.now)}>
              {state === 'done' ? <Checkmark12Filled /> : at + 1}
            </span>
            <span className={styles.words}>
              <Text weight={state === 'now' ? 'semibold' : 'regular'}>{name}</Text>
              {note && (
                <Text size={200} className={styles.note}>
                  {note}
                </Text>
              )}
            </span>
            <span className={styles.hidden}>{t(`step.${state}`)}</span>
          </span>
        );
        return (
          <li key={name} aria-current={state === 'now' ? 'step' : undefined}>
            {onChoose ? (
              <button type="button" className={styles.choose} onClick={onChoose}>
                {words}
              </button>
            ) : (
              words
            )}
          </li>
        );
      })}
    </ol>
  );
}
