/** The host page of a chosen person: top bar, rail, and the view that the address names. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { ActivityView } from '../activity/ActivityView.tsx';
import { AppView } from '../app/AppView.tsx';
import { CalendarView } from '../calendar/CalendarView.tsx';
import { useChanges } from '../desk-api/changes.ts';
import type { Company } from '../desk-api/desk-types.ts';
import { MailView } from '../mail/MailView.tsx';
import { NarrowProvider, useMe, useTexts } from '../me.ts';
import { usePlace } from '../place/use-place.ts';
import { useSettings } from '../settings.ts';
import { Notices } from '../ui/Notices.tsx';
import { Loading } from '../ui/States.tsx';
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
  phone: {
    width: '390px',
    maxWidth: '100%',
    maxHeight: '844px',
    margin: '16px auto',
    borderRadius: '28px',
    border: `6px solid ${tokens.colorNeutralStroke1}`,
    boxSizing: 'border-box',
    overflow: 'hidden',
    boxShadow: tokens.shadow16,
  },
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
            chosenWidth === 'phone' && pageWidth >= narrowBelow && styles.phone,
          )}
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
  const { view } = usePlace();
  const { person, app } = useMe();
  const t = useTexts();
  const title = view === 'app' || view === 'home' || view === 'meeting' || view === 'desk' ? app.name : t.rail[view];
  useTitle(title);
  if (view === 'activity') return <ActivityView key={person.id} />;
  if (view === 'calendar') return <CalendarView key={person.id} />;
  if (view === 'mail') return <MailView key={person.id} />;
  if (view === 'chat')
    return (
      <Suspense fallback={<Loading />}>
        <ChatView key={person.id} />
      </Suspense>
    );
  return <AppView key={person.id} />;
}
