/** How it goes with an agreement: one of five calm words, and a short note or none. Keeps what is typed until it is stored. */
import { Button, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { AgreementStatus } from '#api/agreement/contract.ts';
import { progressNoteLimit } from '#api/agreement/following/contract.ts';
import { useDraft } from '#tabs/platform/autosave/use-draft.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 0' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const statuses: AgreementStatus[] = ['not-begun', 'under-way', 'kept', 'changed', 'dropped'];

export type ProgressFormProps = {
  /** What the note is kept under. */
  keep: string;
  start: AgreementStatus;
  busy: boolean;
  onSave: (status: AgreementStatus, note: string | null) => Promise<boolean>;
  onClose: () => void;
};

export function ProgressForm({ keep, start, busy, onSave, onClose }: ProgressFormProps) {
  const styles = useStyles();
  const t = useTexts('following');
  const agreement = useTexts('agreement');
  const app = useTexts('app');
  const language = useLanguage();
  const [status, setStatus] = useState(start);
  const [note, write] = useDraft(keep);
  const tooLong = note.length > progressNoteLimit;
  const count = { done: note.length.toLocaleString(language), of: progressNoteLimit.toLocaleString(language) };
  const save = async (): Promise<void> => {
    if (busy || tooLong || !(await onSave(status, note.trim() || null))) return;
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
        <RadioGroup value={status} onChange={(_event, { value }) => setStatus(value as AgreementStatus)}>
          {statuses.map((one) => (
            <Radio key={one} value={one} label={agreement(`status.${one}`)} />
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
