/**
 * Writing down a new topic: one box, and whether to keep or share it. What is typed stays until it is stored, also when the page is left; what is typed while
 * something is being stored is the next one.
 */
import { Button, Field, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { topicLimit } from '#api/checkin/contract.ts';
import { useDraft } from '#tabs/platform/autosave/use-draft.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { firstName } from '#tabs/platform/texts/first-name.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '8px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export type TopicFormProps = {
  /** What the text is kept under. */
  keep: string;
  /** Whom it can be shared with; null for nobody. */
  other: { id: string; name: string } | null;
  busy: boolean;
  /** `withId`: whom it is shared with; null keeps it. */
  onAdd: (topicId: string, text: string, withId: string | null) => Promise<unknown>;
};

export function TopicForm({ keep, other, busy, onAdd }: TopicFormProps) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const app = useTexts('app');
  const language = useLanguage();
  const [text, write, onStored] = useDraft(`topic/${keep}`);
  const [topicId, setTopicId] = useState(() => crypto.randomUUID());
  const [asked, setAsked] = useState(false);
  const empty = text.trim() === '';
  const tooLong = text.length > topicLimit;
  const count = { done: text.length.toLocaleString(language), of: topicLimit.toLocaleString(language) };
  const wrong = tooLong ? app('characters', count) : asked && empty ? t('missing') : undefined;
  const send = (withId: string | null): void => {
    setAsked(true);
    if (empty || tooLong || busy) return;
    // What went wrong is shown from the call's own state; the text stays.
    void onAdd(topicId, text.trim(), withId).then(
      () => {
        onStored(text);
        setAsked(false);
        setTopicId(crypto.randomUUID());
      },
      (error: unknown) => {
        // It had arrived before, said otherwise, and is in the list: what is sent now is another one.
        if (asRefused(error).reason === 'stale') setTopicId(crypto.randomUUID());
      },
    );
  };
  return (
    <div className={styles.form}>
      <Field label={t('label')} validationMessage={wrong}>
        {(control) => <GrowingText {...control} small value={text} onChange={(event) => write(event.target.value)} />}
      </Field>
      <div className={styles.actions}>
        {other && (
          <Button disabledFocusable={busy} onClick={() => send(other.id)}>
            {t('shareNow', { name: firstName(other.name) })}
          </Button>
        )}
        <Button disabledFocusable={busy} onClick={() => send(null)}>
          {t('keep')}
        </Button>
      </div>
    </div>
  );
}
