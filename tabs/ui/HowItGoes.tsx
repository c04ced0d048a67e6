/** How something goes: one of a few calm words, and a short note or none. Keeps what is typed until it is stored; what the words are, the caller says. */
import { Button, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useDraft } from '../platform/autosave/use-draft.ts';
import { useLanguage, useTexts } from '../platform/texts/texts.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 0' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export type HowItGoesProps<State extends string> = {
  /** What the note is kept under. */
  keep: string;
  start: State;
  /** In the order they are shown. */
  states: readonly { state: State; label: string }[];
  words: Record<'how' | 'note' | 'noteHint' | 'save', string>;
  /** Longest note, in UTF-16 code units. */
  noteLimit: number;
  busy: boolean;
  /** Resolves with whether it is stored. */
  onSave: (state: State, note: string | null) => Promise<boolean>;
  onClose: () => void;
};

export function HowItGoes<State extends string>(props: HowItGoesProps<State>) {
  const { keep, start, states, words, noteLimit, busy, onSave, onClose } = props;
  const styles = useStyles();
  const app = useTexts('app');
  const language = useLanguage();
  const [state, setState] = useState(start);
  const form = useRef<HTMLFormElement>(null);
  // What it was opened with is gone from the page.
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  const [note, write] = useDraft(keep);
  const tooLong = note.length > noteLimit;
  const count = { done: note.length.toLocaleString(language), of: noteLimit.toLocaleString(language) };
  const save = async (): Promise<void> => {
    if (busy || tooLong || !(await onSave(state, note.trim() || null))) return;
    write('');
    onClose();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={words.how}>
        <RadioGroup value={state} onChange={(_event, { value }) => setState(value as State)}>
          {states.map((one) => (
            <Radio key={one.state} value={one.state} label={one.label} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={words.note}
        hint={tooLong ? undefined : words.noteHint}
        validationMessage={tooLong ? app('characters', count) : undefined}
      >
        <Input readOnly={busy} value={note} onChange={(_event, { value }) => write(value)} />
      </Field>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{app('cancel')}</Button>
      </div>
    </form>
  );
}
