/** A time for a talk that has none, for whoever may give it one: the next times that suit both, one button each. Pressing one books it. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { bookTalk, findTimes, type Talk } from '#api/talk/contract.ts';
import { asRefused } from '#tabs/platform/call/refused.ts';
import { useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { talkReads } from './use-talk.ts';

const useStyles = makeStyles({
  times: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export type FindTimeProps = { talk: Talk; readAgain: () => Promise<Talk | undefined>; onBooked: () => void };

export function FindTime({ talk, readAgain, onBooked }: FindTimeProps) {
  const styles = useStyles();
  const t = useTexts('talk');
  const { talkTime } = useDates();
  const { talkId } = talk;
  const read = useRead(findTimes, { params: { talkId }, query: {} });
  const book = useSend(bookTalk, { refreshes: [...talkReads, findTimes], onDone: onBooked });
  const [taken, setTaken] = useState(false);
  const take = async (start: string, version: number): Promise<void> => {
    setTaken(false);
    try {
      await book.mutateAsync({ params: { talkId }, body: { start }, version });
    } catch (thrown) {
      const { reason } = asRefused(thrown);
      setTaken(reason === 'time-taken');
      if (reason === 'time-taken') await read.refetch();
      // Something else about the talk has changed (a preparation was shared); or another window has given it a time, which then shows.
      const newest = reason === 'stale' || reason === 'talk-has-a-time' ? await readAgain() : undefined;
      if (newest?.next === 'find-time' && newest.version !== version) await take(start, newest.version);
    }
  };
  const quiet = book.error && ['time-taken', 'talk-has-a-time', 'stale'].includes(book.error.reason);
  const times = read.data?.times;
  return (
    <Section title={t('time.title')} lead={t('time.lead', { name: (talk.me === 'manager' ? talk.employee : talk.manager).name })}>
      {taken && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{t('time.taken')}</MessageBarBody>
        </MessageBar>
      )}
      {read.isPending && <BlockSkeleton size={64} />}
      {!times && <ProblemNotice error={read.error} onRetry={() => void read.refetch()} />}
      {times && read.data?.basis === 'working-hours' && <Text className={styles.quiet}>{t('time.byHours')}</Text>}
      {times && read.data?.noRoom && <Text className={styles.quiet}>{t('time.noRoom')}</Text>}
      {times?.length === 0 && <Text className={styles.quiet}>{t('time.none')}</Text>}
      {times && times.length > 0 && (
        <ul className={styles.times} aria-label={t('time.title')}>
          {times.map(({ start, end, room }) => (
            <li key={start}>
              <Button disabledFocusable={book.isPending} onClick={() => void take(start, talk.version)}>
                {[talkTime(start, end), room].filter(Boolean).join(' · ')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ProblemNotice error={quiet ? null : book.error} />
    </Section>
  );
}
