/** Looking back: every talk over the years on one line, to search, compare with the time before, and print. */
import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { LockClosed16Regular } from '@fluentui/react-icons';
import { useRef, useState, type ComponentProps } from 'react';
import { readPrivateNotes } from '#api/note/contract.ts';
import { readPreparations } from '#api/preparation/contract.ts';
import { readSummary, readTalk } from '#api/talk/contract.ts';
import { readHistory, type PastTalk } from '#api/talk/history/contract.ts';
import { FollowedOfTalk } from '#tabs/agreement/FollowedOfTalk.tsx';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { NotFound } from '#tabs/platform/shell/NotFound.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { AnswerText } from '#tabs/preparation/AnswerText.tsx';
import { Answers } from '#tabs/preparation/Answers.tsx';
import { AccessLines } from '#tabs/privacy/AccessLines.tsx';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Fold } from '#tabs/ui/Fold.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton, RowsSkeleton } from '#tabs/ui/Skeletons.tsx';
import { CompareTalks } from './CompareTalks.tsx';
import { ErasedNotes } from './ErasedNotes.tsx';
import { PassedContent } from './PassedContent.tsx';
import { PastLines } from './PastLines.tsx';
import { SearchBack } from './SearchBack.tsx';

const onScreen = { '@media print': { display: 'none' } };
const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', ...onScreen },
  line: { listStyleType: 'none', margin: 0, padding: '0 0 0 16px', borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  past: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '0 0 16px', minWidth: 0, breakInside: 'avoid-page' },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  private: { borderLeft: `6px solid ${tokens.colorPaletteMarigoldBorder2}`, paddingLeft: '10px' },
  lock: { display: 'inline-flex', gap: '4px', alignItems: 'center', color: tokens.colorNeutralForeground2 },
});

export function LookBackPage({ employeeId = '' }: { employeeId?: string }) {
  const t = useTexts('history');
  const app = useTexts('app');
  const me = useMe();
  const read = useRead(readHistory, { params: { employeeId } });
  const own = employeeId === me.person.id;
  const name = read.data?.employee.name ?? '';
  if (read.error?.reason === 'not-found') return <NotFound />;
  const back = own
    ? { to: { page: 'my-talk' } as const, text: app('tabs.myTalk') }
    : { to: { page: 'person', employeeId } as const, text: name };
  return (
    <Page title={own ? t('mine') : t('with', { name })} lead={own ? t('lead') : t('leadWith', { name })} back={back} narrow>
      {read.isPending && <RowsSkeleton rows={4} />}
      <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      {read.data?.talks.length === 0 && <EmptyState title={t('emptyTitle')} text={t('emptyText')} />}
      {read.data && read.data.talks.length > 0 && (
        <>
          <SearchBack employeeId={employeeId} talks={read.data.talks} />
          <TimeLine talks={read.data.talks} />
          {own && <NewManagerLink talks={read.data.talks} managerId={me.manager?.id ?? null} />}
          {read.data.more && <Text>{t('more')}</Text>}
        </>
      )}
    </Page>
  );
}

/** For whoever has had talks with somebody who is not their manager now. */
function NewManagerLink({ talks, managerId }: { talks: PastTalk[]; managerId: string | null }) {
  const styles = useStyles();
  const t = useTexts('history');
  const linkTo = useLinkTo();
  if (talks.every(({ manager }) => manager.id === managerId)) return null;
  return (
    <div className={styles.actions}>
      <Link {...linkTo({ page: 'new-manager' })}>{t('newManager')}</Link>
    </div>
  );
}

function TimeLine({ talks }: { talks: PastTalk[] }) {
  const styles = useStyles();
  const t = useTexts('history');
  const [all, setAll] = useState(false);
  const [compared, setCompared] = useState<string | null>(null);
  const comparer = useRef<HTMLElement>(null);
  const compare = (talkId: string, button: HTMLElement): void => {
    comparer.current = button;
    setCompared(talkId);
  };
  const stop = (): void => {
    setCompared(null);
    comparer.current?.focus();
  };
  const earlierOf = (talk: PastTalk): PastTalk | undefined =>
    talk.passed ? undefined : talks.slice(talks.indexOf(talk) + 1).find(({ passed }) => !passed);
  return (
    <>
      <div className={styles.actions}>
        <Button size="small" aria-pressed={all} onClick={() => setAll(!all)}>
          {t(all ? 'foldAll' : 'openAll')}
        </Button>
        <Button size="small" onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <ol className={styles.line}>
        {talks.map((talk) => {
          const earlier = earlierOf(talk);
          return (
            <li key={`${talk.talkId} ${all}`} className={styles.past}>
              <PastHead talk={talk} />
              <PastLines talk={talk} />
              {talk.notesErased && <ErasedNotes erased={talk.notesErased} />}
              <Fold title={t('notes')} openAtFirst={all}>
                <PastContent talk={talk} isSaid={talk.notesErased !== undefined} />
              </Fold>
              {!talk.passed && <PastActions talk={talk} {...(earlier ? { onCompare: (button) => compare(talk.talkId, button) } : {})} />}
              {earlier && compared === talk.talkId && (
                <CompareTalks earlierId={earlier.talkId} laterId={talk.talkId} onClose={stop} answerOf={answerOf} />
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

function PastHead({ talk }: { talk: PastTalk }) {
  const styles = useStyles();
  const t = useTexts('history');
  const words = useTexts('talk');
  const dates = useDates();
  const { name } = talk.manager;
  const withWhom = talk.passed ? [t('heldBy', { name })] : talk.me === 'employee' ? [t('withManager', { name })] : [];
  return (
    <div>
      <Text as="h2" block weight="semibold" size={400}>
        {t('then', { cycle: talk.cycleName, day: talk.day ? dates.inText.day(talk.day) : t('noDay') })}
      </Text>
      <Text size={200} className={styles.quiet}>
        {[...withWhom, talk.isMissed ? t('missed') : words(`status.${talk.status}`)].join(' · ')}
      </Text>
    </div>
  );
}

function PastActions({ talk: { talkId }, onCompare }: { talk: PastTalk; onCompare?: (button: HTMLElement) => void }) {
  const styles = useStyles();
  const t = useTexts('history');
  const linkTo = useLinkTo();
  return (
    <div className={styles.actions}>
      <Button as="a" size="small" {...linkTo({ page: 'talk', talkId })}>
        {t('open')}
      </Button>
      {onCompare && (
        <Button size="small" onClick={({ currentTarget }) => onCompare(currentTarget)}>
          {t('compare')}
        </Button>
      )}
    </div>
  );
}

const answerOf: ComponentProps<typeof CompareTalks>['answerOf'] = (form, text) => <AnswerText form={form} text={text} />;

type Content = Pick<PastTalk, 'talkId' | 'status' | 'agreements' | 'passed'>;

/** What was written in and for a talk, as far as the reader may read it; of one that somebody else held, what its employee lets them read. */
export function PastContent({
  talk,
  isSaid = false,
}: {
  talk: Content;
  /** That it is erased stands beside it already. */ isSaid?: boolean;
}) {
  const t = useTexts('privacy');
  if (!talk.passed) return <OwnContent talk={talk} isSaid={isSaid} />;
  return (
    <>
      <PassedContent talkId={talk.talkId} answerOf={answerOf} />
      <Fold title={t('opened.titleMine')} level={3}>
        <AccessLines talkId={talk.talkId} me="manager" whose="mine" />
      </Fold>
    </>
  );
}

/** The own private notes in their own colour. */
function OwnContent({ talk: { talkId, status, agreements }, isSaid }: { talk: Content; isSaid: boolean }) {
  const styles = useStyles();
  const t = useTexts('history');
  const params = { talkId };
  const started = status === 'live' || status === 'held' || status === 'signed' || status === 'closed';
  const talk = useRead(readTalk, { params });
  const summary = useRead(readSummary, { params }, { when: started });
  const own = useRead(readPrivateNotes, { params });
  const preparations = useRead(readPreparations, { params });
  const error = talk.error ?? summary.error ?? preparations.error;
  if (error)
    return <ProblemNotice error={error} onRetry={() => void Promise.all([talk.refetch(), summary.refetch(), preparations.refetch()])} />;
  if (!talk.data || !preparations.data || (started && !summary.data)) return <BlockSkeleton size={96} />;
  const erased = talk.data.notesErased;
  return (
    <>
      {erased && !isSaid && <ErasedNotes erased={erased} />}
      {started && !erased && <p className={styles.text}>{summary.data?.notes || t('noAnswer')}</p>}
      {own.data && own.data.text !== '' && (
        <div className={styles.private}>
          <Text size={200} className={styles.lock}>
            <LockClosed16Regular aria-hidden />
            {`${t('private')}. ${t('onlyYou')}`}
          </Text>
          <p className={styles.text}>{own.data.text}</p>
        </div>
      )}
      {talk.data.signatures.length > 0 && agreements.length > 0 && <FollowedOfTalk talkId={talkId} />}
      {!erased && <Answers talk={talk.data} preparations={preparations.data} />}
    </>
  );
}
