/** The three questions of the page: when, where, about what. */
import { Checkbox, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { subjects, type Choices } from '#api/reminder/choices/contract.ts';
import type { WrongChoice } from '#api/reminder/choices/rules.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { HoursField } from '#tabs/ui/HoursField.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { Ticks } from '#tabs/ui/Ticks.tsx';

const useStyles = makeStyles({
  ticks: { display: 'flex', flexDirection: 'column' },
  box: { minWidth: 0, maxWidth: '400px', gridTemplateColumns: 'minmax(0, 1fr)' },
  // The longest choice would make the box wider than a side panel.
  shrinks: { minWidth: 0, width: '100%' },
  quiet: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorPaletteRedForeground1 },
});

const days = ['1', '2', '3', '4', '5', '6', '7'] as const;
const firsts = ['usual', 'feed', 'card', 'mail'] as const;

export type ReminderChoicesProps = { choices: Choices; change: (part: Partial<Choices>) => void; wrong: WrongChoice | null };

export function ReminderChoices({ choices, change, wrong }: ReminderChoicesProps) {
  const styles = useStyles();
  const t = useTexts('reminder');
  const { from, to, weekdays, newsWaits, first, off } = choices;
  const chosen = days.filter((day) => weekdays.includes(Number(day)));
  return (
    <>
      <Section title={t('hours')} lead={t('hoursLead')}>
        <HoursField
          from={from}
          to={to}
          labels={{ from: t('from'), to: t('to') }}
          wrong={wrong?.field === 'from' ? t('wrong') : undefined}
          onChange={change}
        />
        <Ticks
          label={t('weekdays')}
          values={days}
          chosen={chosen}
          say={(day) => t(`days.day${day}`)}
          onChange={(now) => change({ weekdays: now.map(Number).sort() })}
        />
        {wrong?.field === 'weekdays' && (
          <Text role="alert" className={styles.wrong}>
            {t('noDay')}
          </Text>
        )}
        <Checkbox label={t('newsWaits')} checked={newsWaits} onChange={(_event, { checked }) => change({ newsWaits: checked === true })} />
      </Section>
      <Section title={t('where')} lead={t('whereLead')}>
        <Field label={t('first')} className={styles.box}>
          <Select
            select={{ className: styles.shrinks }}
            value={first}
            onChange={(_event, { value }) => change({ first: value as Choices['first'] })}
          >
            {firsts.map((way) => (
              <option key={way} value={way}>
                {t(`ways.${way}`)}
              </option>
            ))}
          </Select>
        </Field>
      </Section>
      <Section title={t('what')}>
        <div role="group" aria-label={t('what')} className={styles.ticks}>
          {subjects.map((subject) => (
            <Checkbox
              key={subject}
              label={t(`subjects.${subject}`)}
              checked={!off.includes(subject)}
              onChange={(_event, { checked }) =>
                change({ off: checked === true ? off.filter((one) => one !== subject) : [...off, subject] })
              }
            />
          ))}
        </div>
        <Text className={styles.quiet}>{t('always')}</Text>
      </Section>
    </>
  );
}
