/** The second window, once somebody is in it: its days, how many talks, and the way back. Who goes into it is chosen beside what does not fit. */
import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import type { SecondWindow } from '#api/cycle/settings/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import type { RulesProps, Wrong } from './use-settings.ts';
import { useWrongText } from './use-wrong-text.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))', gap: '16px', alignItems: 'start' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
});

export function SecondDays({ rules: { secondWindow }, set, wrong }: RulesProps & { wrong: Wrong | undefined }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const say = useWrongText();
  if (!secondWindow || secondWindow.people.length === 0) return null;
  const { from, to, people } = secondWindow;
  const put = (part: Partial<SecondWindow>): void => set({ secondWindow: { ...secondWindow, ...part } });
  const inWords = (day: string): string => (day === '' ? '' : dates.day(day));
  return (
    <div role="group" aria-label={t('second.title')} className={styles.all}>
      <div className={styles.line}>
        <Text weight="semibold">{t('second.count', { count: people.length })}</Text>
        <Button size="small" onClick={() => set({ secondWindow: null })}>
          {t('rules.undo')}
        </Button>
      </div>
      <div className={styles.fields}>
        <Field label={t('second.from')} required hint={inWords(from)}>
          <Input type="date" value={from} onChange={(_event, { value }) => put({ from: value })} />
        </Field>
        <Field label={t('second.to')} required hint={inWords(to)} {...say(wrong)}>
          <Input type="date" value={to} onChange={(_event, { value }) => put({ to: value })} />
        </Field>
      </div>
    </div>
  );
}
