/** The first and the last day talks may be on. */
import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { CycleSettings } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import type { Wrongs } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))', gap: '16px', alignItems: 'start' },
});

type Days = Pick<CycleSettings, 'windowFrom' | 'windowTo'>;
export type WindowDaysProps = { settings: Days; wrongs: Wrongs; change: (part: Partial<Days>) => void };

export function WindowDays({ settings: { windowFrom, windowTo }, wrongs, change }: WindowDaysProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const say = useWrongText();
  // The browser shows dates in its own language; the words leave no doubt which day is meant.
  const inWords = (day: string): string => (day === '' ? '' : dates.day(day));
  return (
    <div className={styles.fields}>
      <Field label={t('when.from')} required hint={inWords(windowFrom)} {...say(wrongs.windowFrom)}>
        <Input type="date" value={windowFrom} onChange={(_event, { value }) => change({ windowFrom: value })} />
      </Field>
      <Field label={t('when.to')} required hint={inWords(windowTo)} {...say(wrongs.windowTo)}>
        <Input type="date" value={windowTo} onChange={(_event, { value }) => change({ windowTo: value })} />
      </Field>
    </div>
  );
}
