/** What has changed since the launch, all of it optional: the days of the cycle, who is away, days off, hours and load. */
import { Button, Field, Input, makeStyles, Switch } from '@fluentui/react-components';
import { Delete16Regular } from '@fluentui/react-icons';
import type { Away } from '#api/cycle/replan/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { Load } from './Choice.tsx';
import { ColleagueFinder } from './ColleagueFinder.tsx';
import { DaysOff } from './DaysOff.tsx';
import { HoursWishes } from './HoursWishes.tsx';
import { SecondDays } from './SecondDays.tsx';
import { isAwayRight, type ReplanForm } from './use-replan.ts';
import type { RulesProps } from './use-settings.ts';
import { WindowDays } from './WindowDays.tsx';

const useStyles = makeStyles({
  lines: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', gap: '8px 12px', alignItems: 'center' },
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))', gap: '16px', alignItems: 'start' },
  all: { display: 'flex', flexDirection: 'column', gap: '20px', paddingTop: '8px' },
});

export function ReplanWishes({ form }: { form: ReplanForm }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { wish, change, wrongs } = form;
  const { rules } = wish;
  const set: RulesProps['set'] = (part) => change({ rules: { ...rules, ...part } });
  return (
    <Section title={t('replan.what')} lead={t('replan.whatHint')}>
      <WhoIsAway form={form} />
      <WindowDays settings={wish} wrongs={wrongs} change={change} />
      <SecondDays rules={rules} set={set} wrong={wrongs['rules.secondWindow']} />
      <Fold title={t('replan.more')} level={3} openAtFirst={Object.keys(wrongs).some((field) => field.startsWith('rules.'))}>
        <div className={styles.all}>
          <DaysOff rules={rules} set={set} windowTo={wish.windowTo} />
          <HoursWishes rules={rules} set={set} wrong={wrongs['rules.preferHours'] ?? wrongs['rules.avoidHours']} />
          <div className={styles.fields}>
            <Load settings={wish} change={change} />
          </div>
        </div>
      </Fold>
      <Switch checked={wish.keepMoved} label={t('replan.keepMoved')} onChange={(_event, { checked }) => change({ keepMoved: checked })} />
    </Section>
  );
}

function WhoIsAway({ form: { wish, people, change } }: { form: ReplanForm }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { today } = useDates();
  const { away } = wish;
  const put = (at: number, part: Partial<Away>): void =>
    change({ away: away.map((line, other) => (other === at ? { ...line, ...part } : line)) });
  return (
    <>
      <ColleagueFinder
        label={t('replan.away')}
        hint={t('replan.awayHint')}
        placeholder={t('replan.awayFind')}
        onChoose={(person) => change({ away: [...away, { personId: person.id, from: today, to: '' }] }, [...people, person])}
      />
      {away.length > 0 && (
        <ul className={styles.lines} aria-label={t('replan.away')}>
          {away.map((line, at) => {
            const name = people.find(({ id }) => id === line.personId)?.name ?? '';
            const isBack = line.to !== '' && !isAwayRight(line);
            return (
              <li key={at} className={styles.line}>
                <PersonName id={line.personId} name={name} size={24} />
                <Input
                  type="date"
                  value={line.from}
                  aria-label={t('replan.awayFrom', { name })}
                  onChange={(_event, { value }) => put(at, { from: value })}
                />
                <Field {...(isBack ? { validationState: 'error' as const, validationMessage: t('replan.awayOrder') } : {})}>
                  <Input
                    type="date"
                    value={line.to}
                    aria-label={t('replan.awayTo', { name })}
                    onChange={(_event, { value }) => put(at, { to: value })}
                  />
                </Field>
                <Button
                  appearance="subtle"
                  icon={<Delete16Regular />}
                  aria-label={t('replan.awayRemove', { name })}
                  onClick={() => change({ away: away.filter((_line, other) => other !== at) })}
                />
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
