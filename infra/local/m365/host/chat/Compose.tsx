/** Writing into a chat. Enter sends, Shift and Enter make a new line; what was typed stays when sending fails. */
import { Button, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { ofPerson } from '../desk-api/desk-call.ts';
import { useAct } from '../desk-api/use-act.ts';
import { keys } from '../desk-api/use-desk.ts';
import { useMe, useTexts } from '../me.ts';
import { useNotice } from '../ui/Notices.tsx';

const useStyles = makeStyles({
  row: { display: 'flex', gap: '8px', alignItems: 'flex-end', padding: '8px 12px 12px', backgroundColor: tokens.colorNeutralBackground2 },
  box: { flexGrow: 1, minWidth: 0 },
});

/** `toBot`: somebody ought to answer. */
export function Compose({ chatId, toBot }: { chatId: string; toBot: boolean }) {
  const styles = useStyles();
  const t = useTexts();
  const { person } = useMe();
  const notice = useNotice();
  const [text, setText] = useState('');
  const send = useAct<{ status: number | null }>([keys.messages(person.id), keys.chats(person.id)]);
  const onSend = (): void => {
    if (text.trim() === '' || send.isPending) return;
    send.mutate(
      { path: ofPerson(person.id, 'chats', chatId, 'messages'), body: { text: text.trim() } },
      {
        onSuccess(answer) {
          setText('');
          if (toBot && (answer.status === null || answer.status >= 400)) notice(t.chat.refused(answer.status));
        },
        onError: ({ message }) => notice(message || t.wrong.act),
      },
    );
  };
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <Textarea
        className={styles.box}
        rows={1}
        resize="none"
        aria-label={t.chat.write}
        placeholder={t.chat.write}
        value={text}
        onChange={(_, data) => setText(data.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onSend();
        }}
      />
      <Button
        type="submit"
        appearance="primary"
        icon={<SendRegular />}
        aria-label={t.chat.send}
        disabled={text.trim() === '' || send.isPending}
      />
    </form>
  );
}
