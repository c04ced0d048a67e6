/** Beside the stage: the app, exactly 280 px wide as Teams gives it, or the chat. The whole width when narrow. */
import { Button, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { AppFrame } from '../app/AppFrame.tsx';
import { tabFor } from '../app/tab-for.ts';
import { factsOf } from '../chat/meeting-facts.ts';
import type { Meeting } from '../desk-api/desk-types.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { Loading } from '../ui/States.tsx';
import { lazy, Suspense } from 'react';

// The chat brings the renderer of cards with it.
const PanelChat = lazy(async () => ({ default: (await import('./PanelChat.tsx')).PanelChat }));

export type Panel = 'app' | 'chat';

const useStyles = makeStyles({
  // The frame is what Teams gives to apps; the room around it is Teams' own.
  panel: {
    width: '320px',
    boxSizing: 'border-box',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground2,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  whole: { width: '100%', borderLeft: 'none' },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', padding: '6px 8px 6px 20px' },
  title: { margin: 0 },
  app: { display: 'flex', flexGrow: 1, minHeight: 0, width: '280px', margin: '0 auto' },
  appWhole: { width: '100%' },
});

export function SidePanel({ meeting, panel, onClose }: { meeting: Meeting; panel: Panel; onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts();
  const narrow = useNarrow();
  const { app, tenant } = useMe();
  const tab = tabFor(app, 'meetingSidePanel');
  const name = panel === 'app' ? app.name : t.meeting.chat;
  return (
    <aside className={mergeClasses(styles.panel, narrow && styles.whole)} aria-label={name}>
      <div className={styles.head}>
        <Subtitle2 as="h2" className={styles.title}>
          {name}
        </Subtitle2>
        <Button appearance="subtle" icon={<DismissRegular />} aria-label={t.close} title={t.close} onClick={onClose} />
      </div>
      {panel === 'app' && tab && (
        <div className={mergeClasses(styles.app, narrow && styles.appWhole)}>
          <AppFrame
            tab={tab}
            host="teams"
            at={null}
            frame="sidePanel"
            meeting={factsOf({ ...meeting, organizerId: meeting.organizer.id }, tenant.id)}
            title={t.app.panel(app.name)}
          />
        </div>
      )}
      {panel === 'chat' && (
        <Suspense fallback={<Loading />}>
          <PanelChat chatId={meeting.chatId} />
        </Suspense>
      )}
    </aside>
  );
}
