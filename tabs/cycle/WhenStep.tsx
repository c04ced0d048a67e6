/** Screen 3: when the talks may be, with rules that have good defaults and what they add up to. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { Choice, Load } from './Choice.tsx';
import { EstimateLine } from './EstimateLine.tsx';
import { SecondDays } from './SecondDays.tsx';
import { earliestDay, rulesIn, weekdaysIn } from './use-settings.ts';
import type { StepProps } from './WhichStep.tsx';
import { WindowDays } from './WindowDays.tsx';

/** Folded, and left as they are by most. */
const RulesLater = laterPart(
  async () => (await import('./MoreRules.tsx')).MoreRules,
  () => <BlockSkeleton size={28} />,
);

const useStyles = makeStyles({
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 280px), 1fr))', gap: '16px', alignItems: 'start' },
  sum: { display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const prepareDays = [0, 3, 5, 7, 10, 14, 21, 28];
const lengths = [30, 45, 60, 75, 90, 120];

export function WhenStep({ form, wrongs }: StepProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const { settings, change } = form;
  const days = (count: number): string => t('when.days', { count });
  const minutes = (count: number): string => t('when.minutes', { count });
  const first = earliestDay(settings, dates.today);
  const fits = settings.windowFrom !== '' && settings.windowTo !== '' && form.wrongs.windowTo === undefined;
  return (
    <Section title={t('when.heading')}>
      <WindowDays settings={settings} wrongs={wrongs} change={change} />
      <SecondDays
        rules={rulesIn(settings)}
        set={(part) => change({ rules: { ...rulesIn(settings), ...part } })}
        wrong={wrongs['rules.secondWindow']}
      />
      <div className={styles.fields}>
        <Choice
          label={t('when.prepare')}
          hint={t('when.prepareHint')}
          values={prepareDays}
          value={settings.prepareDays}
          say={days}
          onChoose={(prepareDays) => change({ prepareDays })}
        />
        <Choice
          label={t('when.length')}
          values={lengths}
          value={settings.lengthMinutes}
          say={minutes}
          onChoose={(lengthMinutes) => change({ lengthMinutes })}
        />
        <Load settings={settings} change={change} />
      </div>
      <div role="status" className={styles.sum}>
        {fits && (
          <>
            <Text weight="semibold">{t('when.earliest', { day: dates.inText.day(first) })}</Text>
            <Text>{t('when.weekdays', { count: weekdaysIn(first, settings.windowTo) })}</Text>
          </>
        )}
        <Text className={styles.quiet}>{t('when.nothingSent')}</Text>
      </div>
      <EstimateLine form={form} />
      <RulesLater form={form} wrongs={wrongs} />
    </Section>
  );
}
