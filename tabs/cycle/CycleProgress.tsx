/** A launched cycle: talks being booked, live, and then how many are where per department. Never who, never what. */
import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  ProgressBar,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Cycle } from '#api/cycle/contract.ts';
import { lastDayOf } from '#api/cycle/rules/second-days.ts';
import { readReplan } from '#api/cycle/replan/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BookingControls } from './BookingControls.tsx';
import { DepartmentTable } from './DepartmentTable.tsx';
import { RepeatField } from './RepeatField.tsx';
import { ReplanState } from './ReplanState.tsx';

const useStyles = makeStyles({
  facts: { display: 'flex', flexWrap: 'wrap', gap: '4px 20px', color: tokens.colorNeutralForeground2 },
  waiting: { height: 'auto', paddingTop: '8px', paddingBottom: '8px' },
  words: { whiteSpace: 'normal' },
});

/** `more`: what other rooms count of this cycle. */
export function CycleProgress({ cycle, error, more }: { cycle: Cycle; error: unknown; more?: ReactNode }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const linkTo = useLinkTo();
  const { progress, launchedAt, settings, cycleId } = cycle;
  const { data } = useRead(
    readReplan,
    { params: { cycleId } },
    { refetchEvery: (answer) => (answer?.replan?.isUnderWay ? 1_000 : 15_000) },
  );
  const replan = data?.replan ?? null;
  const mayPlan = cycle.state === 'launched' && replan?.isUnderWay !== true;
  const window = t('list.window', { from: dates.shortDay(settings.windowFrom), to: dates.inText.shortDay(lastDayOf(settings)) });
  const lead = launchedAt ? `${window} · ${t('progress.launched', { when: dates.near(launchedAt) })}` : window;
  return (
    <Page
      title={settings.name}
      lead={lead}
      back={{ to: { page: 'hr' }, text: t('back') }}
      actions={
        mayPlan && (
          <Button as="a" {...linkTo({ page: 'cycle', cycleId, step: 'again' })}>
            {t('replan.button')}
          </Button>
        )
      }
    >
      <ProblemNotice error={error} />
      {progress?.waiting && (
        <MessageBar intent="warning" className={styles.waiting}>
          <MessageBarBody className={styles.words}>
            <MessageBarTitle>{t(`progress.waiting.${progress.waiting}`)}</MessageBarTitle>{' '}
            {t(`progress.waitingText.${progress.waiting}`, { count: progress.waitingTalks })}
          </MessageBarBody>
        </MessageBar>
      )}
      {replan && <ReplanState status={replan} />}
      {progress && <Booking cycle={cycle} progress={progress} />}
      <DepartmentTable departments={cycle.departments} />
      {more}
      <RepeatField cycle={cycle} />
    </Page>
  );
}

function Booking({ cycle, progress }: { cycle: Cycle; progress: NonNullable<Cycle['progress']> }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const { booked, toBook, notified, talks, readyAt } = progress;
  const { paused, stopped } = cycle;
  const under = cycle.state === 'launching';
  const how = under ? (paused ? 'paused' : stopped ? 'stopping' : 'booking') : stopped ? 'stopped' : 'done';
  const fact = paused ?? stopped;
  // As in the table below, which counts those that ended unsigned as well; while talks are still being made it is empty.
  const inTable = cycle.departments.reduce((sum, one) => sum + one.withoutTime, 0);
  const withoutTime = Math.max(talks - toBook, inTable);
  return (
    <Section
      title={t(`progress.${how}`)}
      lead={t(`progress.${how}Text`, { who: fact?.by.name ?? '', when: fact ? dates.inText.instant(fact.at) : '' })}
      look={under ? 'strong' : 'card'}
    >
      {toBook > 0 && (
        <Field validationMessage={t('progress.bar', { booked, of: toBook })} validationState={under || stopped ? 'none' : 'success'}>
          <ProgressBar
            thickness="large"
            max={Math.max(1, toBook)}
            value={booked}
            color="brand"
            aria-label={t('progress.bar', { booked, of: toBook })}
          />
        </Field>
      )}
      <div className={styles.facts}>
        {readyAt && <Text>{t('progress.ready', { when: dates.near(readyAt) })}</Text>}
        {booked > 0 && <Text>{t('progress.notified', { count: notified, of: booked })}</Text>}
        {withoutTime > 0 && <Text>{t('progress.withoutTime', { count: withoutTime })}</Text>}
      </div>
      {under && !stopped && <BookingControls cycle={cycle} left={toBook - booked} />}
    </Section>
  );
}
