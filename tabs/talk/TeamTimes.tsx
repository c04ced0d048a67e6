/** Times for all talks that have none, found one after the other and booked together: one press instead of one visit each. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { bookTalk, findTimes, listTeamTalks, readTalk, type Talk } from '#api/talk/contract.ts';
import { listTeam } from '#api/talk/team/contract.ts';
import { asRefused, type Refused } from '#tabs/platform/call/refused.ts';
import type { CallApi } from '#tabs/platform/call/call.ts';
import { useCall, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { InlinePanel } from '#tabs/ui/InlinePanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Ticks } from '#tabs/ui/Ticks.tsx';
import { chooseTimes } from './use-team.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Times = ReturnType<typeof chooseTimes>;

/** One after the other: each looks into two calendars. */
async function findAll(call: CallApi, talkIds: string[]): Promise<Times> {
  const found = [];
  for (const talkId of talkIds) found.push({ talkId, ...(await call(findTimes, { params: { talkId }, query: {} })) });
  return chooseTimes(found);
}

/** The newest times of each, read when the panel opens and when asked again. */
function useTimes(talks: Talk[]) {
  const call = useCall();
  const [asked, setAsked] = useState(0);
  const [times, setTimes] = useState<Times | null>(null);
  const [error, setError] = useState<Refused | null>(null);
  const ids = talks.map(({ talkId }) => talkId).join(' ');
  useEffect(() => {
    let wanted = true;
    void findAll(call, ids.split(' ')).then(
      (found) => wanted && setTimes(found),
      (thrown: unknown) => wanted && setError(asRefused(thrown)),
    );
    return () => void (wanted = false);
  }, [call, ids, asked]);
  const find = (): void => {
    setTimes(null);
    setError(null);
    setAsked(asked + 1);
  };
  return { times, error, find };
}

type Told = { booked: number; notBooked: number };
const passing = ['time-taken', 'stale', 'talk-has-a-time'];

/** Books the chosen times one after the other, and counts. */
function useBooking() {
  const call = useCall();
  const book = useSend(bookTalk, { refreshes: [listTeam, listTeamTalks, readTalk, findTimes] });
  const [told, setTold] = useState<Told | null>(null);
  const [problem, setProblem] = useState<Refused | null>(null);
  const bookAll = async (talkIds: string[], times: Times): Promise<void> => {
    const counted: Told = { booked: 0, notBooked: 0 };
    setProblem(null);
    for (const talkId of talkIds) {
      try {
        // Something else about the talk may have changed since the list was read; that it has no time yet, the server asks again.
        const { version } = await call(readTalk, { params: { talkId } });
        await book.mutateAsync({ params: { talkId }, body: { start: times.get(talkId)?.start ?? '' }, version });
        counted.booked += 1;
      } catch (thrown) {
        const refused = asRefused(thrown);
        counted.notBooked += 1;
        if (!passing.includes(refused.reason)) setProblem(refused);
      }
    }
    setTold(counted);
  };
  return { told, problem, busy: book.isPending, bookAll, forget: () => setTold(null) };
}

/** @param talks as they were when the panel was opened: one that is booked does not vanish from it */
export function TeamTimes({ talks, onClose }: { talks: Talk[]; onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts('team');
  const app = useTexts('app');
  const { inText } = useDates();
  const { times, error, find } = useTimes(talks);
  const { told, problem, busy, bookAll, forget } = useBooking();
  const [left, setLeft] = useState<string[]>([]);
  const withTime = talks.filter(({ talkId }) => times?.get(talkId));
  const chosen = withTime.map(({ talkId }) => talkId).filter((id) => !left.includes(id));
  const say = (id: string): string => {
    const time = times?.get(id);
    const name = talks.find(({ talkId }) => talkId === id)?.employee.name ?? '';
    return time ? t('timeFor', { name, when: inText.shortTime(time.start, time.end) }) : t('timeNone', { name });
  };
  return (
    <InlinePanel title={t('timesTitle')} level="h2" onClose={onClose}>
      <Text className={styles.quiet}>{t('timesText')}</Text>
      {!times && !error && <Spinner size="tiny" label={t('times', { count: talks.length })} />}
      <ProblemNotice error={error ?? problem} onRetry={find} />
      {times && !told && (
        <>
          <Ticks
            label={t('timesWhom')}
            values={withTime.map(({ talkId }) => talkId)}
            chosen={chosen}
            say={say}
            onChange={(ids) => setLeft(withTime.map(({ talkId }) => talkId).filter((id) => !ids.includes(id)))}
          />
          {talks.flatMap((talk) => (withTime.includes(talk) ? [] : [<Text key={talk.talkId}>{say(talk.talkId)}</Text>]))}
        </>
      )}
      <div role="status">
        {told && told.booked > 0 && <p>{t('booked', { count: told.booked })}</p>}
        {told && told.notBooked > 0 && <p>{t('notBooked', { count: told.notBooked })}</p>}
      </div>
      <div className={styles.actions}>
        {times && !told && (
          <Button
            appearance="primary"
            disabledFocusable={busy || chosen.length === 0}
            onClick={() => chosen.length > 0 && void bookAll(chosen, times)}
          >
            {t('timesYes', { count: chosen.length })}
          </Button>
        )}
        {told && told.notBooked > 0 && (
          <Button
            onClick={() => {
              forget();
              find();
            }}
          >
            {t('again')}
          </Button>
        )}
        <Button onClick={onClose}>{told ? t('close') : app('cancel')}</Button>
      </div>
    </InlinePanel>
  );
}
