/** The questions of an agreement: what, who, by when, and which goal it serves. Says what is missing; keeps what is typed until it is stored. */
import { Button, Field, Input, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { agreementLimit, type AgreementInput } from '#api/agreement/contract.ts';
import type { PersonRef } from '#api/people/contract.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';
import { GoalChoice, type GoalChoiceProps } from './GoalChoice.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 0' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  day: { maxWidth: '220px' },
});

export type AgreementFormProps = {
  parties: { employee: PersonRef; manager: PersonRef; meId: string };
  start: AgreementInput;
  /** Of which talk, and which goal it serves already; left out where that is not asked. */
  goalOf?: Pick<GoalChoiceProps, 'talkId' | 'linked'>;
  busy: boolean;
  /** With each change, so that it can be kept when the page is left. */
  onType: (input: AgreementInput) => void;
  onSave: (input: AgreementInput) => void;
  onCancel: () => void;
};

export function AgreementForm({ parties, start, goalOf, busy, onType, onSave, onCancel }: AgreementFormProps) {
  const styles = useStyles();
  const t = useTexts('agreement');
  const app = useTexts('app');
  const language = useLanguage();
  const [input, setInput] = useState(start);
  const change = (part: Partial<AgreementInput>): void => {
    setInput({ ...input, ...part });
    onType({ ...input, ...part });
  };
  const [asked, setAsked] = useState(false);
  const empty = input.text.trim() === '';
  const tooLong = input.text.length > agreementLimit;
  const count = { done: input.text.length.toLocaleString(language), of: agreementLimit.toLocaleString(language) };
  const wrong = tooLong ? app('characters', count) : asked && empty ? t('missing') : undefined;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!empty && !tooLong && !busy) onSave({ ...input, text: input.text.trim() });
      }}
    >
      <Field label={t('what')} hint={wrong ? undefined : t('whatHint')} validationMessage={wrong}>
        {(control) => (
          <GrowingText
            {...control}
            small
            autoFocus
            readOnly={busy}
            value={input.text}
            onChange={(event) => change({ text: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('who')}>
        <RadioGroup value={input.ownerId} onChange={(_event, { value }) => change({ ownerId: value })}>
          {[parties.employee, parties.manager].map(({ id, name }) => (
            <Radio key={id} value={id} label={id === parties.meId ? t('you', { name }) : name} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('due')} hint={t('dueHint')}>
        <Input
          type="date"
          className={styles.day}
          value={input.due ?? ''}
          onChange={(_event, { value }) => change({ due: value || null })}
        />
      </Field>
      {goalOf && <GoalChoice {...goalOf} chosen={input.goalId ?? ''} onChoose={(goalId) => change({ goalId })} />}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{app('cancel')}</Button>
      </div>
    </form>
  );
}
