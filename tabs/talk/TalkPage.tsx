/** One talk, for its employee and its manager alike: what to do now, shared notes, agreements, both preparations, and one's own private notes. */
import { Button, makeStyles } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { Suspense, useCallback, useState } from 'react';
import { readPreparations } from '#api/preparation/contract.ts';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { Agreements } from '#tabs/agreement/Agreements.tsx';
import { FollowedOfTalk } from '#tabs/agreement/FollowedOfTalk.tsx';
import { SinceLast } from '#tabs/agreement/SinceLast.tsx';
import { WeakSigns } from '#tabs/insight/WeakSigns.tsx';
import { PrivateNotes } from '#tabs/note/PrivateNotes.tsx';
import { SharedNotes } from '#tabs/note/SharedNotes.tsx';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { NotFound } from '#tabs/platform/shell/NotFound.tsx';
import { useLanguage, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { AgendaPoints } from '#tabs/preparation/AgendaPoints.tsx';
import { Answers } from '#tabs/preparation/Answers.tsx';
import { ownPreparation, Readers } from '#tabs/privacy/Readers.tsx';
import { Fold } from '#tabs/ui/Fold.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton, PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { ByHand } from './ByHand.tsx';
import { FindTime } from './FindTime.tsx';
import { HandOverNews } from './HandOverNews.tsx';
import { MoveButton, MovePlace } from './MoveButton.tsx';
import { TalkActions } from './TalkActions.tsx';
import { TalkSteps } from './TalkSteps.tsx';
import { useOpening } from './use-opening.ts';
import { TimeAttention } from './TimeAttention.tsx';
import { useTalk } from './use-talk.ts';

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
  const [drawer, setDrawer] = useState(false);
  const move = useOpening(talk.next === 'move');
  const { talkId, me, start, end } = talk;
  const other = me === 'employee' ? talk.manager : talk.employee;
  const when = start && end ? dates.talkTime(start, end) : t('page.noTime');
  const home = me === 'manager' ? ({ page: 'team' } as const) : ({ page: 'my-talk' } as const);
  const toggle = (
    <Button icon={<LockClosed20Regular />} aria-expanded={drawer} onClick={() => setDrawer(!drawer)}>
      {t('page.privateOpen')}
    </Button>
  );
  return (
    <Page
      title={t('page.title', { name: other.name })}
      lead={[when, talk.room, talk.cycleName].filter(Boolean).join(' · ')}
      {...(chatId ? {} : { back: { to: home, text: app(me === 'manager' ? 'tabs.team' : 'tabs.myTalk') } })}
      actions={toggle}
    >
      <TalkSteps talk={talk} />
      <div className={drawer ? styles.beside : undefined}>
        <div className={styles.parts}>
          {talk.handedOver && (
            <Suspense>
              <HandOverNews talk={talk} from={talk.handedOver.from.name} />
            </Suspense>
          )}
          <TimeAttention talk={talk} readAgain={readAgain} />
          <Section title={t('page.now')} look="strong">
            <PersonName id={other.id} name={other.name} title={other.jobTitle} size={40} />
            <TalkActions talk={talk} readAgain={readAgain} more={<MoveButton talk={talk} {...move} />} />
            <MovePlace talk={talk} open={move.open} onClose={move.onClose} />
          </Section>
          <WeakSigns talk={talk} />
          {talk.byHand && <ByHand talk={talk} />}
          {talk.next === 'find-time' && <FindTime talk={talk} readAgain={readAgain} />}
          <Content talk={talk} />
        </div>
        {drawer && (
          <div className={styles.drawer}>
            <PrivateNotes
              talkId={talkId}
              badge={<Readers talk={talk} item="private-notes" />}
              aside={
                <Button size="small" appearance="subtle" onClick={() => setDrawer(false)}>
                  {t('page.privateClose')}
                </Button>
              }
            />
          </div>
        )}
      </div>
    </Page>
  );
}

function Content({ talk }: { talk: TalkWithTemplate }) {
  const t = useTexts('talk');
  const { talkId, me, status } = talk;
  const started = talk.startedAt !== null;
  const open = (status === 'live' || status === 'held') && talk.signatures.length === 0;
  const meId = talk[me].id;
  return (
    <>
      <SinceLast talkId={talkId} />
      {started && (
        <>
          <Section title={t('panel.notes')}>
            <SharedNotes talkId={talkId} badge={<Readers talk={talk} item="shared-notes" />} />
          </Section>
          <Section title={t('panel.agreements')} aside={<Readers talk={talk} item="agreements" />}>
            {talk.signatures.length > 0 ? (
              <FollowedOfTalk talkId={talkId} />
            ) : (
              <Agreements talkId={talkId} parties={{ employee: talk.employee, manager: talk.manager, meId }} open={open} />
            )}
          </Section>
        </>
      )}
      <Agenda talk={talk} />
    </>
  );
}

function Agenda({ talk }: { talk: TalkWithTemplate }) {
  const t = useTexts('talk');
  const preparation = useTexts('preparation');
  const language = useLanguage();
  const { talkId, me, template } = talk;
  const read = useRead(readPreparations, { params: { talkId } }, { refetchEvery: 15_000 });
  const other = me === 'employee' ? talk.manager : talk.employee;
  const waits = read.data && read.data.theirs.answers === null;
  const minutes = template.parts.reduce((sum, part) => sum + part.minutes, 0);
  const lead = [t('page.agendaLead', { count: minutes }), waits ? preparation(`rule.${talk.releaseRule}`, { name: other.name }) : ''];
  return (
    <Section title={t('page.agenda')} lead={lead.filter(Boolean).join(' ')} aside={<Readers talk={talk} item={ownPreparation(talk)} />}>
      {read.error && !read.data && <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />}
      {read.isPending && <BlockSkeleton size={128} />}
      <AgendaPoints talkId={talkId} managerName={talk.manager.name} />
      {read.data &&
        template.parts.map((part) => (
          <Fold key={part.id} level={3} strong openAtFirst title={part.title[language]} aside={t('page.minutes', { count: part.minutes })}>
            {part.guidance[language]}
            <Answers talk={talk} preparations={read.data} part={part} />
          </Fold>
        ))}
    </Section>
  );
}
