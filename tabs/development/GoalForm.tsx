/** The questions of a goal: what, why, by when, and whose it is. Says what is missing; keeps nothing itself. */
import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { goalLimit, whyLimit, type Goals, type Visibility } from '#api/development/goal/contract.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';
import type { Filled } from './use-filled.ts';
import { useReaders } from './use-readers.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '4px 0', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  day: { maxWidth: '220px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export type GoalFormProps = {
  value: Filled;
  onChange: (part: Partial<Filled>) => void;
  /** Of the employee, who writes; a manager proposes, and marks nothing. */
  people: Pick<Goals, 'manager' | 'managersManager'> | { proposedTo: string };
  save: string;
  busy: boolean;
  onSave: () => void;
  onClose: () => void;
};

export function GoalForm({ value, onChange: change, people, save, busy, onSave, onClose }: GoalFormProps) {
  const styles = useStyles();
  const t = useTexts('goal');
  const app = useTexts('app');
  const language = useLanguage();
  const [asked, setAsked] = useState(false);
  const { what, why, due, visibility } = value;
  const tooLong = (text: string, limit: number): string | undefined =>
    text.length > limit ? app('characters', { done: text.length.toLocaleString(language), of: limit.toLocaleString(language) }) : undefined;
  const wrong = tooLong(what, goalLimit) ?? (asked && what.trim() === '' ? t('missing') : undefined);
  const wrongWhy = tooLong(why, whyLimit);
  const send = (): void => {
    setAsked(true);
    if (!busy && what.trim() !== '' && !wrong && !wrongWhy) onSave();
  };
  const proposedTo = 'proposedTo' in people ? people.proposedTo : null;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Field
        label={proposedTo === null ? t('what') : t('whatTo', { name: proposedTo })}
        hint={wrong || proposedTo !== null ? undefined : t('whatHint')}
        validationMessage={wrong}
      >
        {(control) => (
          <GrowingText
            {...control}
            small
            autoFocus
            readOnly={busy}
            value={what}
            onChange={(event) => change({ what: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('why')} hint={wrongWhy ? undefined : t('whyHint')} validationMessage={wrongWhy}>
        {(control) => (
          <GrowingText {...control} small readOnly={busy} value={why} onChange={(event) => change({ why: event.target.value })} />
        )}
      </Field>
      <Field label={t('due')} hint={t('dueHint')}>
        <Input type="date" className={styles.day} value={due} onChange={(_event, { value: day }) => change({ due: day })} />
      </Field>
      {'manager' in people ? (
        <Whose people={people} chosen={visibility} onChoose={(next) => change({ visibility: next })} />
      ) : (
        <Text size={200} className={styles.quiet}>
          {t('proposeReaders', { name: people.proposedTo })}
        </Text>
      )}
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {save}
        </Button>
        <Button onClick={onClose}>{app('cancel')}</Button>
      </div>
    </form>
  );
}

type WhoseProps = {
  people: Pick<Goals, 'manager' | 'managersManager'>;
  chosen: Visibility;
  onChoose: (visibility: Visibility) => void;
};

/** Whose goal it is, and in plain words who reads it then. */
function Whose({ people, chosen, onChoose }: WhoseProps) {
  const t = useTexts('goal');
  return (
    <Field label={t('for')} hint={`${useReaders(people, chosen)} ${t('readers.rest')}`}>
      <RadioGroup value={chosen} onChange={(_event, { value }) => onChoose(value as Visibility)}>
        {(['manager', 'team', 'organisation'] as const).map((one) => (
          <Radio key={one} value={one} label={t(`visibility.${one}`)} />
        ))}
      </RadioGroup>
    </Field>
  );
}
