/** Days on which no talk suits: from a first to a last, one line each. */
import { Field, Input, makeStyles } from '@fluentui/react-components';
import type { Wishes } from '#api/wish/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Section } from '#tabs/ui/Section.tsx';
import { WishLines } from './WishLines.tsx';
import type { WishPartProps } from './WeeklyHours.tsx';

type Days = Wishes['days'][number];

const useStyles = makeStyles({ box: { minWidth: 0 } });

export function SingleDays({ wishes, change, wrong }: WishPartProps) {
  const styles = useStyles();
  const t = useTexts('wish');
  const { today } = useDates();
  return (
    <Section title={t('days')}>
      <WishLines
        label={t('days')}
        all={wishes.days}
        none={t('noDays')}
        add={t('addDays')}
        fresh={{ from: today, to: today }}
        put={(days: Days[]) => change({ days })}
      >
        {(days, at, edit) => {
          // An emptied box keeps the day it had: a wish without a day would say nothing.
          const set = (part: Partial<Days>): void => {
            if (Object.values(part).every((day) => day !== '')) edit(part);
          };
          const isWrong = wrong?.field === `days.${at}`;
          return (
            <>
              <Field label={t('firstDay')} className={styles.box}>
                <Input
                  type="date"
                  value={days.from}
                  onChange={(_event, { value }) => set(days.to < value ? { from: value, to: value } : { from: value })}
                />
              </Field>
              <Field
                label={t('lastDay')}
                className={styles.box}
                {...(isWrong ? { validationState: 'error' as const, validationMessage: t(`wrong.${wrong.reason}`) } : {})}
              >
                <Input type="date" value={days.to} onChange={(_event, { value }) => set({ to: value })} />
              </Field>
            </>
          );
        }}
      </WishLines>
    </Section>
  );
}
