/** Preparing a talk, as employee or manager: one question at a time, saved by itself, shared at the end. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { readPreparations, type Preparations } from '#api/preparation/contract.ts';
import { readTalk, type TalkWithTemplate } from '#api/talk/contract.ts';
import { SinceLast } from '#tabs/agreement/SinceLast.tsx';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { NotFound } from '#tabs/platform/shell/NotFound.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ownPreparation, Readers } from '#tabs/privacy/Readers.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { PartList } from './PartList.tsx';
import { QuestionBox } from './QuestionBox.tsx';
import { ShareStep } from './ShareStep.tsx';
import { answeredIn, questionsOf, whereToBegin } from './use-questions.ts';

const useStyles = makeStyles({
  both: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '20px',
    '@media (min-width: 721px)': { gridTemplateColumns: '240px minmax(0, 1fr)', gap: '32px' },
  },
  one: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0, maxWidth: '720px' },
  steps: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Often enough to notice that the other has shared or that the talk has started. */
const readEveryMs = 15_000;

export function PreparationPage({ talkId = '' }: { talkId?: string }) {
  const t = useTexts('preparation');
  const app = useTexts('app');
  const talk = useRead(readTalk, { params: { talkId } }, { refetchEvery: readEveryMs });
  const preparations = useRead(readPreparations, { params: { talkId } }, { refetchEvery: readEveryMs });
  const { refetch } = preparations;
  const readAgain = useCallback(async () => (await refetch()).data, [refetch]);
  const error = talk.error ?? preparations.error;
  if (error?.reason === 'not-found') return <NotFound />;
  if (talk.data && preparations.data) return <Preparing talk={talk.data} preparations={preparations.data} readAgain={readAgain} />;
  if (!error) return <PageSkeleton />;
  return (
    <Page title={t('toShare')} back={{ to: { page: 'my-talk' }, text: app('tabs.myTalk') }} narrow>
      <ProblemNotice error={error} onRetry={() => void Promise.all([talk.refetch(), refetch()])} />
    </Page>
  );
}

type PreparingProps = {
  talk: TalkWithTemplate;
  preparations: Preparations;
  readAgain: () => Promise<Preparations | undefined>;
};

function Preparing({ talk, preparations, readAgain }: PreparingProps) {
  const styles = useStyles();
  const t = useTexts('preparation');
  const { inText } = useDates();
  const { talkId, me } = talk;
  const { mine } = preparations;
  const asked = questionsOf(talk.template, me);
  const answered = answeredIn(mine.answers);
  const open = mine.open && mine.releasedAt === null;
  const [at, setAt] = useState(() => (open ? whereToBegin(asked, answered) : asked.length));
  const onSaved = useCallback(() => void readAgain(), [readAgain]);
  const { name } = me === 'employee' ? talk.manager : talk.employee;
  const here = asked[at];
  const badge = <Readers talk={talk} item={ownPreparation(talk)} />;
  const by = talk.prepareBy && open ? ` ${t('shareBy', { day: inText.day(talk.prepareBy) })}` : '';
  return (
    <Page
      title={t('title', { name })}
      lead={`${t(`rule.${talk.releaseRule}`, { name })}${by}`}
      back={{ to: { page: 'talk', talkId }, text: t('back') }}
      step={String(at)}
    >
      {open && <SinceLast talkId={talkId} />}
      <div className={styles.both}>
        <PartList asked={asked} answered={answered} at={at} onGo={setAt} />
        <div className={styles.one}>
          {here ? (
            <>
              <QuestionBox
                key={here.question.id}
                talk={talk}
                preparations={preparations}
                asked={here}
                open={open}
                badge={badge}
                onSaved={onSaved}
              />
              {!open && <Text className={styles.quiet}>{t(mine.open ? 'change' : 'closed')}</Text>}
              <div className={styles.steps}>
                {at > 0 && <Button onClick={() => setAt(at - 1)}>{t('previous')}</Button>}
                <Button appearance="primary" onClick={() => setAt(at + 1)}>
                  {t(at + 1 < asked.length ? 'next' : 'toShare')}
                </Button>
              </div>
            </>
          ) : (
            <ShareStep talk={talk} preparations={preparations} readAgain={readAgain} badge={badge} />
          )}
        </div>
      </div>
    </Page>
  );
}
