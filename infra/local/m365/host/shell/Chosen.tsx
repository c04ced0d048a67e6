/** The host page of a chosen person: top bar, rail, and the view that the address names. */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { ActivityView } from '../activity/ActivityView.tsx';
import { AppView } from '../app/AppView.tsx';
import { CalendarView } from '../calendar/CalendarView.tsx';
import { useChanges } from '../desk-api/changes.ts';
import type { Company } from '../desk-api/desk-types.ts';
import { MailView } from '../mail/MailView.tsx';
import { NarrowProvider, useMe, useTexts } from '../me.ts';
import { hasView, type View } from '../place/place.ts';
import { correct, usePlace } from '../place/use-place.ts';
import { useSettings, widths } from '../settings.ts';
import { Notices } from '../ui/Notices.tsx';
import { Loading, Nothing } from '../ui/States.tsx';
import { useTitle } from '../ui/use-title.ts';
import { narrowBelow, useWidth } from '../ui/use-width.ts';
import { Rail } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';

// Cards make the chat heavy; nobody waits for them elsewhere.
const ChatView = lazy(async () => ({ default: (await import('../chat/ChatView.tsx')).ChatView }));

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', backgroundColor: tokens.colorNeutralBackground4 },
  body: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  upright: { flexDirection: 'column-reverse' },
  // The room inside is what the name says: the border comes on top.
  small: { maxWidth: '100%', margin: '16px auto', boxSizing: 'content-box', overflow: 'hidden', boxShadow: tokens.shadow16 },
  phone: { maxHeight: '844px', borderRadius: '28px', border: `6px solid ${tokens.colorNeutralStroke1}` },
  panel: { borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke1}` },
  content: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  framed: { borderTopLeftRadius: tokens.borderRadiusXLarge, overflow: 'hidden', boxShadow: tokens.shadow4 },
});

export function Chosen({ company }: { company: Company }) {
  const styles = useStyles();
  const { person } = useMe();
  const { width: chosenWidth } = useSettings();
  const [page, pageWidth] = useWidth();
  const [body, bodyWidth] = useWidth();
  useChanges(person.id);
  const narrow = bodyWidth < narrowBelow;
  const isSmall = chosenWidth !== 'desktop' && pageWidth >= narrowBelow;
  return (
    <div className={styles.page} ref={page}>
      <NarrowProvider value={pageWidth < narrowBelow}>
        <TopBar company={company} />
      </NarrowProvider>
      <NarrowProvider value={narrow}>
        <div
          ref={body}
          className={mergeClasses(
            styles.body,
            narrow && styles.upright,
            isSmall && styles.small,
            isSmall && (chosenWidth === 'phone' ? styles.phone : styles.panel),
          )}
          style={isSmall ? { width: widths[chosenWidth] } : undefined}
        >
          <Rail />
          <main id="content" tabIndex={-1} className={mergeClasses(styles.content, !narrow && styles.framed)}>
            {bodyWidth > 0 && <Shown />}
          </main>
        </div>
      </NarrowProvider>
      <Notices />
    </div>
  );
}

function Shown() {
  const { view, host } = usePlace();
  const { person, app } = useMe();
  const t = useTexts();
  // An app that wants to rest while something else is looked at stays where it is, out of sight.
  const [kept, setKept] = useState<string | null>(null);
  const isApp = view === 'app' || view === 'home';
  const title = isApp || view === 'meeting' || view === 'desk' ? app.name : t.rail[view];
  useTitle(title);
  return (
    <>
      {(isApp || kept === person.id) && <AppView key={person.id} hidden={!isApp} onKept={() => setKept(person.id)} />}
      {!isApp && (hasView(host, view) ? <Other key={person.id} view={view} /> : <Elsewhere view={title} />)}
    </>
  );
}

function Other({ view }: { view: View }) {
  if (view === 'activity') return <ActivityView />;
  if (view === 'calendar') return <CalendarView />;
  if (view === 'mail') return <MailView />;
  return (
    <Suspense fallback={<Loading />}>
      <ChatView />
    </Suspense>
  );
}

/** Somebody followed an address to what only Teams has. */
function Elsewhere({ view }: { view: string }) {
  const t = useTexts();
  const place = usePlace();
  return (
    <Nothing
      title={t.host.notHere(view, t.host.names[place.host])}
      action={<Button onClick={() => correct({ ...place, host: 'teams' })}>{t.host.openIn(t.host.names.teams)}</Button>}
    />
  );
}
