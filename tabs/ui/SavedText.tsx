/** A growing text box that saves itself: its state, its limit, what went wrong, and both texts when another version was saved elsewhere. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { TabReason } from '../platform/call/refused.ts';
import { Refused } from '../platform/call/refused.ts';
import type { Autosave } from '../platform/autosave/use-autosave.ts';
import { useLanguage, useTexts } from '../platform/texts/texts.ts';
import { GrowingText } from './GrowingText.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { SavedState } from './SavedState.tsx';
import { TwoTexts } from './TwoTexts.tsx';

const useStyles = makeStyles({
  around: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', justifyContent: 'space-between', alignItems: 'center', minHeight: '24px' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  over: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

export type SavedTextProps = {
  autosave: Autosave;
  limit: number;
  /** Why a text over the limit is not sent; its text is the one of the server's refusal. */
  tooLong: TabReason;
  /** Name of the box: an id on the page, or words. */
  labelledBy?: string;
  label?: string;
  describedBy?: string;
  placeholder?: string;
  small?: boolean;
};

export function SavedText({ autosave, limit, tooLong, labelledBy, label, describedBy, placeholder, small = false }: SavedTextProps) {
  const styles = useStyles();
  const { text, state, error, conflict } = autosave;
  const limitError = autosave.tooLong
    ? new Refused({ type: `urn:samtal:${tooLong}`, title: tooLong, status: 413, reason: tooLong, limit })
    : null;
  const shown = limitError ?? (state === 'problem' && !conflict ? error : null);
  return (
    <div className={styles.around}>
      <GrowingText
        value={text}
        onChange={(event) => autosave.type(event.target.value)}
        onBlur={() => void autosave.flush()}
        aria-labelledby={labelledBy}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={limitError ? true : undefined}
        placeholder={placeholder}
        small={small}
      />
      <div className={styles.foot}>
        <SavedState state={state} />
        <Count length={text.length} limit={limit} />
      </div>
      {conflict && (
        <TwoTexts mine={text} other={conflict.text} onKeepMine={() => void autosave.keepMine()} onTakeOther={autosave.takeOther} />
      )}
      <ProblemNotice error={shown} {...(limitError ? {} : { onRetry: () => void autosave.flush() })} />
    </div>
  );
}

/** Only when the limit comes near: before that a counter says nothing and disturbs. */
function Count({ length, limit }: { length: number; limit: number }) {
  const styles = useStyles();
  const t = useTexts('app');
  const language = useLanguage();
  if (length < limit * 0.8) return null;
  return (
    <Text size={200} className={length > limit ? styles.over : styles.count}>
      {t('characters', { done: length.toLocaleString(language), of: limit.toLocaleString(language) })}
    </Text>
  );
}
