/** Above the meeting: what it is, how late it is, the app, the chat, and the way out. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { CallEndFilled, ChatRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { AppMark } from '../app/AppMark.tsx';
import { tabFor } from '../app/tab-for.ts';
import type { Meeting } from '../desk-api/desk-types.ts';
import { useAct } from '../desk-api/use-act.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { useNow, useTimes } from '../time/use-time.ts';
import { useNotice } from '../ui/Notices.tsx';
import type { HowLeft } from './Left.tsx';
import type { Panel } from './SidePanel.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '6px 12px',
    minHeight: '48px',
    boxSizing: 'border-box',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: 'wrap',
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: '100px', flexGrow: 1, flexBasis: 0 },
  title: { margin: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
  leave: {
    backgroundColor: tokens.colorPaletteRedBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': { backgroundColor: tokens.colorPaletteRedForeground1, color: tokens.colorNeutralForegroundOnBrand },
  },
});

type MeetingBarProps = {
  meeting: Meeting;
  panel: Panel | null;
  onPanel(panel: Panel | null): void;
  isOrganizer: boolean;
  onLeft(how: HowLeft): void;
};

export function MeetingBar({ meeting, panel, onPanel, isOrganizer, onLeft }: MeetingBarProps) {
  const styles = useStyles();
  const t = useTexts();
  const { app } = useMe();
  const narrow = useNarrow();
  const times = useTimes();
  const now = useNow();
  const isToday = times.at(meeting.start).hasSame(times.at(now), 'day');
  const toggle = (which: Panel): void => onPanel(panel === which ? null : which);
  const appLabel = panel === 'app' ? t.meeting.closePanel(app.name) : t.meeting.openPanel(app.name);
  const chatLabel = panel === 'chat' ? t.meeting.closeChat : t.meeting.chat;
  return (
    <header className={styles.bar}>
      <span className={styles.words}>
        <Text as="h1" weight="semibold" className={styles.title} title={meeting.subject}>
          {meeting.subject}
        </Text>
        <Text size={200} className={styles.quiet}>
          {times.clock(now)} · {isToday || narrow ? '' : `${times.day(meeting.start)}, `}
          {t.meeting.lasts(times.clock(meeting.start), times.clock(meeting.end))}
        </Text>
      </span>
      <ToggleButton
        appearance="subtle"
        icon={<ChatRegular />}
        checked={panel === 'chat'}
        aria-label={chatLabel}
        title={chatLabel}
        onClick={() => toggle('chat')}
      >
        {narrow ? null : t.meeting.chat}
      </ToggleButton>
      {meeting.hasApp && tabFor(app, 'meetingSidePanel') && (
        <ToggleButton
          appearance="subtle"
          icon={<AppMark />}
          checked={panel === 'app'}
          aria-label={appLabel}
          title={appLabel}
          onClick={() => toggle('app')}
        >
          {narrow ? null : app.name}
        </ToggleButton>
      )}
      <LeaveButton chatId={meeting.chatId} isOrganizer={isOrganizer} onLeft={onLeft} />
    </header>
  );
}

function LeaveButton({ chatId, isOrganizer, onLeft }: { chatId: string; isOrganizer: boolean; onLeft(how: HowLeft): void }) {
  const styles = useStyles();
  const t = useTexts();
  const notice = useNotice();
  const [asking, setAsking] = useState(false);
  const end = useAct([]);
  const onEnd = (): void =>
    end.mutate(
      { path: `meetings/${encodeURIComponent(chatId)}/end` },
      { onSuccess: () => onLeft('ended'), onError: ({ message }) => notice(message || t.wrong.act) },
    );
  return (
    <>
      <Button icon={<CallEndFilled />} className={styles.leave} onClick={() => (isOrganizer ? setAsking(true) : onLeft('left'))}>
        {t.meeting.leave}
      </Button>
      <Dialog open={asking} onOpenChange={(_, data) => setAsking(data.open)}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{t.meeting.leaveQuestion}</DialogTitle>
            <DialogContent>{t.meeting.leaveLead}</DialogContent>
            <DialogActions fluid>
              <Button appearance="primary" disabled={end.isPending} onClick={onEnd}>
                {t.meeting.end}
              </Button>
              <Button onClick={() => onLeft('left')}>{t.meeting.leaveOnly}</Button>
              <Button onClick={() => setAsking(false)}>{t.meeting.stay}</Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </>
  );
}
