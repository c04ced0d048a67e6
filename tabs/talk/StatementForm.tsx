/** One text that is sent as a whole: a comment with the signature, an objection, a correction. Kept until it is stored. */
import { Button, Field, makeStyles } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { statementLimit } from '#api/talk/signing/contract.ts';
import { useDraft } from '#tabs/platform/autosave/use-draft.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';
import { InlinePanel } from '#tabs/ui/InlinePanel.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

export type StatementFormProps = {
  /** What the text is kept under: `comment/TALK`. */
  keep: string;
  words: { title: string; label: string; hint: string; send: string };
  busy: boolean;
  /** Resolves with whether it is stored. `id` is the same each time this form is sent, so that trying again says nothing twice. */
  onSend: (text: string, id: string) => Promise<boolean>;
  onClose: () => void;
  badge?: ReactNode;
};

export function StatementForm({ keep, words, busy, onSend, onClose, badge }: StatementFormProps) {
  const styles = useStyles();
  const t = useTexts('signing');
  const app = useTexts('app');
  const language = useLanguage();
  const [text, write] = useDraft(keep);
  const [asked, setAsked] = useState(false);
  const [id] = useState(() => crypto.randomUUID());
  const empty = text.trim() === '';
  const tooLong = text.length > statementLimit;
  const count = { done: text.length.toLocaleString(language), of: statementLimit.toLocaleString(language) };
  const wrong = tooLong ? app('characters', count) : asked && empty ? t('empty') : undefined;
  const send = async (): Promise<void> => {
    setAsked(true);
    if (empty || tooLong || busy || !(await onSend(text.trim(), id))) return;
    write('');
    onClose();
  };
  return (
    <InlinePanel title={words.title} level="h3" onClose={onClose}>
      <Field label={words.label} hint={wrong ? undefined : words.hint} validationMessage={wrong}>
        {(control) => <GrowingText {...control} small readOnly={busy} value={text} onChange={(event) => write(event.target.value)} />}
      </Field>
      {badge}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void send()}>
          {words.send}
        </Button>
        <Button onClick={onClose}>{app('cancel')}</Button>
      </div>
    </InlinePanel>
  );
}
