/** One of a few usual numbers; and the two that say how much one person has on a day. */
import { Field, Select } from '@fluentui/react-components';
import type { CycleSettings } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';

const buffers = [0, 15, 30, 45, 60];
const perDay = [1, 2, 3, 4, 5, 6, 8];

/** The usual choices, and the present one when somebody chose another through the API. */
const withPresent = (usual: number[], present: number): number[] => [...new Set([...usual, present])].sort((a, b) => a - b);

type ChoiceProps = {
  label: string;
  hint?: string;
  values: number[];
  value: number;
  say: (value: number) => string;
  onChoose: (value: number) => void;
};

export function Choice({ label, hint, values, value, say, onChoose }: ChoiceProps) {
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

type LoadSettings = Pick<CycleSettings, 'bufferMinutes' | 'maxPerDay'>;

/** Free time around a talk, and how many a day. */
export function Load({ settings, change }: { settings: LoadSettings; change: (part: Partial<LoadSettings>) => void }) {
  const t = useTexts('cycle');
  return (
    <>
      <Choice
        label={t('when.buffer')}
        hint={t('when.bufferHint')}
        values={buffers}
        value={settings.bufferMinutes}
        say={(count) => (count === 0 ? t('when.noBuffer') : t('when.minutes', { count }))}
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
    </>
  );
}
