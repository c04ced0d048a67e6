/** Screen 3: when the talks may be, with rules that have good defaults and what they add up to. */
import { Field, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Section } from '#tabs/ui/Section.tsx';
import { EstimateLine } from './EstimateLine.tsx';
import { MoreRules } from './MoreRules.tsx';
import { earliestDay, weekdaysIn } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';
import type { StepProps } from './WhichStep.tsx';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))', gap: '16px', alignItems: 'start' },
  sum: { display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const prepareDays = [0, 3, 5, 7, 10, 14, 21, 28];
const lengths = [30, 45, 60, 75, 90, 120];
const buffers = [0, 15, 30, 45, 60];
const perDay = [1, 2, 3, 4, 5, 6, 8];

/** The usual choices, and the present one when somebody chose another through the API. */
const withPresent = (usual: number[], present: number): number[] => [...new Set([...usual, present])].sort((a, b) => a - b);

export function WhenStep({ form, wrongs }: StepProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const say = useWrongText();
  const { settings, change } = form;
  const days = (count: number): string => t('when.days', { count });
  const minutes = (count: number): string => t('when.minutes', { count });
  // The browser shows dates in its own language; the words leave no doubt which day is meant.
  const inWords = (day: string): string => (day === '' ? '' : dates.day(day));
  const first = earliestDay(settings, dates.today);
  const fits = settings.windowFrom !== '' && settings.windowTo !== '' && form.wrongs.windowTo === undefined;
  return (
    <Section title={t('when.heading')}>
      <div className={styles.fields}>
        <Field label={t('when.from')} required hint={inWords(settings.windowFrom)} {...say(wrongs.windowFrom)}>
          <Input type="date" value={settings.windowFrom} onChange={(_event, { value }) => change({ windowFrom: value })} />
        </Field>
        <Field label={t('when.to')} required hint={inWords(settings.windowTo)} {...say(wrongs.windowTo)}>
          <Input type="date" value={settings.windowTo} onChange={(_event, { value }) => change({ windowTo: value })} />
        </Field>
      </div>
      <div className={styles.fields}>
        <Choice
          label={t('when.prepare')}
          hint={t('when.prepareHint')}
          values={prepareDays}
          value={settings.prepareDays}
          say={days}
          onChoose={(prepareDays) => change({ prepareDays })}
        />
        <Choice
          label={t('when.length')}
          values={lengths}
          value={settings.lengthMinutes}
          say={minutes}
          onChoose={(lengthMinutes) => change({ lengthMinutes })}
        />
        <Choice
          label={t('when.buffer')}
          hint={t('when.bufferHint')}
          values={buffers}
          value={settings.bufferMinutes}
          say={(count) => (count === 0 ? t('when.noBuffer') : minutes(count))}
          onChoose={(bufferMinutes) => change({ bufferMinutes })}
        />
        <Choice
          label={t('when.perDay')}
          hint={t('when.perDayHint')}
          values={perDay}
          value={settings.maxPerDay}
          say={String}
          onChoose={(maxPerDay) => change({ maxPerDay })}
        />
      </div>
      <div role="status" className={styles.sum}>
        {fits && (
          <>
            <Text weight="semibold">{t('when.earliest', { day: dates.inText.day(first) })}</Text>
            <Text>{t('when.weekdays', { count: weekdaysIn(first, settings.windowTo) })}</Text>
          </>
        )}
        <Text className={styles.quiet}>{t('when.nothingSent')}</Text>
      </div>
      <EstimateLine form={form} />
      <MoreRules form={form} wrongs={wrongs} />
    </Section>
  );
}

type ChoiceProps = {
  label: string;
  hint?: string;
  values: number[];
  value: number;
  say: (value: number) => string;
  onChoose: (value: number) => void;
};

function Choice({ label, hint, values, value, say, onChoose }: ChoiceProps) {
  return (
    <Field label={label} hint={hint}>
      <Select value={String(value)} onChange={(_event, chosen) => onChoose(Number(chosen.value))}>
        {withPresent(values, value).map((known) => (
          <option key={known} value={known}>
            {say(known)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
