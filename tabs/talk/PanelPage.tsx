/** The side panel of the meeting, 280 px wide: agenda with both preparations, shared notes, agreements; private notes and signing one layer down. */
import { Button, Link, makeStyles, Subtitle2, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { ChevronLeft20Regular, LockClosed20Regular } from '@fluentui/react-icons';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { readPreparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { Agreements } from '#tabs/agreement/Agreements.tsx';
import { FollowedOfTalk } from '#tabs/agreement/FollowedOfTalk.tsx';
import { SinceLast } from '#tabs/agreement/SinceLast.tsx';
import { HeardQuestions } from '#tabs/insight/HeardQuestions.tsx';
import { PrivateNotes } from '#tabs/note/PrivateNotes.tsx';
import { SharedNotes } from '#tabs/note/SharedNotes.tsx';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { OfflineLine } from '#tabs/platform/shell/OfflineLine.tsx';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { AgendaPoints } from '#tabs/preparation/AgendaPoints.tsx';
import { Answers } from '#tabs/preparation/Answers.tsx';
import { Readers } from '#tabs/privacy/Readers.tsx';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { BlockSkeleton, PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { Signing } from './Signing.tsx';
import { TalkActions } from './TalkActions.tsx';
import { useMeetingTalk } from './use-meeting-talk.ts';
import { useTalk } from './use-talk.ts';
import { timeOf } from './use-talk-time.ts';

const useStyles = makeStyles({
  panel: {
    padding: '20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    boxSizing: 'border-box',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none', hyphens: 'auto' },
  head: { display: 'flex', flexDirection: 'column', gap: '2px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  part: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  heading: { margin: 0 },
  folds: { display: 'flex', flexDirection: 'column', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingBottom: '8px' },
  back: { display: 'inline-flex', alignItems: 'center', gap: '2px', alignSelf: 'flex-start', minHeight: '24px' },
  foot: { display: 'flex', flexDirection: 'column', gap: '16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '16px' },
  wide: { width: '100%' },
});

export function PanelPage() {
  const t = useTexts('talk');
  const found = useMeetingTalk();
  const { data: fresh, refetch } = useTalk(found.data?.talkId ?? '');
  const readAgain = useCallback(async () => (await refetch()).data, [refetch]);
  const talk = fresh ?? found.data;
  if (talk) return <Panel talk={talk} readAgain={readAgain} />;
  if (found.isNone) return <EmptyState title={t('panel.noneTitle')} text={t('panel.noneText')} />;
  if (found.error) return <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />;
  return <PageSkeleton />;
}

type PanelProps = { talk: TalkWithTemplate; readAgain: () => Promise<TalkWithTemplate | undefined> };
type Layer = 'talk' | 'private' | 'sign';

function Panel({ talk, readAgain }: PanelProps) {
  const styles = useStyles();
  const signing = useTexts('signing');
  const [layer, setLayer] = useState<Layer>('talk');
  const { talkId } = talk;
  if (layer === 'talk') return <Main talk={talk} readAgain={readAgain} onLayer={setLayer} />;
  return (
    <div className={styles.panel}>
      <OfflineLine />
      <Back onBack={() => setLayer('talk')} />
      {layer === 'private' ? (
        <PrivateNotes talkId={talkId} badge={<Readers talk={talk} item="private-notes" />} />
      ) : (
        <>
          <Title>{signing('title')}</Title>
          <Signing talk={talk} readAgain={readAgain} badge={<Readers talk={talk} item="statements" />} />
          <HeardQuestions talk={talk} />
        </>
      )}
    </div>
  );
}

/** Takes focus when the layer opens, so that keyboard and screen reader begin there. */
function Title({ children }: { children: ReactNode }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {children}
    </h1>
  );
}

function Back({ onBack }: { onBack: () => void }) {
  const styles = useStyles();
  const t = useTexts('talk');
  return (
    <Link as="button" className={styles.back} onClick={onBack}>
      <ChevronLeft20Regular aria-hidden />
      {t('panel.back')}
    </Link>
  );
}

function Main({ talk, readAgain, onLayer }: PanelProps & { onLayer: (layer: Layer) => void }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const { talkId, me, status, employee, manager } = talk;
  const open = (status === 'live' || status === 'held') && talk.signatures.length === 0;
  const actions = <TalkActions talk={talk} readAgain={readAgain} panel={{ onSign: () => onLayer('sign') }} />;
  return (
    <div className={styles.panel}>
      <OfflineLine />
      <Head talk={talk} />
      {status !== 'live' && actions}
      <SinceLast talkId={talkId} />
      <Agenda talk={talk} />
      {talk.startedAt && (
        <>
          <Part title={t('panel.notes')}>
            <SharedNotes talkId={talkId} badge={<Readers talk={talk} item="shared-notes" />} />
          </Part>
          <Part title={t('panel.agreements')}>
            {talk.signatures.length > 0 ? (
              <FollowedOfTalk talkId={talkId} />
            ) : (
              <Agreements talkId={talkId} parties={{ employee, manager, meId: talk[me].id }} open={open} />
            )}
          </Part>
        </>
      )}
      <div className={styles.foot}>
        <Button className={styles.wide} icon={<LockClosed20Regular />} onClick={() => onLayer('private')}>
          {t('panel.private')}
        </Button>
        {status === 'live' && actions}
      </div>
    </div>
  );
}

function Head({ talk }: { talk: TalkWithTemplate }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const dates = useDates();
  const other = talk.me === 'employee' ? talk.manager : talk.employee;
  const time = timeOf(talk, dates.now);
  const booked = talk.start && talk.end ? dates.shortTime(talk.start, talk.end) : t('page.noTime');
  return (
    <header className={styles.head}>
      <h1 className={styles.title}>{t('panel.title', { name: other.name })}</h1>
      <Text size={200} className={styles.quiet}>
        {!time ? booked : time.left > 0 ? t('panel.time', time) : t('panel.over', time)}
      </Text>
    </header>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section aria-label={title} className={styles.part}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      {children}
    </section>
  );
}

function Agenda({ talk }: { talk: TalkWithTemplate }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const language = useLanguage();
  const { talkId } = talk;
  const read = useRead(readPreparations, { params: { talkId } }, { refetchEvery: 15_000 });
  return (
    <Part title={t('panel.agenda')}>
      {read.isPending && <BlockSkeleton size={96} />}
      {read.error && !read.data && <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />}
      <AgendaPoints talkId={talkId} managerName={talk.manager.name} />
      <div className={styles.folds}>
        {read.data &&
          talk.template.parts.map((part) => (
            <Fold key={part.id} level={3} title={part.title[language]} aside={t('page.minutes', { count: part.minutes })}>
              <Text size={200} className={styles.quiet}>
                {part.guidance[language]}
              </Text>
              <Answers talk={talk} preparations={read.data} part={part} compact />
            </Fold>
          ))}
      </div>
    </Part>
  );
}
