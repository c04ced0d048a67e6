/** Preparing a talk, as employee or manager: one question at a time or all on a page, saved by itself, shared at the end. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { readPreparations, type Preparations } from '#api/preparation/contract.ts';
import { readAgenda, type Agenda } from '#api/talk/agenda/contract.ts';
import { readTalk, type TalkWithTemplate } from '#api/talk/contract.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { NotFound } from '#tabs/platform/shell/NotFound.tsx';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { needTexts, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ownPreparation, Readers } from '#tabs/privacy/Readers.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton, PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { AgendaEditor } from './AgendaEditor.tsx';
import { AllQuestions } from './AllQuestions.tsx';
import { OneQuestion, StepButtons } from './OneQuestion.tsx';
import { PartList } from './PartList.tsx';
import { headingId } from './QuestionBox.tsx';
import { ShareStep } from './ShareStep.tsx';
import { answeredIn, questionsOf, whereToBegin } from './use-questions.ts';
import { useWay } from './use-way.ts';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '20px',
    '@media (min-width: 721px)': { gridTemplateColumns: '240px minmax(0, 1fr)', gap: '32px' },
  },
  // With all on a page the parts stay in sight while it is scrolled.
  aside: { '@media (min-width: 721px)': { position: 'sticky', top: '20px', alignSelf: 'start' } },
  one: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0, maxWidth: '760px' },
  end: { outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What the two bring along: agreements since last time, and goals. Only beside the first question, so it comes after the page. */
const Before = laterPart<{ talkId: string }>(
  async () => {
    const [{ SinceLast }, { TalkGoals }] = await Promise.all([
      import('#tabs/agreement/SinceLast.tsx'),
      import('#tabs/development/TalkGoals.tsx'),
      needTexts('goal'),
    ]);
    return function BroughtAlong({ talkId }) {
      return (
        <>
          <SinceLast talkId={talkId} />
          <TalkGoals talkId={talkId} />
        </>
      );
    };
  },
  () => <BlockSkeleton size={64} />,
);

/** Often enough to notice that the other has shared or that the talk has started. */
const readEveryMs = 15_000;

export function PreparationPage({ talkId = '' }: { talkId?: string }) {
  const t = useTexts('preparation');
  const app = useTexts('app');
  const params = { talkId };
  const talk = useRead(readTalk, { params }, { refetchEvery: readEveryMs });
  const preparations = useRead(readPreparations, { params }, { refetchEvery: readEveryMs });
  const manages = talk.data?.me === 'manager';
  const agenda = useRead(readAgenda, { params }, { when: manages });
  const { refetch } = preparations;
  const readAgain = useCallback(async () => (await refetch()).data, [refetch]);
  const error = talk.error ?? preparations.error ?? agenda.error;
  if (error?.reason === 'not-found') return <NotFound />;
  if (talk.data && preparations.data && (agenda.data || !manages))
    return <Preparing talk={talk.data} preparations={preparations.data} agenda={agenda.data ?? null} readAgain={readAgain} />;
  if (!error) return <PageSkeleton />;
  return (
    <Page title={t('toShare')} back={{ to: { page: 'my-talk' }, text: app('tabs.myTalk') }} narrow>
      <ProblemNotice error={error} onRetry={() => void Promise.all([talk.refetch(), refetch(), manages && agenda.refetch()])} />
    </Page>
  );
}

type PreparingProps = {
  talk: TalkWithTemplate;
  preparations: Preparations;
  /** The manager's to plan, until the talk starts; null for the employee. */
  agenda: Agenda | null;
  readAgain: () => Promise<Preparations | undefined>;
};

const endId = 'preparation-end';

function Preparing({ talk, preparations, agenda, readAgain }: PreparingProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const { inText } = useDates();
  const { talkId, me } = talk;
  const { mine } = preparations;
  const [asked, answered] = [questionsOf(talk.template, me), answeredIn(mine.answers)];
  const open = mine.open && mine.releasedAt === null;
  const plans = agenda !== null && mine.open;
  const after = plans ? [t('agenda.step'), t('toShare')] : [t('toShare')];
  const last = asked.length + after.length - 1;
  const [way, setWay] = useWay(talk[me].id);
  const [at, setAt] = useState(() => (open ? whereToBegin(asked, answered, last) : last));
  const onSaved = useCallback(() => void readAgain(), [readAgain]);
  const { name } = me === 'employee' ? talk.manager : talk.employee;
  const badge = <Readers talk={talk} item={ownPreparation(talk)} />;
  const by = talk.prepareBy && open ? t('shareBy', { day: inText.day(talk.prepareBy) }) : '';
  // The focus goes to the question itself: from the page's heading the way to its box would lead past all parts, at each question anew.
  const go = (to: number): void => {
    flushSync(() => setAt(to));
    if (way === 'one') window.scrollTo(0, 0);
    const question = asked[to]?.question.id;
    document.getElementById(question ? headingId(question) : `${endId}-${to - asked.length}`)?.focus();
  };
  const each = { talk, preparations, open, onSaved };
  const locked = !open && <Text className={styles.quiet}>{t(mine.open ? 'change' : 'closed')}</Text>;
  const planning = agenda && <AgendaEditor talk={talk} agenda={agenda} badge={<Readers talk={talk} item="agenda" />} />;
  const sharing = <ShareStep talk={talk} preparations={preparations} readAgain={readAgain} badge={badge} />;
  const ends = (plans ? [planning, sharing] : [sharing]).map((step, index) => <End key={after[index]} {...{ step, index }} />);
  const here = asked[at];
  return (
    <Page
      title={t('title', { name })}
      lead={[t(`rule.${talk.releaseRule}`, { name }), by].filter(Boolean).join(' ')}
      back={{ to: { page: 'talk', talkId }, text: t('back') }}
      actions={<Button onClick={() => setWay(way === 'all' ? 'one' : 'all')}>{t(way === 'all' ? 'way.one' : 'way.all')}</Button>}
      step={way}
    >
      {open && (way === 'all' || at === 0) && <Before talkId={talkId} />}
      <div className={styles.both}>
        <div className={way === 'all' ? styles.aside : undefined}>
          <PartList asked={asked} answered={answered} after={after} at={Math.min(at, last)} onGo={go} all={way === 'all'} />
        </div>
        <div className={styles.one}>
          {way === 'all' ? (
            <>
              {locked}
              <div>{badge}</div>
              <AllQuestions asked={asked} {...each} />
              {ends}
            </>
          ) : here ? (
            <>
              <OneQuestion here={here} at={at} next={after[at + 1 - asked.length]} onGo={go} badge={badge} {...each} />
              {locked}
            </>
          ) : plans && at < last ? (
            <>
              {ends[0]}
              <StepButtons at={at} next={t('toShare')} onGo={go} />
            </>
          ) : (
            ends.at(-1)
          )}
        </div>
      </div>
    </Page>
  );
}

/** A step after the questions, which the focus can go to. */
function End({ step, index }: { step: ReactNode; index: number }) {
  const styles = useStyles();
  return (
    <div id={`${endId}-${index}`} tabIndex={-1} className={styles.end}>
      {step}
    </div>
  );
}
