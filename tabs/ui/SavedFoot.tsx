/**
 * What stands under something that saves itself: its state, its limit, one step back, what went wrong, and both versions when another was saved
 * elsewhere. Draws no box: what is edited may be a text or a choice.
 */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowUndo20Regular } from '@fluentui/react-icons';
import type { TabReason } from '../platform/call/refused.ts';
import { Refused } from '../platform/call/refused.ts';
import type { Autosave } from '../platform/autosave/use-autosave.ts';
import type { Undo } from '../platform/autosave/use-undo.ts';
import { useLanguage, useTexts } from '../platform/texts/texts.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { SavedState } from './SavedState.tsx';
import { TwoTexts } from './TwoTexts.tsx';

const useStyles = makeStyles({
  foot: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', justifyContent: 'space-between', alignItems: 'center', minHeight: '32px' },
  count: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  over: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

export type SavedFootProps = {
  autosave: Autosave;
  undo: Undo;
  limit: number;
  /** Why a text over the limit is not sent; its text is the one of the server's refusal. */
  tooLong: TabReason;
  /** How a version reads when two are shown; without it, as it is written. Versions that are more than words cannot be put together. */
  say?: (text: string) => string;
};

export function SavedFoot({ autosave, undo, limit, tooLong, say }: SavedFootProps) {
  const styles = useStyles();
  const t = useTexts('app');
  const { text, state, error, conflict } = autosave;
  const limitError = autosave.tooLong
    ? new Refused({ type: `urn:samtal:${tooLong}`, title: tooLong, status: 413, reason: tooLong, limit })
    : null;
  const shown = limitError ?? (state === 'problem' && !conflict ? error : null);
  const reads = say ?? ((one: string) => one);
  return (
    <>
      <div className={styles.foot}>
        <SavedState state={state} />
        <Count length={text.length} limit={limit} />
        {undo.undo && (
          <Button size="small" appearance="subtle" icon={<ArrowUndo20Regular />} onClick={undo.undo}>
            {t('undo')}
          </Button>
        )}
      </div>
      {conflict && (
        <TwoTexts
          mine={reads(text)}
          other={reads(conflict.text)}
          onKeepMine={() => void autosave.keepMine()}
          onTakeOther={undo.takeOther}
          {...(say ? {} : { onKeepBoth: () => void autosave.keepBoth() })}
        />
      )}
      <ProblemNotice error={shown} {...(limitError ? {} : { onRetry: () => void autosave.flush() })} />
    </>
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
