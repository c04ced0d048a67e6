/** One talk, for its employee and its manager alike: what to do now, shared notes, agreements, both preparations, and one's own private notes. */
import { Button, makeStyles } from '@fluentui/react-components';
import { LockClosed20Regular, Print20Regular } from '@fluentui/react-icons';
import { Suspense, useCallback, useState } from 'react';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { hasPassed } from '#api/talk/rules.ts';
import { WeakSigns } from '#tabs/insight/WeakSigns.tsx';
import { CheckIns } from '#tabs/checkin/CheckIns.tsx';
import { Topics } from '#tabs/checkin/Topics.tsx';
import { PrivateNotes } from '#tabs/note/PrivateNotes.tsx';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { NotFound } from '#tabs/platform/shell/NotFound.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates, useNow } from '#tabs/platform/texts/use-dates.ts';
import { Readers } from '#tabs/privacy/Readers.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { ByHand } from './ByHand.tsx';
import { FindTime } from './FindTime.tsx';
import { HandOverNews } from './HandOverNews.tsx';
import { LaterParting } from './LaterParting.tsx';
import { MoveButton, MovePlace } from './MoveButton.tsx';
import { canRecord, RecordTalk } from './RecordTalk.tsx';
import { TalkActions } from './TalkActions.tsx';
import { TalkContentPage } from './TalkContentPage.tsx';
import { TalkSteps } from './TalkSteps.tsx';
import { useOpening } from './use-opening.ts';
import { TimeAttention } from './TimeAttention.tsx';
import { useTalk } from './use-talk.ts';
import { heldElsewhen } from './use-held.ts';

const useStyles = makeStyles({
  beside: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: '20px',
    alignItems: 'start',
    '@media (min-width: 960px)': { gridTemplateColumns: 'minmax(0, 1fr) 340px' },
  },
  // On narrow screens the drawer opens where the button is, at the top.
  drawer: { '@media (max-width: 959px)': { order: -1 }, '@media (min-width: 960px)': { position: 'sticky', top: '20px' } },
  parts: { display: 'flex', flexDirection: 'column', gap: '20px', minWidth: 0 },
});

/** Comes after everything that the talk is for. */
const Accesses = laterPart<{ talk: TalkWithTemplate }>(
  async () => (await import('#tabs/privacy/AccessLog.tsx')).AccessLog,
  () => null,
);

export function TalkPage({ talkId = '' }: { talkId?: string }) {
  const app = useTexts('app');
  const { data: talk, error, refetch } = useTalk(talkId);
  const readAgain = useCallback(async () => (await refetch()).data, [refetch]);
  if (error?.reason === 'not-found') return <NotFound />;
  if (talk) return <One talk={talk} readAgain={readAgain} />;
  if (!error) return <PageSkeleton />;
  return (
    <Page title={app('name')} narrow>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    </Page>
  );
}

type OneProps = { talk: TalkWithTemplate; readAgain: () => Promise<TalkWithTemplate | undefined> };

function One({ talk, readAgain }: OneProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  const app = useTexts('app');
  const dates = useDates();
  const { chatId } = useTeams();
  const { open: drawer, button, onToggle, onClose } = useOpening();
  const [justBooked, setJustBooked] = useState(false);
  const { talkId, me, start, end } = talk;
  const other = me === 'employee' ? talk.manager : talk.employee;
  // Of one that was closed, its booked time may be none that anybody came to.
  const held = talk.status === 'closed' ? talk.startedAt : heldElsewhen(talk, dates.daysUntil);
  const when = held ? dates.plainDay(held) : start && end ? dates.talkTime(start, end) : t('page.noTime');
  const home = me === 'manager' ? ({ page: 'team' } as const) : ({ page: 'my-talk' } as const);
  const hasEnded = talk.status === 'signed' || talk.status === 'closed';
  const toggle = (
    <Button icon={<LockClosed20Regular />} ref={button} aria-expanded={drawer} onClick={onToggle}>
      {t('page.privateOpen')}
    </Button>
  );
  return (
    <Page
      title={t('page.title', { name: other.name })}
      lead={[when, held ? null : talk.room, talk.cycleName].filter(Boolean).join(' · ')}
      {...(chatId ? {} : { back: { to: home, text: app(me === 'manager' ? 'tabs.team' : 'tabs.myTalk') } })}
      // The times are gone, and the heading says which one it is.
      step={justBooked && start ? 'booked' : ''}
      actions={
        <>
          {!hasEnded && <PrintLink talkId={talkId} />}
          {toggle}
        </>
      }
    >
      {talk.status !== 'closed' && <TalkSteps talk={talk} />}
      <div className={drawer ? styles.beside : undefined}>
        <div className={styles.parts}>
          {talk.handedOver && (
            <Suspense>
              <HandOverNews talk={talk} from={talk.handedOver.from.name} />
            </Suspense>
          )}
          {(talk.parting ?? talk.startedOver) && <LaterParting talk={talk} readAgain={readAgain} />}
          <TimeAttention talk={talk} readAgain={readAgain} />
          {talk.status !== 'closed' && <Now talk={talk} readAgain={readAgain} />}
          {talk.finishedAt && talk.status !== 'closed' && <CheckIns talkId={talkId} other={other.name} />}
          <WeakSigns talk={talk} />
          {talk.byHand && <ByHand talk={talk} />}
          {talk.next === 'find-time' && <FindTime talk={talk} readAgain={readAgain} onBooked={() => setJustBooked(true)} />}
          <TalkContentPage
            talk={talk}
            toTakeUp={hasEnded ? null : <Topics about={{ place: 'talk', talkId, employeeId: talk.employee.id }} />}
          />
          <Accesses talk={talk} />
        </div>
        {drawer && (
          <div className={styles.drawer}>
            <OwnNotes talk={talk} onClose={onClose} />
          </div>
        )}
      </div>
    </Page>
  );
}

function OwnNotes({ talk, onClose }: { talk: TalkWithTemplate; onClose: () => void }) {
  const t = useTexts('talk');
  const close = (
    <Button size="small" appearance="subtle" onClick={onClose}>
      {t('page.privateClose')}
    </Button>
  );
  return <PrivateNotes talkId={talk.talkId} badge={<Readers talk={talk} item="private-notes" />} aside={close} />;
}

/** What to do now. */
function Now({ talk, readAgain }: OneProps) {
  const t = useTexts('talk');
  const move = useOpening(talk.next === 'move');
  const recorded = useOpening();
  const [justRecorded, setJustRecorded] = useState(false);
  const { id, name, jobTitle } = talk.me === 'employee' ? talk.manager : talk.employee;
  return (
    <Section title={t('page.now')} look="strong">
      <PersonName id={id} name={name} title={jobTitle} size={40} />
      <TalkActions
        talk={talk}
        readAgain={readAgain}
        justFinished={justRecorded}
        more={<More talk={talk} move={move} recorded={recorded} />}
      />
      <MovePlace talk={talk} open={move.open} onClose={move.onClose} />
      {recorded.open && canRecord(talk) && <RecordTalk talk={talk} onDone={() => setJustRecorded(true)} onClose={recorded.onClose} />}
    </Section>
  );
}

type Opening = ReturnType<typeof useOpening>;

/** What else can be done with a talk that is still ahead: moving it, and saying that it has been held. */
function More({ talk, move, recorded }: { talk: TalkWithTemplate; move: Opening; recorded: Opening }) {
  const passed = hasPassed(talk, useNow());
  return (
    <>
      <MoveButton talk={talk} {...move} />
      {canRecord(talk) && <RecordButton {...recorded} passed={passed} />}
    </>
  );
}

function RecordButton({ button, open, onToggle, passed }: Opening & { passed: boolean }) {
  const t = useTexts('holding');
  return (
    <Button ref={button} appearance={passed ? 'primary' : 'secondary'} aria-expanded={open} onClick={onToggle}>
      {t('held')}
    </Button>
  );
}

function PrintLink({ talkId }: { talkId: string }) {
  const t = useTexts('holding');
  const linkTo = useLinkTo();
  return (
    <Button as="a" icon={<Print20Regular />} {...linkTo({ page: 'paper', talkId })}>
      {t('print')}
    </Button>
  );
}
