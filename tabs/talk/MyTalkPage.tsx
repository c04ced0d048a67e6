/** My talk: where it stands, the one thing to do now, what was agreed before, and earlier talks. */
import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { listMyTalks, type Talk } from '#api/talk/contract.ts';
import { currentOf } from '#api/talk/rules.ts';
import { useRead } from '#tabs/platform/call/use-call.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { laterPart } from '#tabs/platform/shell/later-part.tsx';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { needTexts, useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { EmptyState } from '#tabs/ui/EmptyState.tsx';
import { Page } from '#tabs/ui/Page.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { LaterParting } from './LaterParting.tsx';
import { NextCard } from './NextCard.tsx';
import { TalkSteps } from './TalkSteps.tsx';
import { listEvery } from './use-opening.ts';

const useStyles = makeStyles({
  both: { display: 'grid', gap: '20px', gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))', alignItems: 'start' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  row: { display: 'flex', flexWrap: 'wrap', gap: '2px 12px', alignItems: 'baseline' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What the first moment does without: check-ins, goals, topics, the way back over the years, to one's own times and data. They come after the page. */
const More = laterPart<{ employeeId: string }>(
  async () => {
    const [{ LastCheckIns }, { MyGoals }, { Topics }, { LookBackLink }, { MyTimesLink }, { MyDataLink }] = await Promise.all([
      import('#tabs/checkin/LastCheckIns.tsx'),
      import('#tabs/development/MyGoals.tsx'),
      import('#tabs/checkin/Topics.tsx'),
      import('./LookBackLink.tsx'),
      import('#tabs/wish/MyTimesLink.tsx'),
      import('#tabs/privacy/MyDataLink.tsx'),
      needTexts('goal'),
      needTexts('checkin'),
      needTexts('history'),
      needTexts('refusal'),
    ]);
    return function MyMore({ employeeId }) {
      return (
        <>
          <LastCheckIns />
          <MyGoals />
          <Topics about={{ place: 'mine', employeeId }} />
          <LookBackLink employeeId={employeeId} />
          <MyTimesLink />
          <MyDataLink />
        </>
      );
    };
  },
  () => <BlockSkeleton size={128} />,
);

/** Nothing until there is something: what was agreed is read first, and its code may come meanwhile. */
const Agreed = laterPart(
  async () => (await import('#tabs/agreement/MyAgreements.tsx')).MyAgreements,
  () => null,
);

export function MyTalkPage() {
  const styles = useStyles();
  const t = useTexts('talk');
  const { person } = useMe();
  const mine = useRead(listMyTalks, {}, { refetchEvery: (read) => listEvery(read?.talks) });
  const { current, earlier } = currentOf(mine.data?.talks ?? []);
  const shown = current ?? earlier[0];
  const asking = mine.data?.talks.filter(({ parting }) => parting !== undefined && parting.anewId === null) ?? [];
  return (
    <Page title={t('my.title')} {...(shown ? { lead: shown.cycleName } : {})}>
      {mine.isPending && <BlockSkeleton size={128} />}
      <ProblemNotice error={mine.error} onRetry={() => void mine.refetch()} />
      {mine.data && !shown && <NoTalk />}
      {asking.map((talk) => (
        <LaterParting key={talk.talkId} talk={talk} readAgain={async () => talkIn((await mine.refetch()).data, talk.talkId)} />
      ))}
      {shown && (
        <>
          {shown.status !== 'closed' && <TalkSteps talk={shown} />}
          <div className={styles.both}>
            {shown.status !== 'closed' && <NextCard talk={shown} />}
            <Agreed look={current ? 'since' : 'mine'} {...(current ? { exceptTalkId: current.talkId } : {})} />
          </div>
          <Earlier talks={earlier.filter((talk) => talk !== shown)} />
        </>
      )}
      {mine.data && <More employeeId={person.id} />}
    </Page>
  );
}

const talkIn = (read: { talks: Talk[] } | undefined, talkId: string): Talk | undefined =>
  read?.talks.find((talk) => talk.talkId === talkId);

function NoTalk() {
  const t = useTexts('talk');
  const { manager } = useMe();
  const who = manager ? ` ${t('my.emptyManager', { name: manager.name })}` : '';
  return <EmptyState drawing="calendar" title={t('my.emptyTitle')} text={`${t('my.emptyText')}${who}`} />;
}

function Earlier({ talks }: { talks: Talk[] }) {
  const styles = useStyles();
  const t = useTexts('talk');
  const dates = useDates();
  const linkTo = useLinkTo();
  if (talks.length === 0) return null;
  return (
    <Section title={t('my.earlier')}>
      <ul className={styles.list} aria-label={t('my.earlier')}>
        {talks.map((talk) => {
          const day = talk.startedAt ?? talk.start;
          return (
            <li key={talk.talkId} className={styles.row}>
              <Link {...linkTo({ page: 'talk', talkId: talk.talkId })}>
                {t('my.earlierOne', { cycle: talk.cycleName, name: talk.manager.name })}
              </Link>
              <Text size={200} className={styles.quiet}>
                {day ? dates.plainDay(day) : t('my.noDay')}
              </Text>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
