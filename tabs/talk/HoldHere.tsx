/** A meeting without a talk of the reader's: hold one of theirs here, start one that nobody planned, or read that there is nothing for them. */
import { Button, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { PersonRef } from '#api/people/contract.ts';
import { listMyTalks, listTeamTalks, type Talk } from '#api/talk/contract.ts';
import { chooseTalk, listPartners, startUnplanned } from '#api/talk/unplanned/contract.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useTeams } from '#tabs/platform/teams/use-teams.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { PersonName } from '#tabs/ui/PersonName.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { holdable, someOf } from './use-holdable.ts';
import { talkReads } from './use-talk.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '12px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', justifyContent: 'space-between' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function HoldHere() {
  const t = useTexts('holding');
  const { chatId } = useTeams();
  const { now } = useDates();
  const mine = useRead(listMyTalks, {});
  const team = useRead(listTeamTalks, {});
  const partners = useRead(listPartners, {});
  if (!chatId) return <EmptyState title={t('none.title')} text={t('none.noMeeting')} />;
  const error = mine.error ?? team.error ?? partners.error;
  const reads = [mine, team, partners];
  if (!mine.data || !team.data || !partners.data) {
    return error ? <ProblemNotice error={error} onRetry={() => reads.forEach((read) => void read.refetch())} /> : <PageSkeleton />;
  }
  const talks = holdable([...mine.data.talks, ...team.data.talks], now);
  const { manager, reports } = partners.data;
  const people = [...(manager ? [manager] : []), ...reports];
  if (talks.length === 0 && people.length === 0) return <EmptyState title={t('none.title')} text={t('none.outside')} />;
  return (
    <Page title={t('none.title')} lead={t('none.lead')} narrow>
      {talks.length > 0 && <Planned talks={talks} chatId={chatId} />}
      {people.length > 0 && <Unplanned people={people} chatId={chatId} />}
    </Page>
  );
}

const otherOf = (talk: Talk): PersonRef => (talk.me === 'employee' ? talk.manager : talk.employee);

function Planned({ talks, chatId }: { talks: Talk[]; chatId: string }) {
  const t = useTexts('holding');
  const dates = useDates();
  const choose = useSend(chooseTalk, { refreshes: talkReads });
  return (
    <Section title={t('none.link')}>
      <Some
        of={talks}
        nameOf={(talk) => otherOf(talk).name}
        row={(talk) => (
          <Row
            key={talk.talkId}
            person={otherOf(talk)}
            about={talk.start && talk.end ? dates.shortTime(talk.start, talk.end) : t('none.noTime')}
            words={t('none.hold')}
            label={t('none.holdFor', { name: otherOf(talk).name })}
            busy={choose.isPending}
            onPress={() => choose.mutate({ params: { talkId: talk.talkId }, body: { chatId } })}
          />
        )}
      />
      <ProblemNotice error={choose.error} />
    </Section>
  );
}

function Unplanned({ people, chatId }: { people: PersonRef[]; chatId: string }) {
  const t = useTexts('holding');
  const start = useSend(startUnplanned, { refreshes: talkReads });
  const isStranger = start.error?.reason === 'not-found';
  return (
    <Section title={t('none.start')} lead={t('none.startLeadAny')}>
      <Some
        of={people}
        nameOf={({ name }) => name}
        row={(person) => (
          <Row
            key={person.id}
            person={person}
            about={person.jobTitle}
            words={t('none.begin')}
            label={t('none.with', { name: person.name })}
            busy={start.isPending}
            onPress={() => start.mutate({ body: { withId: person.id, chatId } })}
          />
        )}
      />
      {isStranger ? <Text role="alert">{t('none.unknown')}</Text> : <ProblemNotice error={start.error} />}
    </Section>
  );
}

/** A few rows; who has many finds the others by name. */
function Some<T>({ of, nameOf, row }: { of: T[]; nameOf: (one: T) => string; row: (one: T) => ReactNode }) {
  const styles = useStyles();
  const t = useTexts('holding');
  const [typed, setTyped] = useState('');
  const { shown, more } = someOf(of, nameOf, typed);
  return (
    <>
      {(more > 0 || typed !== '') && (
        <Field label={t('none.find')}>
          <Input type="search" value={typed} onChange={(_event, { value }) => setTyped(value)} />
        </Field>
      )}
      <ul className={styles.list}>{shown.map(row)}</ul>
      {more > 0 && (
        <Text size={200} className={styles.quiet}>
          {t('none.more', { count: more })}
        </Text>
      )}
    </>
  );
}

type RowProps = { person: PersonRef; about: string; words: string; label: string; busy: boolean; onPress: () => void };

function Row({ person, about, words, label, busy, onPress }: RowProps) {
  const styles = useStyles();
  return (
    <li className={styles.row}>
      <PersonName id={person.id} name={person.name} title={about} />
      <Button aria-label={label} disabledFocusable={busy} onClick={onPress}>
        {words}
      </Button>
    </li>
  );
}
