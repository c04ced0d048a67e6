/** The talk in the side panel: time left and who is here, agenda with both answers, shared notes, agreements, and what can be done now. */
import { Button, makeStyles, Subtitle2, Text, tokens, typographyStyles } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { Agreements } from '#tabs/agreement/Agreements.tsx';
import { FollowedOfTalk } from '#tabs/agreement/FollowedOfTalk.tsx';
import { SinceLast } from '#tabs/agreement/SinceLast.tsx';
import type { TopicsProps } from '#tabs/checkin/Topics.tsx';
import { LaterTalkGoals } from '#tabs/development/LaterTalkGoals.tsx';
import { SharedNotes } from '#tabs/note/SharedNotes.tsx';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { AgendaPoints } from '#tabs/preparation/AgendaPoints.tsx';
import { Answers } from '#tabs/preparation/Answers.tsx';
import { Readers } from '#tabs/privacy/Readers.tsx';
import { ErasedNotes } from './ErasedNotes.tsx';
import { HoldingAgenda } from './HoldingAgenda.tsx';
import { NextCheckIn } from './NextCheckIn.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import { TalkActions } from './TalkActions.tsx';
import { useHolding } from './use-holding.ts';
import { useProposal } from './use-proposal.ts';
import { heldElsewhen } from './use-held.ts';
import { timeOf } from './use-talk-time.ts';

const useStyles = makeStyles({
  title: { ...typographyStyles.subtitle1, margin: 0, outlineStyle: 'none', hyphens: 'auto' },
  head: { display: 'flex', flexDirection: 'column', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  part: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  heading: { margin: 0 },
  foot: { display: 'flex', flexDirection: 'column', gap: '16px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, paddingTop: '16px' },
  wide: { width: '100%' },
});

/** Nothing until there is something: topics are read first, and their code may come meanwhile. */
const LaterTopics = laterPart<TopicsProps>(
  async () => (await import('#tabs/checkin/Topics.tsx')).Topics,
  () => null,
);

export type PanelTalkPageProps = {
  talk: TalkWithTemplate;
  readAgain: () => Promise<TalkWithTemplate | undefined>;
  /** The reader comes from elsewhere in the panel: the title takes the focus. */
  arrives: boolean;
  onLayer: (layer: 'private' | 'sign') => void;
};

export function PanelTalkPage({ talk, readAgain, arrives, onLayer }: PanelTalkPageProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  const holdings = useHolding(talk);
  const { proposal, onAgree } = useProposal();
  // Finishing stands at the foot of the panel, and signing at its head.
  const [justFinished, setJustFinished] = useState(false);
  const { talkId, me, status, employee, manager } = talk;
  const open = (status === 'live' || status === 'held') && talk.signatures.length === 0;
  const together = { ...holdings.together, onOthers: holdings.onOthers };
  const finishing = { justFinished, onFinished: () => setJustFinished(true) };
  const actions = <TalkActions talk={talk} readAgain={readAgain} panel={{ onSign: () => onLayer('sign') }} {...finishing} />;
  return (
    <>
      <Head talk={talk} others={holdings.others} arrives={arrives} />
      {status !== 'live' && actions}
      <SinceLast talkId={talkId} />
      <LaterTalkGoals talkId={talkId} />
      {status !== 'signed' && status !== 'closed' && <LaterTopics about={{ place: 'talk', talkId, employeeId: employee.id }} quiet />}
      {!talk.notesErased && (
        <Part title={t('panel.agenda')}>
          <AgendaPoints talkId={talk.talkId} managerName={talk.manager.name} />
          <HoldingAgenda
            talk={talk}
            holdings={holdings}
            compact
            answersOf={(part, preparations) => <Answers talk={talk} preparations={preparations} part={part} compact />}
          />
        </Part>
      )}
      {talk.startedAt && (
        <>
          <Part title={t('panel.notes')}>
            {talk.notesErased ? (
              <ErasedNotes erased={talk.notesErased} />
            ) : (
              <SharedNotes
                talkId={talkId}
                badge={<Readers talk={talk} item="shared-notes" />}
                together={together}
                {...(open ? { onAgree } : {})}
              />
            )}
          </Part>
          <Part title={t('panel.agreements')}>
            {talk.signatures.length > 0 && status !== 'closed' ? (
              <FollowedOfTalk talkId={talkId} />
            ) : (
              <Agreements talkId={talkId} parties={{ employee, manager, meId: talk[me].id }} open={open} proposal={proposal} />
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
    </>
  );
}

function Head({ talk, others, arrives }: { talk: TalkWithTemplate; others: string[]; arrives: boolean }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const dates = useDates();
  const other = talk.me === 'employee' ? talk.manager : talk.employee;
  const time = timeOf(talk, dates.now);
  const held = heldElsewhen(talk, dates.daysUntil);
  const booked = held ? dates.day(held) : talk.start && talk.end ? dates.shortTime(talk.start, talk.end) : t('page.noTime');
  return (
    <header className={styles.head}>
      <PanelTitle takesFocus={arrives}>{t('panel.title', { name: other.name })}</PanelTitle>
      <Text size={200} className={styles.quiet}>
        {!time ? booked : time.left > 0 ? t('panel.time', time) : t('panel.over', time)}
      </Text>
      <PeopleHere talk={talk} names={others} />
      <NextCheckIn talk={talk} />
    </header>
  );
}

/** With `takesFocus` it takes focus when it comes, so that keyboard and screen reader begin there. */
export function PanelTitle({ children, takesFocus = false }: { children: ReactNode; takesFocus?: boolean }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return (
    <h1 ref={heading} {...(takesFocus ? { tabIndex: -1 } : {})} className={styles.title}>
      {children}
    </h1>
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
