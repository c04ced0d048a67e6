/** A round that starts by itself, before it does: what happens when, who is in it, how many fit, and what HR can decide. */
import { makeStyles, ProgressBar, Spinner, Text, tokens } from '@fluentui/react-components';
import { estimateCycle, type Cycle } from '#api/cycle/contract.ts';
import { secondOf } from '#api/cycle/rules/second-days.ts';
import { readPreview, type Preview, type Recurrence } from '#api/cycle/recurrence/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { NoticeList } from './NoticeList.tsx';
import { RoundDecisions } from './RoundDecisions.tsx';
import { RoundPeople } from './RoundPeople.tsx';

const useStyles = makeStyles({
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    gap: '8px 16px',
    '@media (max-width: 480px)': { display: 'block' },
  },
  when: { fontWeight: tokens.fontWeightSemibold },
  what: { margin: 0, '@media (max-width: 480px)': { marginBottom: '8px' } },
  state: { display: 'flex', flexDirection: 'column', gap: '4px' },
});

type RoundProps = { cycle: Cycle; recurrence: Recurrence };

export function RoundPreview({ cycle, recurrence, error }: RoundProps & { error: unknown }) {
  const t = useTexts('cycle');
  const dates = useDates();
  const { settings } = cycle;
  const read = useRead(readPreview, { params: { cycleId: cycle.cycleId } });
  const preview = read.data;
  const startsOn = recurrence.startsOn ?? settings.windowFrom;
  const lead = t('round.lead', {
    every: t(`repeat.every.${recurrence.every}`),
    number: recurrence.number,
    from: dates.inText.shortDay(settings.windowFrom),
    to: dates.inText.shortDay(settings.windowTo),
  });
  const isOpen = recurrence.state === 'starts' || recurrence.state === 'waiting';
  return (
    <Page title={settings.name} lead={lead} back={{ to: { page: 'hr' }, text: t('back') }}>
      <ProblemNotice error={error} />
      <Section
        title={recurrence.state === 'starts' ? t('round.starts', { day: dates.inText.day(startsOn) }) : t(`round.${titleOf(recurrence)}`)}
        look="strong"
      >
        <State recurrence={recurrence} />
        <RoundDecisions cycle={cycle} recurrence={recurrence} startsOn={startsOn} talks={preview?.talks ?? null} />
      </Section>
      {isOpen && <Happens cycle={cycle} recurrence={recurrence} startsOn={startsOn} />}
      {isOpen && <Fits cycle={cycle} />}
      <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      {read.isPending && <BlockSkeleton size={128} />}
      {preview && <Who preview={preview} />}
    </Page>
  );
}

const titleOf = ({ state }: Recurrence) => (state === 'goes-on' || state === 'starts' ? 'starting' : state);

function State({ recurrence: { state, waiting, decided, next } }: { recurrence: Recurrence }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const isDecided = state === 'skipped' || state === 'ended';
  return (
    <div role="status" className={styles.state}>
      {state === 'starts' && <Text>{t('round.startsText')}</Text>}
      {state === 'starting' && (
        <>
          <Text>{t('round.startingText')}</Text>
          <ProgressBar aria-label={t('round.starting')} />
        </>
      )}
      {waiting && <Text>{t(`round.why.${waiting.why}`, { fit: waiting.fit, talks: waiting.talks })}</Text>}
      {isDecided && decided && <Text>{t('round.decidedText', { who: decided.by.name, when: dates.inText.instant(decided.at) })}</Text>}
      {isDecided && next && <Text>{t('round.decidedNext', { day: dates.inText.day(next.startsOn) })}</Text>}
    </div>
  );
}

function Happens({ cycle: { settings }, recurrence: { next, state }, startsOn }: RoundProps & { startsOn: string }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const second = secondOf(settings);
  const lines: [when: string, what: string][] = [
    ...(state === 'starts' ? [[dates.day(startsOn), t('round.invites', { count: settings.prepareDays })] as [string, string]] : []),
    [
      t('list.window', { from: dates.plainDay(settings.windowFrom), to: dates.inText.day(settings.windowTo) }),
      t('round.talks', { minutes: settings.lengthMinutes }),
    ],
    ...(second
      ? [
          [
            t('list.window', { from: dates.plainDay(second.from), to: dates.inText.day(second.to) }),
            t('second.count', { count: second.people.length }),
          ] as [string, string],
        ]
      : []),
    ...(next ? [[dates.plainDay(next.startsOn), t('round.after')] as [string, string]] : []),
  ];
  return (
    <Section title={t('round.happens')}>
      <dl className={styles.list}>
        {lines.map(([when, what]) => [
          <dt key={when} className={styles.when}>
            {when}
          </dt>,
          <dd key={what} className={styles.what}>
            {what}
          </dd>,
        ])}
      </dl>
    </Section>
  );
}

function Fits({ cycle: { cycleId, settings } }: { cycle: Cycle }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const { data: estimate, error, isPending, refetch } = useRead(estimateCycle, { params: { cycleId }, body: settings });
  const left = estimate ? estimate.talks - estimate.fit : 0;
  return (
    <Section title={t('round.fits')} lead={t('round.fitsHint')}>
      <div role="status" className={styles.state}>
        {isPending && <Spinner size="tiny" labelPosition="after" label={t('round.reading')} />}
        {estimate && (
          <Text weight="semibold">
            {left === 0
              ? t('look.allFit', { count: estimate.talks })
              : `${t('look.fit', { count: estimate.fit, of: estimate.talks })}; ${t('look.decision', { count: left })}`}
          </Text>
        )}
        {estimate && estimate.managersInAll > 0 && <Text>{t('round.tooMuch', { count: estimate.managersInAll })}</Text>}
      </div>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    </Section>
  );
}

function Who({ preview }: { preview: Preview }) {
  return (
    <>
      <RoundPeople preview={preview} />
      <NoticeList notices={preview.notices} />
    </>
  );
}
