/** One person, for their manager: the talk now with what both prepared, last time, the plan; and one's own private notes beside it. */
import { Button, Link, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { LockClosed20Regular } from '@fluentui/react-icons';
import { useCallback, useState, type ReactNode } from 'react';
import type { TalkWithTemplate } from '#api/talk/contract.ts';
import { readHistory, type PastTalk } from '#api/talk/history/contract.ts';
import { currentOf } from '#api/talk/rules.ts';
import { FollowedOfTalk } from '#tabs/agreement/FollowedOfTalk.tsx';
import { CheckIns } from '#tabs/checkin/CheckIns.tsx';
import { Topics } from '#tabs/checkin/Topics.tsx';
import { PersonGoals } from '#tabs/development/PersonGoals.tsx';
import { PrivateNotes } from '#tabs/note/PrivateNotes.tsx';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { NotFound } from '#tabs/platform/shell/NotFound.tsx';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Readers } from '#tabs/privacy/Readers.tsx';
import { LookBackLink } from '#tabs/talk/LookBackLink.tsx';
import { PastContent } from '#tabs/talk/LookBackPage.tsx';
import { AgreedLines, PastLines } from '#tabs/talk/PastLines.tsx';
import { TalkActions } from '#tabs/talk/TalkActions.tsx';
import { TalkContentPage } from '#tabs/talk/TalkContentPage.tsx';
import { useOpening } from '#tabs/talk/use-opening.ts';
import { useTalk } from '#tabs/talk/use-talk.ts';
import { heldElsewhen } from '#tabs/talk/use-held.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton, PageSkeleton } from '#tabs/ui/Skeletons.tsx';

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
  quiet: { color: tokens.colorNeutralForeground2 },
});

const parts = ['now', 'last', 'plan'] as const;
type Part = (typeof parts)[number];
type Known = { employeeId: string; name: string; current: PastTalk | null; last: PastTalk | null; talks: PastTalk[] };

const isHeld = ({ status }: PastTalk): boolean => status === 'held' || status === 'signed';

export function PersonPage({ employeeId = '' }: { employeeId?: string }) {
  const app = useTexts('app');
  const read = useRead(readHistory, { params: { employeeId } }, { refetchEvery: 30_000 });
  if (read.error?.reason === 'not-found') return <NotFound />;
  if (!read.data && !read.error) return <PageSkeleton />;
  if (!read.data)
    return (
      <Page title={app('name')} back={{ to: { page: 'team' }, text: app('tabs.team') }}>
        <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />
      </Page>
    );
  const { employee, talks } = read.data;
  const { current } = currentOf(talks);
  const last = talks.find((talk) => talk !== current && isHeld(talk)) ?? null;
  const lead = [employee.jobTitle, employee.department].filter(Boolean).join(' · ');
  return <OnePerson known={{ employeeId, name: employee.name, current, last, talks }} lead={lead} />;
}

function OnePerson({ known, lead }: { known: Known; lead: string }) {
  const styles = useStyles();
  const t = useTexts('team');
  const talk = useTexts('talk');
  const app = useTexts('app');
  const [part, setPart] = useState<Part>('now');
  const { open: drawer, button, onToggle, onClose } = useOpening();
  const noted = known.current ?? known.talks.find((talk) => isHeld(talk) && !talk.passed) ?? null;
  const toggle = noted && (
    <Button icon={<LockClosed20Regular />} ref={button} aria-expanded={drawer} onClick={onToggle}>
      {talk('page.privateOpen')}
    </Button>
  );
  return (
    <Page title={known.name} lead={lead || undefined} back={{ to: { page: 'team' }, text: app('tabs.team') }} actions={toggle}>
      <TabList selectedValue={part} onTabSelect={(_event, { value }) => setPart(value as Part)} aria-label={t('person.tabs')}>
        {parts.map((one) => (
          <Tab key={one} value={one}>
            {t(`person.${one}`)}
          </Tab>
        ))}
      </TabList>
      <div className={drawer ? styles.beside : undefined}>
        <div className={styles.parts}>
          {part === 'now' && <Now known={known} />}
          {part === 'last' && <Last known={known} />}
          {part === 'plan' && <Plan known={known} />}
          <LookBackLink employeeId={known.employeeId} />
        </div>
        {drawer && noted && (
          <div className={styles.drawer}>
            <OwnNotes talkId={noted.talkId} onClose={onClose} />
          </div>
        )}
      </div>
    </Page>
  );
}

function OwnNotes({ talkId, onClose }: { talkId: string; onClose: () => void }) {
  const t = useTexts('talk');
  const { data: talk } = useTalk(talkId);
  const close = (
    <Button size="small" appearance="subtle" onClick={onClose}>
      {t('page.privateClose')}
    </Button>
  );
  return <PrivateNotes talkId={talkId} badge={talk && <Readers talk={talk} item="private-notes" />} aside={close} />;
}

function Now({ known: { current, talks, employeeId, name } }: { known: Known }) {
  const t = useTexts('team');
  // Of the newest that was held, also while it waits for a signature.
  const held = talks.find((talk) => isHeld(talk) && !talk.passed);
  const checkIns = held && <CheckIns key={held.talkId} talkId={held.talkId} other={name} />;
  return (
    <>
      {current ? (
        <TalkNow talkId={current.talkId} after={checkIns} />
      ) : (
        <>
          <EmptyState drawing="calendar" title={t('person.noTalkTitle')} text={t('person.noTalkText', { name })} />
          {checkIns}
        </>
      )}
      <Topics about={{ place: 'with', employeeId }} />
    </>
  );
}

function TalkNow({ talkId, after }: { talkId: string; after: ReactNode }) {
  const { data: talk, error, refetch } = useTalk(talkId);
  const readAgain = useCallback(async () => (await refetch()).data, [refetch]);
  if (talk) return <Shown talk={talk} readAgain={readAgain} after={after} />;
  return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : <BlockSkeleton size={128} />;
}

type ShownProps = { talk: TalkWithTemplate; readAgain: () => Promise<TalkWithTemplate | undefined>; after: ReactNode };

/** `after`: what comes between what is to be done now and what was written. */
function Shown({ talk, readAgain, after }: ShownProps) {
  const styles = useStyles();
  const t = useTexts('team');
  const words = useTexts('talk');
  const dates = useDates();
  const linkTo = useLinkTo();
  const { talkId, start, end } = talk;
  const held = heldElsewhen(talk, dates.daysUntil);
  const when = held ? dates.day(held) : start && end ? dates.talkTime(start, end) : words('page.noTime');
  const whole = <Link {...linkTo({ page: 'talk', talkId })}>{t('person.openTalk')}</Link>;
  return (
    <>
      <Section title={words('page.now')} look="strong" aside={whole}>
        <Text className={styles.quiet}>{`${when} · ${talk.cycleName}`}</Text>
        <TalkActions talk={talk} readAgain={readAgain} />
      </Section>
      {after}
      <TalkContentPage talk={talk} />
    </>
  );
}

function Last({ known: { last, name } }: { known: Known }) {
  const t = useTexts('team');
  const history = useTexts('history');
  const dates = useDates();
  if (!last) return <EmptyState title={t('person.noLastTitle')} text={t('person.noLastText', { name })} />;
  const day = last.day ? dates.inText.day(last.day) : history('noDay');
  return (
    <Section title={history('then', { cycle: last.cycleName, day })}>
      {/* Once it is signed, what was agreed stands below with how it goes. */}
      <PastLines talk={last.status === 'signed' && !last.passed ? { ...last, agreements: [] } : last} />
      <PastContent talk={last} />
    </Section>
  );
}

/** Goals, and what was agreed, talk by talk: once it is signed with how each goes, before as it was written. */
function Plan({ known: { talks, employeeId, name } }: { known: Known }) {
  const t = useTexts('team');
  const history = useTexts('history');
  const dates = useDates();
  const agreed = talks.filter(({ agreements }) => agreements.length > 0);
  return (
    <>
      <PersonGoals employeeId={employeeId} name={name} />
      {agreed.length === 0 && (
        <Section title={t('person.agreements')}>
          <Text>{t('person.noAgreements')}</Text>
        </Section>
      )}
      {agreed.map(({ talkId, status, agreements, cycleName: cycle, day }) => (
        <Section key={talkId} title={history('then', { cycle, day: day ? dates.inText.day(day) : history('noDay') })}>
          {status === 'signed' ? (
            <FollowedOfTalk talkId={talkId} />
          ) : (
            <AgreedLines label={t('person.agreements')} agreements={agreements} />
          )}
        </Section>
      ))}
      <Topics about={{ place: 'with', employeeId }} />
    </>
  );
}
