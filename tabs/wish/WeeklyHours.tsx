/** Hours of the week that do not suit, or suit best: one line each. */
import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Delete16Regular } from '@fluentui/react-icons';
import { mostWishes, type WeeklyWish, type Wishes } from '#api/wish/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { HoursField } from '#tabs/ui/HoursField.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import type { WishForm } from './use-my-wishes.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'flex-end' },
  box: { minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  add: { alignSelf: 'flex-start' },
});

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usual: WeeklyWish = { kind: 'blocked', weekday: 1, from: 8 * 60, to: 10 * 60 };

export type WishPartProps = { wishes: Wishes } & Pick<WishForm, 'change' | 'wrong'>;

export function WeeklyHours({ wishes, change, wrong, mayPrefer }: WishPartProps & { mayPrefer: boolean }) {
  const styles = useStyles();
  const t = useTexts('wish');
  const put = (weekly: WeeklyWish[]): void => change({ weekly });
  const edit = (at: number, part: Partial<WeeklyWish>): void =>
    put(wishes.weekly.map((wish, other) => (other === at ? { ...wish, ...part } : wish)));
  return (
    <Section title={t('weekly')} lead={t('weeklyLead')}>
      {wishes.weekly.length === 0 && <Text className={styles.quiet}>{t('noHours')}</Text>}
      <ul className={styles.list} aria-label={t('weekly')}>
        {wishes.weekly.map((wish, at) => (
          <li key={at} className={styles.line}>
            {(mayPrefer || wish.kind === 'preferred') && (
              <Field label={t('kind')} className={styles.box}>
                <Select value={wish.kind} onChange={(_event, { value }) => edit(at, { kind: value as WeeklyWish['kind'] })}>
                  <option value="blocked">{t('blocked')}</option>
                  <option value="preferred">{t('preferred')}</option>
                </Select>
              </Field>
            )}
            <Field label={t('weekday')} className={styles.box}>
              <Select value={String(wish.weekday)} onChange={(_event, { value }) => edit(at, { weekday: Number(value) })}>
                {weekdays.map((day) => (
                  <option key={day} value={day}>
                    {t(`weekdays.day${day}`)}
                  </option>
                ))}
              </Select>
            </Field>
            <HoursField
              from={wish.from}
              to={wish.to}
              labels={{ from: t('from'), to: t('to') }}
              wrong={wrong?.field === `weekly.${at}` ? t(`wrong.${wrong.reason}`) : undefined}
              onChange={(hours) => edit(at, hours)}
            />
            <Button
              appearance="subtle"
              icon={<Delete16Regular />}
              aria-label={t('remove')}
              onClick={() => put(wishes.weekly.filter((_wish, other) => other !== at))}
            />
          </li>
        ))}
      </ul>
      {wishes.weekly.length < mostWishes && (
        <Button className={styles.add} icon={<Add16Regular />} onClick={() => put([...wishes.weekly, usual])}>
          {t('addHours')}
        </Button>
      )}
    </Section>
  );
}
