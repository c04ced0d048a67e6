/** Days without talks: public holidays per country, and the all-day events of a calendar file. The file is read here and does not leave the browser. */
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { readCalendarFile, type ReadFile } from '#api/cycle/rules/calendar-file.ts';
import { countries } from '#api/cycle/settings/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { addDays } from '#tabs/platform/texts/dates.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Ticks } from '#tabs/ui/Ticks.tsx';
import type { RulesProps } from './use-settings.ts';

const useStyles = makeStyles({
  file: { display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  hidden: { display: 'none' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

/** Larger than any calendar of holidays. */
const mostBytes = 2_000_000;

export function DaysOff({ rules, set, windowTo }: RulesProps & { windowTo: string }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const box = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadFile | null>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    // A year beyond the window, so that a changed window needs no new file.
    const until = addDays(windowTo === '' ? dates.today : windowTo, 365);
    const answer: ReadFile =
      file.size > mostBytes ? { ok: false, wrong: 'too-many' } : readCalendarFile(await file.text(), dates.today, until);
    setRead(answer);
    if (answer.ok) set({ daysOff: answer.days });
  };
  const shown = rules.daysOff
    .slice(0, 3)
    .map(({ day, name }) => (name ? `${dates.inText.shortDay(day)} (${name})` : dates.inText.shortDay(day)));
  return (
    <>
      <Field label={t('rules.holidays')} hint={t('rules.holidaysHint')}>
        <Ticks
          label={t('rules.holidays')}
          values={countries}
          chosen={rules.holidays}
          say={(country) => t(`country.${country}`)}
          onChange={(holidays) => set({ holidays })}
        />
      </Field>
      <Field
        label={t('rules.daysOff')}
        hint={t('rules.daysOffHint')}
        {...(read && !read.ok ? { validationState: 'error' as const, validationMessage: t(`rules.file.${read.wrong}`) } : {})}
      >
        <div className={styles.file}>
          {rules.daysOff.length > 0 && (
            <div className={styles.line}>
              <Text>
                {t('rules.days', { count: rules.daysOff.length, days: shown.join(', ') })}
                {rules.daysOff.length > shown.length ? ' …' : ''}
              </Text>
              <Button size="small" onClick={() => set({ daysOff: [] })}>
                {t('rules.removeDays')}
              </Button>
            </div>
          )}
          {read?.ok && read.leftOut > 0 && <Text className={styles.quiet}>{t('rules.file.leftOut', { count: read.leftOut })}</Text>}
          <input
            ref={box}
            type="file"
            accept=".ics,text/calendar"
            aria-label={t('rules.daysOff')}
            className={styles.hidden}
            onChange={({ target }) => {
              void take(target.files?.[0]);
              // The same file may be chosen again.
              target.value = '';
            }}
          />
          <Button size="small" onClick={() => box.current?.click()}>
            {t('rules.chooseFile')}
          </Button>
        </div>
      </Field>
      <OneDay rules={rules} set={set} />
    </>
  );
}

/** One day more, without a file. */
function OneDay({ rules, set }: RulesProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const [day, setDay] = useState('');
  const add = (): void => {
    const others = rules.daysOff.filter((one) => one.day !== day);
    set({ daysOff: [...others, { day, name: '' }].sort((a, b) => a.day.localeCompare(b.day)) });
    setDay('');
  };
  return (
    <Field label={t('rules.oneDay')}>
      <div className={styles.line}>
        <Input type="date" value={day} aria-label={t('rules.oneDay')} onChange={(_event, { value }) => setDay(value)} />
        <Button size="small" disabledFocusable={day === ''} onClick={add}>
          {t('rules.addDay')}
        </Button>
      </div>
    </Field>
  );
}
