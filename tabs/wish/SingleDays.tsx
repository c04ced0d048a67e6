/** Days on which no talk suits: from a first to a last, one line each. */
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Delete16Regular } from '@fluentui/react-icons';
import { mostWishes, type Wishes } from '#api/wish/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Section } from '#tabs/ui/Section.tsx';
import type { WishPartProps } from './WeeklyHours.tsx';

type Days = Wishes['days'][number];

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  box: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  add: { alignSelf: 'flex-start' },
});

export function SingleDays({ wishes, change, wrong }: WishPartProps) {
  const styles = useStyles();
  const t = useTexts('wish');
  const { today } = useDates();
  const put = (days: Days[]): void => change({ days });
  // An emptied box keeps the day it had: a wish without a day would say nothing.
  const edit = (at: number, part: Partial<Days>): void => {
    if (Object.values(part).every((day) => day !== '')) put(wishes.days.map((days, other) => (other === at ? { ...days, ...part } : days)));
  };
  return (
    <Section title={t('days')}>
      {wishes.days.length === 0 && <Text className={styles.quiet}>{t('noDays')}</Text>}
      <ul className={styles.list} aria-label={t('days')}>
        {wishes.days.map((days, at) => (
          <li key={at} className={styles.line}>
            <Field label={t('firstDay')} className={styles.box}>
              <Input
                type="date"
                value={days.from}
                onChange={(_event, { value }) => edit(at, days.to < value ? { from: value, to: value } : { from: value })}
              />
            </Field>
            <Field
              label={t('lastDay')}
              className={styles.box}
              {...(wrong?.field === `days.${at}`
                ? { validationState: 'error' as const, validationMessage: t(`wrong.${wrong.reason}`) }
                : {})}
            >
              <Input type="date" value={days.to} onChange={(_event, { value }) => edit(at, { to: value })} />
            </Field>
            <Button
              appearance="subtle"
              icon={<Delete16Regular />}
              aria-label={t('remove')}
              onClick={() => put(wishes.days.filter((_days, other) => other !== at))}
            />
          </li>
        ))}
      </ul>
      {wishes.days.length < mostWishes && (
        <Button className={styles.add} icon={<Add16Regular />} onClick={() => put([...wishes.days, { from: today, to: today }])}>
          {t('addDays')}
        </Button>
      )}
    </Section>
  );
}
