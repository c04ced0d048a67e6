/** For the manager of a talk that was held without Samtal: when it was. Afterwards notes and agreements are open, and both sign. */
import { Button, Field, Input, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Talk } from '#api/talk/contract.ts';
import { recordTalk } from '#api/talk/holding/contract.ts';
import { useSend } from '#tabs/platform/call/use-call.ts';
import { useMe } from '#tabs/platform/person/use-me.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { InlinePanel } from '#tabs/ui/InlinePanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { instantOf, isHeld } from './use-recorded.ts';
import { talkReads } from './use-talk.ts';

const useStyles = makeStyles({
  fields: { display: 'flex', flexWrap: 'wrap', gap: '12px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  short: { maxWidth: '180px' },
});

export const canRecord = ({ me, startedAt }: Pick<Talk, 'me' | 'startedAt'>): boolean => me === 'manager' && startedAt === null;

/** `onDone`: it is recorded, and what was open closes. */
export function RecordTalk({ talk, onDone, onClose }: { talk: Talk; onDone: () => void; onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts('holding');
  const app = useTexts('app');
  const { timeZone } = useMe();
  const { today, now, time: sayTime } = useDates();
  const booked = talk.start !== null && Date.parse(talk.start) < now.getTime() ? talk.start : null;
  const [day, setDay] = useState(booked ? localDay(booked, timeZone) : today);
  const [time, setTime] = useState(booked ? sayTime(booked).replace('.', ':') : '');
  const [minutes, setMinutes] = useState(String(talk.lengthMinutes));
  const [asked, setAsked] = useState(false);
  const record = useSend(recordTalk, { refreshes: talkReads, onDone });
  const start = instantOf(day, time, timeZone);
  const wrong = asked && !isHeld(start, Number(minutes), now);
  const save = (): void => {
    setAsked(true);
    if (!start || !isHeld(start, Number(minutes), now)) return;
    record.mutate({
      params: { talkId: talk.talkId },
      body: { start: start.toISOString(), minutes: Number(minutes) },
      version: talk.version,
    });
  };
  return (
    <InlinePanel title={t('record.title')} level="h3" onClose={onClose}>
      <Text>{t('record.text')}</Text>
      {talk.start && !booked && <Text>{t('record.ahead')}</Text>}
      <div className={styles.fields}>
        <Field label={t('record.day')}>
          <Input type="date" max={today} className={styles.short} value={day} onChange={(_event, { value }) => setDay(value)} />
        </Field>
        <Field label={t('record.time')}>
          <Input type="time" className={styles.short} value={time} onChange={(_event, { value }) => setTime(value)} />
        </Field>
        <Field label={t('record.minutes')}>
          <Input
            type="number"
            min={5}
            max={480}
            className={styles.short}
            value={minutes}
            onChange={(_event, { value }) => setMinutes(value)}
          />
        </Field>
      </div>
      {wrong && <Text role="alert">{t('record.wrong')}</Text>}
      <ProblemNotice error={record.error} />
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={record.isPending} onClick={save}>
          {t('record.save')}
        </Button>
        <Button onClick={onClose}>{app('cancel')}</Button>
      </div>
    </InlinePanel>
  );
}

const localDay = (at: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(at));
