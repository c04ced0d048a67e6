/** The three questions of a check-in, and room for a few words. Says what is missing; keeps and sends nothing itself. */
import { Button, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { checkInTextLimit, weeksOffered, type CheckInAnswer, type How, type Need, type Weeks } from '#api/checkin/answer/contract.ts';
import { dayAfter } from '#api/checkin/answer/rules.ts';
import { firstName } from '#tabs/platform/texts/first-name.ts';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { GrowingText } from '#tabs/ui/GrowingText.tsx';
import type { Filled } from './use-check-ins.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

const hows: How[] = ['on-track', 'partly', 'stuck'];
const needs: Need[] = ['nothing', 'word', 'talk'];

export type CheckInFormProps = {
  value: Filled;
  other: string;
  /** What holds of the next one: who says the same moves nothing. */
  held: { weeks: CheckInAnswer['weeks']; day: string | null } | null;
  busy: boolean;
  /** Takes the focus when it comes: it was asked for. */
  arrives: boolean;
  onChange: (part: Partial<Filled>) => void;
  onSave: () => void;
  /** Leaves an answer as it was; absent for a first one. */
  onClose?: () => void;
};

export function CheckInForm({ value, other, held, busy, arrives, onChange, onSave, onClose }: CheckInFormProps) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const app = useTexts('app');
  const language = useLanguage();
  const { today, inText } = useDates();
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (arrives) form.current?.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, [arrives]);
  const { how, need, weeks, text } = value;
  const name = firstName(other);
  const tooLong = text.length > checkInTextLimit;
  const count = { done: text.length.toLocaleString(language), of: checkInTextLimit.toLocaleString(language) };
  const missing = (chosen: unknown): string | undefined => (tried && chosen === null ? t('answer.missing') : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!busy && !tooLong && how !== null && need !== null && weeks !== null) onSave();
  };
  const sayWeeks = (one: Weeks): string => {
    const day = held?.weeks === one ? held.day : dayAfter(today, one);
    return day === null ? t('answer.noMore') : t('answer.weeks', { count: one, day: inText.shortDay(day) });
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      <Field label={t('answer.how')} validationMessage={missing(how)}>
        <RadioGroup value={how ?? ''} onChange={(_event, data) => onChange({ how: data.value as How })}>
          {hows.map((one) => (
            <Radio key={one} value={one} label={t(`answer.says.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('answer.need', { name })} validationMessage={missing(need)}>
        <RadioGroup value={need ?? ''} onChange={(_event, data) => onChange({ need: data.value as Need })}>
          {needs.map((one) => (
            <Radio key={one} value={one} label={t(`answer.needs.${one}`)} />
          ))}
        </RadioGroup>
      </Field>
      <Field label={t('answer.again')} validationMessage={missing(weeks)}>
        <RadioGroup
          value={weeks === null ? '' : String(weeks)}
          onChange={(_event, data) => onChange({ weeks: Number(data.value) as Weeks })}
        >
          {weeksOffered.map((one) => (
            <Radio key={one} value={String(one)} label={sayWeeks(one)} />
          ))}
        </RadioGroup>
      </Field>
      <Field
        label={t('answer.text')}
        hint={tooLong ? undefined : t('answer.textHint', { name: other })}
        validationMessage={tooLong ? app('characters', count) : undefined}
      >
        {(control) => (
          <GrowingText {...control} small readOnly={busy} value={text} onChange={(event) => onChange({ text: event.target.value })} />
        )}
      </Field>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={busy}>
          {t('answer.share', { name })}
        </Button>
        {onClose && <Button onClick={onClose}>{app('cancel')}</Button>}
      </div>
    </form>
  );
}
