/** How it goes with a goal: one of four calm words, and a short note or none. Keeps what is typed until it is stored. */
import { Button, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { goalNoteLimit, type Goal } from '#api/development/goal/contract.ts';
import type { GoalState } from '#api/development/terms/contract.ts';
import { useDraft } from '#tabs/platform/autosave/use-draft.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 0' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export const goalStates: GoalState[] = ['reached', 'going-on', 'changed', 'dropped'];

export type GoalProgressProps = {
  goal: Goal;
  busy: boolean;
  /** Resolves with whether it is stored. */
  onSave: (state: GoalState, note: string | null) => Promise<boolean>;
  onClose: () => void;
};

export function GoalProgress({ goal, busy, onSave, onClose }: GoalProgressProps) {
  const styles = useStyles();
  const t = useTexts('goal');
  const app = useTexts('app');
  const language = useLanguage();
  const [state, setState] = useState(goal.state);
  const [note, write] = useDraft(`goal-note/${goal.goalId}`);
  const tooLong = note.length > goalNoteLimit;
  const count = { done: note.length.toLocaleString(language), of: goalNoteLimit.toLocaleString(language) };
  const save = async (): Promise<void> => {
    if (busy || tooLong || !(await onSave(state, note.trim() || null))) return;
    write('');
    onClose();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t('how')}>
        <RadioGroup value={state} onChange={(_event, { value }) => setState(value as GoalState)}>
          {goalStates.map((one) => (
            <Radio key={one} value={one} label={t(`state.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={t('note')}
        hint={tooLong ? undefined : t('noteHint')}
        validationMessage={tooLong ? app('characters', count) : undefined}
      >
        <Input value={note} onChange={(_event, { value }) => write(value)} />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{app('cancel')}</Button>
      </div>
    </form>
  );
}
