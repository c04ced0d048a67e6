/** Hours of the week that do not suit, or suit best: one line each. */
import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { WeeklyWish, Wishes } from '#api/wish/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { HoursField } from '#tabs/ui/HoursField.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import type { WishForm } from './use-my-wishes.ts';
import { WishLines } from './WishLines.tsx';

const useStyles = makeStyles({ box: { minWidth: 0 } });

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const usual: WeeklyWish = { kind: 'blocked', weekday: 1, from: 8 * 60, to: 10 * 60 };

export type WishPartProps = { wishes: Wishes } & Pick<WishForm, 'change' | 'wrong'>;

export function WeeklyHours({ wishes, change, wrong, mayPrefer }: WishPartProps & { mayPrefer: boolean }) {
  const styles = useStyles();
  const t = useTexts('wish');
  return (
    <Section title={t('weekly')} lead={t('weeklyLead')}>
      <WishLines
        label={t('weekly')}
        all={wishes.weekly}
        none={t('noHours')}
        add={t('addHours')}
        fresh={usual}
        put={(weekly: WeeklyWish[]) => change({ weekly })}
      >
        {(wish, at, edit) => (
          <>
            {(mayPrefer || wish.kind === 'preferred') && (
              <Field label={t('kind')} className={styles.box}>
                <Select value={wish.kind} onChange={(_event, { value }) => edit({ kind: value as WeeklyWish['kind'] })}>
                  <option value="blocked">{t('blocked')}</option>
                  <option value="preferred">{t('preferred')}</option>
                </Select>
              </Field>
            )}
            <Field label={t('weekday')} className={styles.box}>
              <Select value={String(wish.weekday)} onChange={(_event, { value }) => edit({ weekday: Number(value) })}>
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
              onChange={edit}
            />
          </>
        )}
      </WishLines>
    </Section>
  );
}
