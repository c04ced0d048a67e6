/** What a talk's page holds below what to do now: shared notes and agreements once it has begun, and the agenda with both preparations. */
import type { ReactNode } from 'react';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { readPreparations } from '#api/preparation/contract.ts';
import { Agreements } from '#tabs/agreement/Agreements.tsx';
import { FollowedOfTalk } from '#tabs/agreement/FollowedOfTalk.tsx';
import { SinceLast } from '#tabs/agreement/SinceLast.tsx';
import { LaterTalkGoals } from '#tabs/development/LaterTalkGoals.tsx';
import { SharedNotes } from '#tabs/note/SharedNotes.tsx';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { AgendaPoints } from '#tabs/preparation/AgendaPoints.tsx';
import { Answers } from '#tabs/preparation/Answers.tsx';
import { ownPreparation, Readers } from '#tabs/privacy/Readers.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { ErasedNotes } from './ErasedNotes.tsx';
import { HoldingAgenda } from './HoldingAgenda.tsx';
import { PeopleHere } from './PeopleHere.tsx';
import { useHolding, type Holdings } from './use-holding.ts';
import { useProposal } from './use-proposal.ts';

/** `toTakeUp`: what either wants to take up, above the agenda. Once the talk has begun the notes come first: they are what the two are there for. */
export function TalkContentPage({ talk, toTakeUp }: { talk: TalkWithTemplate; toTakeUp?: ReactNode }) {
  const holdings = useHolding(talk);
  return (
    <>
      {talk.startedAt !== null && <Written talk={talk} holdings={holdings} />}
      {toTakeUp}
      <SinceLast talkId={talk.talkId} />
      <LaterTalkGoals talkId={talk.talkId} />
      {!talk.notesErased && <Agenda talk={talk} holdings={holdings} />}
    </>
  );
}

type PartProps = { talk: TalkWithTemplate; holdings: Holdings };

/** What the two write and agree on together. */
function Written({ talk, holdings }: PartProps) {
  const t = useTexts('talk');
  const { talkId, me, status, employee, manager } = talk;
  const { proposal, onAgree } = useProposal();
  const open = (status === 'live' || status === 'held') && talk.signatures.length === 0;
  return (
    <>
      <PeopleHere talk={talk} names={holdings.others} />
      <Section title={t('panel.notes')}>
        {talk.notesErased ? (
          <ErasedNotes erased={talk.notesErased} />
        ) : (
          <SharedNotes
            talkId={talkId}
            badge={<Readers talk={talk} item="shared-notes" />}
            together={{ ...holdings.together, onOthers: holdings.onOthers }}
            {...(open ? { onAgree } : {})}
          />
        )}
      </Section>
      <Section title={t('panel.agreements')} aside={<Readers talk={talk} item="agreements" />}>
        {talk.signatures.length > 0 && status !== 'closed' ? (
          <FollowedOfTalk talkId={talkId} />
        ) : (
          <Agreements talkId={talkId} parties={{ employee, manager, meId: talk[me].id }} open={open} proposal={proposal} />
        )}
      </Section>
    </>
  );
}

function Agenda({ talk, holdings }: PartProps) {
  const t = useTexts('talk');
  const preparation = useTexts('preparation');
  const { talkId, me, template } = talk;
  const read = useRead(readPreparations, { params: { talkId } });
  const other = me === 'employee' ? talk.manager : talk.employee;
  const waits = read.data && read.data.theirs.answers === null && talk.status !== 'closed';
  const minutes = template.parts.reduce((sum, part) => sum + part.minutes, 0);
  const lead = [t('page.agendaLead', { count: minutes }), waits ? preparation(`rule.${talk.releaseRule}`, { name: other.name }) : ''];
  return (
    <Section title={t('page.agenda')} lead={lead.filter(Boolean).join(' ')} aside={<Readers talk={talk} item={ownPreparation(talk)} />}>
      <AgendaPoints talkId={talk.talkId} managerName={talk.manager.name} />
      <HoldingAgenda
        talk={talk}
        holdings={holdings}
        answersOf={(part, preparations) => <Answers talk={talk} preparations={preparations} part={part} />}
      />
    </Section>
  );
}
