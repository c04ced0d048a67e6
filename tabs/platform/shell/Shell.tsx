/** The frame: tabs on top, the page of the present place, a quiet line when offline. In the meeting's side panel: only the panel. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { Suspense, useEffect } from 'react';
import type { Me } from '#api/people/contract.ts';
import { UnsavedLine } from '../autosave/UnsavedLine.tsx';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { useMe } from '../person/use-me.ts';
import type { PageName, Place } from '../routes/routes.ts';
import { goBack, usePlace } from '../routes/use-place.ts';
import { useTeams } from '../teams/use-teams.ts';
import type { WebSession } from '../web/web-session.ts';
import { NotFound } from './NotFound.tsx';
import { OfflineLine } from './OfflineLine.tsx';
import { Welcome } from './Welcome.tsx';
import { lazyPart, type PageProps, type Pages } from './pages.ts';
import { LoadGuard } from './LoadGuard.tsx';
import type { TopTab } from './TopTabs.tsx';

const useStyles = makeStyles({
  bar: {
    padding: '4px 12px 0',
    // As high as the tabs, so that nothing moves when they come.
    minHeight: '44px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Most people have no tabs to choose between and never load them. */
const topTabs = lazyPart(async () => (await import('./TopTabs.tsx')).TopTabs);
/** In a plain browser only. */
const webBar = lazyPart(async () => (await import('../web/WebBar.tsx')).WebBar);

/** Which tab a place belongs to; a talk may be reached from two, so it marks none. */
const tabOf: Partial<Record<PageName, TopTab>> = {
  'my-talk': 'my-talk',
  'my-times': 'my-talk',
  reminders: 'my-talk',
  team: 'team',
  person: 'team',
  hr: 'hr',
  cycle: 'hr',
  'new-cycle': 'hr',
  'access-requests': 'access-requests',
};

function mayOpen(place: Place, me: Me): boolean {
  const tab = tabOf[place.page];
  return (tab !== 'hr' || me.isHr) && (tab !== 'team' || me.isManager) && (tab !== 'access-requests' || me.isOfficer);
}

export function Shell({ pages }: { pages: Pages }) {
  const teams = useTeams();
  const me = useMe();
  const place = usePlace();
  const inPanel = teams.frame === 'side-panel';
  useEffect(() => teams.onBack(goBack), [teams]);

  if (inPanel) return <Shown pages={pages} name="panel" place={null} />;
  // What is printed has nothing around it.
  const bare = teams.meetingId !== null || place?.page === 'meeting' || place?.page === 'paper';
  return (
    <>
      {teams.web && place?.page !== 'paper' && <BrowserBar web={teams.web} />}
      {!bare && (me.isManager || me.isHr || me.isOfficer) && <Bar chosen={place ? (tabOf[place.page] ?? null) : null} />}
      <OfflineLine />
      <UnsavedLine />
      {!bare && <Welcome />}
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
  const { renew } = pages[name];
  const ids = place ? idsOf(place) : {};
  // Keyed by place: another talk is another page, with nothing left over from the one before.
  return (
    <main key={JSON.stringify([name, ids])}>
      <LoadGuard onRetry={renew}>
        <Loaded pages={pages} name={name} ids={ids} />
      </LoadGuard>
    </main>
  );
}

const idsOf = (place: Place): PageProps => {
  if ('talkId' in place) return { talkId: place.talkId };
  if ('employeeId' in place) return { employeeId: place.employeeId };
  return 'cycleId' in place ? { cycleId: place.cycleId } : {};
};

/** Below the guard, which draws it again after a failure: then the page is another one, fetched anew. */
function Loaded({ pages, name, ids }: { pages: Pages; name: keyof Pages; ids: PageProps }) {
  const { Page } = pages[name];
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Page {...ids} />
    </Suspense>
  );
}

function Bar({ chosen }: { chosen: TopTab | null }) {
  const styles = useStyles();
  return (
    <div className={styles.bar}>
      <LoadGuard onRetry={topTabs.renew}>
        <Tabs chosen={chosen} />
      </LoadGuard>
    </div>
  );
}

function Tabs({ chosen }: { chosen: TopTab | null }) {
  const { Page: TopTabs } = topTabs;
  return (
    <Suspense fallback={null}>
      <TopTabs chosen={chosen} />
    </Suspense>
  );
}

function BrowserBar({ web }: { web: WebSession }) {
  const { Page: WebBar } = webBar;
  return (
    <LoadGuard onRetry={webBar.renew}>
      <Suspense fallback={null}>
        <WebBar web={web} />
      </Suspense>
    </LoadGuard>
  );
}
