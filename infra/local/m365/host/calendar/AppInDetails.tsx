/** The app as a tab of a meeting's details, where the manifest offers it and the meeting's chat has it. */
import { Button, Dialog, DialogSurface, DialogTrigger, makeStyles, Subtitle2 } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { AppFrame } from '../app/AppFrame.tsx';
import { AppMark } from '../app/AppMark.tsx';
import { tabFor } from '../app/tab-for.ts';
import { factsOf } from '../chat/meeting-facts.ts';
import type { MeetingIds } from '../desk-api/desk-types.ts';
import { useMeeting } from '../desk-api/use-desk.ts';
import { useMe, useTexts } from '../me.ts';
import { askToLeave, usePlace } from '../place/use-place.ts';

const useStyles = makeStyles({
  surface: {
    padding: 0,
    width: 'min(900px, 96vw)',
    maxWidth: '96vw',
    height: 'min(760px, 92vh)',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
  },
  head: { display: 'flex', alignItems: 'center', gap: '8px', padding: '8px 8px 8px 20px' },
  title: { margin: 0, flexGrow: 1, overflowWrap: 'anywhere' },
});

export function AppInDetails({ meeting: { chatId } }: { meeting: MeetingIds }) {
  const styles = useStyles();
  const t = useTexts();
  const { app, person, tenant } = useMe();
  const { host } = usePlace();
  const [open, setOpen] = useState(false);
  const meeting = useMeeting(person.id, chatId).data;
  const tab = tabFor(app, 'meetingDetailsTab');
  // Tabs of meetings are in Teams only.
  if (host !== 'teams' || !meeting?.hasApp || !tab) return null;
  const change = (next: boolean): void => {
    if (next) setOpen(true);
    else void askToLeave().then(() => setOpen(false));
  };
  return (
    <Dialog open={open} onOpenChange={(_, data) => change(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button icon={<AppMark />}>{app.name}</Button>
      </DialogTrigger>
      <DialogSurface className={styles.surface} aria-label={t.app.inDetails(app.name)}>
        <div className={styles.head}>
          <Subtitle2 as="h2" className={styles.title}>
            {meeting.subject}
          </Subtitle2>
          <Button appearance="subtle" icon={<DismissRegular />} aria-label={t.close} title={t.close} onClick={() => change(false)} />
        </div>
        <AppFrame
          tab={tab}
          host="teams"
          at={null}
          frame="content"
          meeting={factsOf({ ...meeting, organizerId: meeting.organizer.id }, tenant.id)}
          title={t.app.inDetails(app.name)}
        />
      </DialogSurface>
    </Dialog>
  );
}
