/** Chats at the left, the open one at the right; one after the other when narrow. */
import { Avatar, Button, makeStyles, mergeClasses, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { BotSparkleRegular } from '@fluentui/react-icons';
import { ofPerson } from '../desk-api/desk-call.ts';
import type { Chat } from '../desk-api/desk-types.ts';
import { useAct } from '../desk-api/use-act.ts';
import { keys, useChats } from '../desk-api/use-desk.ts';
import { useMe, useNarrow, useTexts } from '../me.ts';
import { go, usePlace } from '../place/use-place.ts';
import { useNow, useTimes } from '../time/use-time.ts';
import { chosen, focusRing, hovered } from '../ui/row-look.ts';
import { useNotice } from '../ui/Notices.tsx';
import { PlaceLink } from '../ui/PlaceLink.tsx';
import { Loading, Nothing, Wrong } from '../ui/States.tsx';
import { ChatPane } from './ChatPane.tsx';
import { sortChats } from './sort-chats.ts';

const useStyles = makeStyles({
  view: { display: 'flex', flexGrow: 1, minHeight: 0, minWidth: 0 },
  list: {
    width: '300px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  whole: { width: '100%', borderRight: 'none' },
  title: { margin: 0, padding: '12px 16px 8px' },
  items: { listStyleType: 'none', margin: 0, padding: '0 8px 8px', overflowY: 'auto' },
  start: { padding: '4px 12px 12px' },
  item: {
    ...focusRing,
    display: 'flex',
    gap: '10px',
    alignItems: 'center',
    padding: '8px',
    borderRadius: tokens.borderRadiusLarge,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ...hovered,
  },
  open: chosen,
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, flexGrow: 1 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  when: { whiteSpace: 'nowrap', flexShrink: 0 },
});

export function ChatView() {
  const styles = useStyles();
  const t = useTexts();
  const narrow = useNarrow();
  const { person } = useMe();
  const { id } = usePlace();
  const chats = useChats(person.id);
  const open = chats.data?.find((chat) => chat.id === id);
  if (chats.isPending) return <Loading />;
  if (chats.isError) return <Wrong error={chats.error} onRetry={() => void chats.refetch()} />;
  return (
    <div className={styles.view}>
      {(!narrow || !open) && <ChatList chats={chats.data} />}
      {open ? (
        <ChatPane key={open.id} chat={open} />
      ) : (
        !narrow && <Nothing title={t.chat.emptyTitle} text={chats.data.length > 0 ? t.chat.empty : t.chat.none} />
      )}
    </div>
  );
}

function ChatList({ chats }: { chats: Chat[] }) {
  const styles = useStyles();
  const t = useTexts();
  const { app, person } = useMe();
  const narrow = useNarrow();
  const now = useNow();
  const sorted = sortChats(chats, now);
  const hasBot = chats.some(({ kind }) => kind === 'bot');
  return (
    <div className={mergeClasses(styles.list, narrow && styles.whole)}>
      <Subtitle1 as="h1" className={styles.title}>
        {t.chat.title}
      </Subtitle1>
      {!hasBot && person.hasApp && app.botScopes.includes('personal') && <StartBot />}
      <ul className={styles.items} aria-label={t.chat.list}>
        {sorted.map((chat) => (
          <li key={chat.id}>
            <Item chat={chat} />
          </li>
        ))}
      </ul>
      {chats.length === 0 && narrow && <Nothing title={t.chat.emptyTitle} text={t.chat.none} />}
    </div>
  );
}

function StartBot() {
  const styles = useStyles();
  const t = useTexts();
  const { person, app } = useMe();
  const notice = useNotice();
  const start = useAct<Chat>([keys.chats(person.id)]);
  // Not a callback of the mutation: when the answer comes, the list holds the chat already and this button is gone.
  const onClick = (): Promise<void> =>
    start.mutateAsync({ path: ofPerson(person.id, 'chats', 'bot') }).then(
      (chat) => go({ view: 'chat', id: chat.id }),
      ({ message }: Error) => notice(message || t.wrong.act),
    );
  return (
    <div className={styles.start}>
      <Button icon={<BotSparkleRegular />} disabled={start.isPending} onClick={() => void onClick()}>
        {t.chat.startBot(app.name)}
      </Button>
    </div>
  );
}

function Item({ chat }: { chat: Chat }) {
  const styles = useStyles();
  const t = useTexts();
  const { id } = usePlace();
  const times = useTimes();
  const now = useNow();
  const when = chat.lastAt ?? chat.meeting?.start ?? null;
  const below = chat.lastText ?? (chat.meeting ? `${t.chat.meetingChat}, ${times.day(chat.meeting.start)}` : t.chat.bot);
  return (
    <PlaceLink
      to={{ view: 'chat', id: chat.id }}
      className={mergeClasses(styles.item, chat.id === id && styles.open)}
      aria-current={chat.id === id ? 'true' : undefined}
    >
      <Avatar
        name={chat.title}
        shape={chat.kind === 'bot' ? 'square' : 'circular'}
        color={chat.kind === 'bot' ? 'brand' : 'colorful'}
        aria-hidden
      />
      <span className={styles.words}>
        <Text weight="semibold" className={styles.line}>
          {chat.title}
        </Text>
        <Text size={200} className={mergeClasses(styles.line, styles.quiet)}>
          {below}
        </Text>
      </span>
      {when !== null && (
        <Text size={100} className={mergeClasses(styles.quiet, styles.when)}>
          {times.short(when, now)}
        </Text>
      )}
    </PlaceLink>
  );
}
