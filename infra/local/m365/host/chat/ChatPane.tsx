/** One chat: its head, for a meeting its tabs, and what is in the open tab. */
import { Avatar, Button, makeStyles, Subtitle2, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, VideoFilled } from '@fluentui/react-icons';
import { AppFrame } from '../app/AppFrame.tsx';
import { tabFor } from '../app/tab-for.ts';
import type { Chat } from '../desk-api/desk-types.ts';
import { useOpening } from '../link/use-open-link.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { correct, go, usePlace } from '../place/use-place.ts';
import { ChatDetails } from './ChatDetails.tsx';
import { factsOf } from './meeting-facts.ts';
import { MessageList } from './MessageList.tsx';
import { Compose } from './Compose.tsx';

const useStyles = makeStyles({
  pane: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '10px',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    flexWrap: 'wrap',
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: '120px', flexGrow: 1, flexBasis: 0 },
  title: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3 },
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '0 4px' },
  panel: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});

type ChatTab = 'chat' | 'details' | 'app';

export function ChatPane({ chat }: { chat: Chat }) {
  const styles = useStyles();
  const t = useTexts();
  const narrow = useNarrow();
  const { app } = useMe();
  const { at } = usePlace();
  const { openMeeting } = useOpening();
  const { meeting } = chat;
  const hasTab = chat.hasApp && tabFor(app, 'meetingChatTab') !== undefined;
  const tab: ChatTab = meeting && (at === 'details' || (at === 'app' && hasTab)) ? at : 'chat';
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        {narrow && <Button appearance="subtle" icon={<ArrowLeftRegular />} aria-label={t.back} onClick={() => go({ view: 'chat' })} />}
        <Avatar
          name={chat.title}
          shape={chat.kind === 'bot' ? 'square' : 'circular'}
          color={chat.kind === 'bot' ? 'brand' : 'colorful'}
          aria-hidden
        />
        <span className={styles.words}>
          <Subtitle2 as="h2" className={styles.title}>
            {chat.title}
          </Subtitle2>
          <Text size={200} className={styles.quiet}>
            {chat.kind === 'bot' ? t.chat.bot : chat.members.map(({ name }) => name).join(', ')}
          </Text>
        </span>
        {meeting && (
          <Button appearance="primary" icon={<VideoFilled />} onClick={() => openMeeting(chat.id)}>
            {t.chat.join}
          </Button>
        )}
      </div>
      {meeting && (
        <TabList
          className={styles.tabs}
          aria-label={t.chat.tabs}
          selectedValue={tab}
          onTabSelect={(_, { value }) => correct({ view: 'chat', id: chat.id, at: value === 'chat' ? null : String(value) })}
        >
          <Tab value="chat">{t.chat.tabChat}</Tab>
          <Tab value="details">{t.chat.tabDetails}</Tab>
          {hasTab && <Tab value="app">{app.name}</Tab>}
        </TabList>
      )}
      <div
        className={styles.panel}
        {...(meeting
          ? { role: 'tabpanel', 'aria-label': tab === 'app' ? app.name : tab === 'details' ? t.chat.tabDetails : t.chat.tabChat }
          : {})}
      >
        <TabContent chat={chat} tab={tab} />
      </div>
    </div>
  );
}

function TabContent({ chat, tab }: { chat: Chat; tab: ChatTab }) {
  const { app, tenant } = useMe();
  const appTab = tabFor(app, 'meetingChatTab');
  if (tab === 'details' && chat.meeting) return <ChatDetails chat={chat} meeting={chat.meeting} />;
  if (tab === 'app' && chat.meeting && appTab)
    return (
      <AppFrame
        tab={appTab}
        host="teams"
        at={null}
        frame="content"
        meeting={factsOf({ ...chat.meeting, subject: chat.title }, tenant.id)}
        title={app.name}
      />
    );
  return (
    <>
      <MessageList chatId={chat.id} />
      <Compose chatId={chat.id} toBot={chat.kind === 'bot'} />
    </>
  );
}
