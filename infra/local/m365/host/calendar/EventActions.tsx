/** Answering, moving and cancelling an event, as Outlook lets one. */
import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, ToggleButton } from '@fluentui/react-components';
import { CheckmarkRegular, DismissRegular, QuestionRegular } from '@fluentui/react-icons';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { ofPerson } from '../desk-api/desk-call.ts';
import type { CalendarEvent } from '../desk-api/desk-types.ts';
import { useAct } from '../desk-api/use-act.ts';
import { keys } from '../desk-api/use-desk.ts';
import { useMe, useTexts } from '../me.ts';
import { useTimes } from '../time/use-time.ts';
import { useSentence } from '../ui/States.tsx';

const useStyles = makeStyles({
  buttons: { display: 'flex', gap: '6px', flexWrap: 'wrap', alignItems: 'end' },
  column: { display: 'flex', flexDirection: 'column', gap: '8px' },
});

export function EventActions({ event, onDone }: { event: CalendarEvent; onDone: () => void }) {
  const styles = useStyles();
  const { person } = useMe();
  const act = useAct([keys.calendar(person.id), keys.chats(person.id)]);
  const sentence = useSentence(act.error);
  const send = (verb: string, body?: unknown, after?: () => void): void =>
    act.mutate({ path: ofPerson(person.id, 'calendar', event.id, verb), body }, after ? { onSuccess: after } : {});
  if (event.isCancelled && event.isOrganizer) return null;
  return (
    <div className={styles.column}>
      {event.isOrganizer ? (
        <OwnActions event={event} pending={act.isPending} send={send} onDone={onDone} />
      ) : (
        <Answers event={event} pending={act.isPending} send={send} onDone={onDone} />
      )}
      {act.isError && (
        <MessageBar intent="error">
          <MessageBarBody>{sentence}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

type ActionProps = {
  event: CalendarEvent;
  pending: boolean;
  send(verb: string, body?: unknown, after?: () => void): void;
  onDone: () => void;
};

function Answers({ event, pending, send, onDone }: ActionProps) {
  const styles = useStyles();
  const t = useTexts();
  const choices = [
    { response: 'accept', means: 'accepted', label: t.calendar.accept, icon: <CheckmarkRegular /> },
    { response: 'tentative', means: 'tentativelyAccepted', label: t.calendar.tentative, icon: <QuestionRegular /> },
    { response: 'decline', means: 'declined', label: t.calendar.decline, icon: <DismissRegular /> },
  ];
  if (event.isCancelled)
    return (
      <div>
        <Button disabled={pending} onClick={() => send('cancel', undefined, onDone)}>
          {t.calendar.remove}
        </Button>
      </div>
    );
  return (
    <div role="group" aria-label={t.calendar.yourAnswer} className={styles.buttons}>
      {choices.map(({ response, means, label, icon }) => (
        <ToggleButton
          key={response}
          icon={icon}
          checked={event.response === means}
          disabled={pending}
          onClick={() => send('respond', { response })}
        >
          {label}
        </ToggleButton>
      ))}
    </div>
  );
}

function OwnActions({ event, pending, send, onDone }: ActionProps) {
  const styles = useStyles();
  const t = useTexts();
  const { zone } = useMe();
  const times = useTimes();
  const [start, setStart] = useState<string | null>(null);
  const moved = DateTime.fromISO(start ?? '', { zone });
  const move = (): void => {
    const end = moved.plus({ milliseconds: Date.parse(event.end) - Date.parse(event.start) });
    send('move', { start: moved.toUTC().toISO(), end: end.toUTC().toISO() }, onDone);
  };
  if (start !== null)
    return (
      <div className={styles.buttons}>
        <Field label={t.calendar.moveTo}>
          <Input type="datetime-local" value={start} onChange={(_, data) => setStart(data.value)} />
        </Field>
        <Button appearance="primary" disabled={pending || !moved.isValid} onClick={move}>
          {t.calendar.moveSave}
        </Button>
      </div>
    );
  return (
    <div className={styles.buttons}>
      {!event.isAllDay && (
        <Button disabled={pending} onClick={() => setStart(times.at(event.start).toFormat("yyyy-MM-dd'T'HH:mm"))}>
          {t.calendar.move}
        </Button>
      )}
      <Button disabled={pending} onClick={() => send('cancel', undefined, onDone)}>
        {event.attendees.length > 0 ? t.calendar.cancel : t.calendar.remove}
      </Button>
    </div>
  );
}
