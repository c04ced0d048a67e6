/** A launched cycle: talks being booked, live, and then how many are where per department. Never who, never what. */
import { Field, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, ProgressBar, Text, tokens } from '@fluentui/react-components';
import type { Cycle } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { DepartmentTable } from './DepartmentTable.tsx';

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 20px', color: tokens.colorNeutralForeground2 },
  waiting: { height: 'auto', paddingTop: '8px', paddingBottom: '8px' },
  words: { whiteSpace: 'normal' },
});

export function CycleProgress({ cycle, error }: { cycle: Cycle; error: unknown }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const { progress, launchedAt, settings } = cycle;
  const window = t('list.window', { from: dates.shortDay(settings.windowFrom), to: dates.inText.shortDay(settings.windowTo) });
  const lead = launchedAt ? `${window} · ${t('progress.launched', { when: dates.near(launchedAt) })}` : window;
  return (
    <Page title={settings.name} lead={lead} back={{ to: { page: 'hr' }, text: t('back') }}>
      <ProblemNotice error={error} />
      {progress?.waiting && (
        <MessageBar intent="warning" className={styles.waiting}>
          <MessageBarBody className={styles.words}>
            <MessageBarTitle>{t(`progress.waiting.${progress.waiting}`)}</MessageBarTitle>{' '}
            {t(`progress.waitingText.${progress.waiting}`, { count: progress.waitingTalks })}
          </MessageBarBody>
        </MessageBar>
      )}
      {progress && <Booking state={cycle.state} progress={progress} />}
      <DepartmentTable departments={cycle.departments} />
    </Page>
  );
}

function Booking({ state, progress }: { state: Cycle['state']; progress: NonNullable<Cycle['progress']> }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { booked, toBook, notified, talks } = progress;
  const under = state === 'launching';
  return (
    <Section
      title={under ? t('progress.booking') : t('progress.done')}
      lead={under ? t('progress.bookingText') : t('progress.doneText')}
      look={under ? 'strong' : 'card'}
    >
      <Field validationMessage={t('progress.bar', { booked, of: toBook })} validationState={under ? 'none' : 'success'}>
        <ProgressBar
          thickness="large"
          max={Math.max(1, toBook)}
          value={booked}
          color="brand"
          aria-label={t('progress.bar', { booked, of: toBook })}
        />
      </Field>
      <div className={styles.facts}>
        <Text>{t('progress.notified', { count: notified, of: booked })}</Text>
        {talks > toBook && <Text>{t('progress.withoutTime', { count: talks - toBook })}</Text>}
      </div>
    </Section>
  );
}
