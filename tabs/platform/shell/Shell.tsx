/** The frame: tabs on top, the page of the present place, a quiet line when offline. In the meeting's side panel: only the panel. */
import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { Suspense, useEffect } from 'react';
import type { Me } from '#api/people/contract.ts';
import { UnsavedLine } from '../autosave/UnsavedLine.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { useMe } from '../person/use-me.ts';
import type { PageName, Place } from '../routes/routes.ts';
import { goBack, useGo, usePlace } from '../routes/use-place.ts';
import { useTeams } from '../teams/use-teams.ts';
import { useTexts } from '../texts/texts.ts';
import { NotFound } from './NotFound.tsx';
import { OfflineLine } from './OfflineLine.tsx';
import { Welcome } from './Welcome.tsx';
import type { Pages } from './pages.ts';

const useStyles = makeStyles({
  bar: { padding: '4px 12px 0', backgroundColor: tokens.colorNeutralBackground1, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

type TopTab = 'my-talk' | 'team' | 'hr';

/** Which tab a place belongs to; a talk may be reached from two, so it marks none. */
const tabOf: Partial<Record<PageName, TopTab>> = {
  'my-talk': 'my-talk',
  'my-times': 'my-talk',
  team: 'team',
  hr: 'hr',
  cycle: 'hr',
  'new-cycle': 'hr',
};

function mayOpen(place: Place, me: Me): boolean {
  const tab = tabOf[place.page];
  return (tab !== 'hr' || me.isHr) && (tab !== 'team' || me.isManager);
}

export function Shell({ pages }: { pages: Pages }) {
  const teams = useTeams();
  const me = useMe();
  const place = usePlace();
  const inPanel = teams.frame === 'side-panel';
  useEffect(() => teams.onBack(goBack), [teams]);

  if (inPanel) return <Shown pages={pages} name="panel" place={null} />;
  const inMeeting = teams.meetingId !== null || place?.page === 'meeting';
  return (
    <>
      {!inMeeting && <TopTabs me={me} place={place} />}
      <OfflineLine />
      <UnsavedLine />
      {!inMeeting && <Welcome />}
      {place && mayOpen(place, me) ? (
        <Shown pages={pages} name={place.page} place={place} />
      ) : (
        <main>
          <NotFound />
        </main>
      )}
    </>
  );
}

function Shown({ pages, name, place }: { pages: Pages; name: keyof Pages; place: Place | null }) {
  const { Page } = pages[name];
  const ids = place && 'talkId' in place ? { talkId: place.talkId } : place && 'cycleId' in place ? { cycleId: place.cycleId } : {};
  // Keyed by place: another talk is another page, with nothing left over from the one before.
  return (
    <main key={JSON.stringify([name, ids])}>
      <Suspense fallback={<PageSkeleton />}>
        <Page {...ids} />
      </Suspense>
    </main>
  );
}

function TopTabs({ me, place }: { me: Me; place: Place | null }) {
  const styles = useStyles();
  const t = useTexts('app');
  const go = useGo();
  if (!me.isManager && !me.isHr) return null;
  const chosen = place ? (tabOf[place.page] ?? null) : null;
  return (
    <nav className={styles.bar} aria-label={t('tabs.label')}>
      <TabList selectedValue={chosen} onTabSelect={(_event, { value }) => go({ page: value as TopTab })}>
        <Tab value="my-talk">{t('tabs.myTalk')}</Tab>
        {me.isManager && <Tab value="team">{t('tabs.team')}</Tab>}
        {me.isHr && <Tab value="hr">{t('tabs.hr')}</Tab>}
      </TabList>
    </nav>
  );
}
