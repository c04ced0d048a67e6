/** What has been written in a chat, oldest first, with cards; stays at the newest. */
import { Avatar, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { ofPerson } from '../desk-api/desk-call.ts';
import type { Message } from '../desk-api/desk-types.ts';
import { useAct } from '../desk-api/use-act.ts';
import { keys, useMessages } from '../desk-api/use-desk.ts';
import { useMe, useTexts } from '../me.ts';
import { Markdown } from '../text/Markdown.tsx';
import { useTimes } from '../time/use-time.ts';
import { useNotice } from '../ui/Notices.tsx';
import { Loading, Nothing, Wrong } from '../ui/States.tsx';
import { Card } from './Card.tsx';
import { useRefreshedCard } from './use-refreshed-card.ts';

const useStyles = makeStyles({
  list: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    padding: '16px 12px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  day: { alignSelf: 'center', color: tokens.colorNeutralForeground3, ':first-letter': { textTransform: 'uppercase' } },
  message: { display: 'flex', gap: '8px', alignItems: 'flex-start', maxWidth: 'min(92%, 620px)' },
  own: { alignSelf: 'flex-end' },
  body: { display: 'flex', flexDirection: 'column', gap: '4px', minWidth: 0 },
  meta: { display: 'flex', gap: '6px', color: tokens.colorNeutralForeground3, flexWrap: 'wrap' },
  metaOwn: { justifyContent: 'flex-end' },
  bubble: {
    padding: '8px 14px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStrokeInteractive}`,
    boxShadow: tokens.shadow2,
  },
  ownBubble: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    alignSelf: 'flex-end',
    boxShadow: 'none',
  },
});

/** Teams brings cards up to date that come into view; these are what opening a chat shows. */
const keptCurrent = 5;

export function MessageList({ chatId }: { chatId: string }) {
  const styles = useStyles();
  const t = useTexts();
  const { person } = useMe();
  const times = useTimes();
  const messages = useMessages(person.id, chatId);
  const end = useRef<HTMLDivElement>(null);
  const newest = messages.data?.at(-1);
  useEffect(() => {
    // Not returned: newer browsers answer with a promise, which React would take for a way to clean up.
    void end.current?.scrollIntoView({ block: 'end' });
  }, [newest?.id, newest?.editedAt]);
  if (messages.isPending) return <Loading />;
  if (messages.isError) return <Wrong error={messages.error} onRetry={() => void messages.refetch()} />;
  if (messages.data.length === 0) return <Nothing title={t.chat.noMessages} />;
  return (
    <div className={styles.list} role="log" aria-label={t.chat.messages} tabIndex={0}>
      {messages.data.map((message, at) => {
        const before = messages.data[at - 1];
        const newDay = !before || !times.at(before.at).hasSame(times.at(message.at), 'day');
        return [
          newDay && (
            <Text key={`day ${message.id}`} size={200} className={styles.day}>
              {times.day(message.at)}
            </Text>
          ),
          <OneMessage key={message.id} chatId={chatId} message={message} isNew={at >= messages.data.length - keptCurrent} />,
        ];
      })}
      <div ref={end} />
    </div>
  );
}

function OneMessage({ chatId, message, isNew }: { chatId: string; message: Message; isNew: boolean }) {
  const styles = useStyles();
  const t = useTexts();
  const { person, app } = useMe();
  const times = useTimes();
  const notice = useNotice();
  const press = useAct<{ status: number | null; says: string | null }>([keys.messages(person.id), keys.chats(person.id)]);
  useRefreshedCard(person.id, chatId, message, isNew);
  const own = message.from?.id === person.id;
  const name = message.from ? message.from.name : app.name;
  const onExecute = async (verb: string, data: unknown): Promise<void> => {
    const path = ofPerson(person.id, 'chats', chatId, 'messages', message.id, 'action');
    const answer = await press
      .mutateAsync({ path, body: { verb, data } })
      .catch((error: Error) => void notice(error.message || t.wrong.act));
    if (!answer) return;
    if (answer.says) notice(answer.says, 'info');
    else if (answer.status === null || answer.status >= 400) notice(t.chat.refused(answer.status));
  };
  return (
    <article
      className={mergeClasses(styles.message, own && styles.own)}
      aria-label={`${own ? t.chat.you : name}, ${times.clock(message.at)}`}
    >
      {!own && (
        <Avatar
          name={name}
          size={28}
          shape={message.from ? 'circular' : 'square'}
          color={message.from ? 'colorful' : 'brand'}
          aria-hidden
        />
      )}
      <div className={styles.body}>
        <Text size={200} className={mergeClasses(styles.meta, own && styles.metaOwn)}>
          {!own && <span>{name}</span>}
          <span>{times.clock(message.at)}</span>
          {message.editedAt !== null && <span>{t.chat.edited}</span>}
        </Text>
        {message.text !== '' && (
          <div className={mergeClasses(styles.bubble, own && styles.ownBubble)}>
            <Markdown text={message.text} />
          </div>
        )}
        {message.card !== null && message.card !== undefined && (
          <Card card={message.card} label={t.chat.card(name)} onExecute={onExecute} />
        )}
      </div>
    </article>
  );
}
