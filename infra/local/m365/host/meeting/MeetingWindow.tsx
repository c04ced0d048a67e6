/** A running meeting, as one of its people sees it: a calm stage, and the app or the chat beside it. No sound, no picture. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { useChanges } from '../desk-api/changes.ts';
import type { Meeting } from '../desk-api/desk-types.ts';
import { useAct } from '../desk-api/use-act.ts';
import { useMeeting } from '../desk-api/use-desk.ts';
import { tabFor } from '../app/tab-for.ts';
import { askToLeave } from '../place/use-place.ts';
import { NarrowProvider, useMe, useTexts } from '../me.ts';
import { Notices } from '../ui/Notices.tsx';
import { Loading, Nothing, Wrong } from '../ui/States.tsx';
import { useTitle } from '../ui/use-title.ts';
import { useWidth } from '../ui/use-width.ts';
import { DeskRefusal } from '../desk-api/desk-call.ts';
import { Left, type HowLeft } from './Left.tsx';
import { MeetingBar } from './MeetingBar.tsx';
import { SidePanel, type Panel } from './SidePanel.tsx';
import { Stage } from './Stage.tsx';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100%', backgroundColor: tokens.colorNeutralBackground1 },
  body: { display: 'flex', flexGrow: 1, minHeight: 0 },
});

/** Narrower than this, stage and panel do not fit beside each other. */
const narrowBelow = 700;

export function MeetingWindow({ chatId }: { chatId: string }) {
  const t = useTexts();
  const { person } = useMe();
  const meeting = useMeeting(person.id, chatId);
  useChanges(person.id);
  if (meeting.isPending) return <Loading />;
  if (meeting.error instanceof DeskRefusal && meeting.error.status === 404) return <Nothing title={t.app.noMeeting} />;
  if (meeting.isError) return <Wrong error={meeting.error} onRetry={() => void meeting.refetch()} />;
  return <RunningMeeting meeting={meeting.data} />;
}

function RunningMeeting({ meeting }: { meeting: Meeting }) {
  const styles = useStyles();
  const { app, person } = useMe();
  const [page, width] = useWidth();
  const [left, setLeft] = useState<HowLeft | null>(null);
  const [panel, setPanel] = useState<Panel | null | undefined>(undefined);
  // An app that is closed is asked first, as everywhere.
  const change = (next: Panel | null): void => void askToLeave().then(() => setPanel(next));
  const leave = (how: HowLeft): void => void askToLeave().then(() => setLeft(how));
  const isOrganizer = meeting.organizer.id === person.id;
  const narrow = width > 0 && width < narrowBelow;
  // Until the person decides: open where there is room for it.
  const shown = panel !== undefined ? panel : meeting.hasApp && tabFor(app, 'meetingSidePanel') && width >= narrowBelow ? 'app' : null;
  useTitle(meeting.subject);
  useStart(meeting.chatId, isOrganizer && left === null);
  if (left) return <Left how={left} onAgain={() => setLeft(null)} />;
  return (
    <div ref={page} className={styles.page}>
      <NarrowProvider value={narrow}>
        <MeetingBar meeting={meeting} panel={shown} onPanel={change} isOrganizer={isOrganizer} onLeft={leave} />
        <main className={styles.body}>
          {!(narrow && shown) && <Stage meeting={meeting} />}
          {shown && <SidePanel meeting={meeting} panel={shown} onClose={() => change(null)} />}
        </main>
      </NarrowProvider>
      <Notices />
    </div>
  );
}

/** The organiser's coming in begins the meeting, once per browser tab: loading the page again is no second beginning. */
function useStart(chatId: string, begins: boolean): void {
  const act = useAct([]);
  const start = useEffectEvent(() => {
    const place = `started ${chatId}`;
    if (window.sessionStorage.getItem(place) !== null) return;
    window.sessionStorage.setItem(place, 'yes');
    act.mutate({ path: `meetings/${encodeURIComponent(chatId)}/start` });
  });
  useEffect(() => {
    if (begins) start();
  }, [begins]);
}
