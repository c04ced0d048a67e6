/** Times for several talks at once: who, then a time for each that keeps clear of the others, then one press that books them all. */
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useRef, useState, type Ref } from 'react';
import type { Talk } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { InlinePanel } from '#tabs/ui/InlinePanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Ticks } from '#tabs/ui/Ticks.tsx';
import { ProposedTimes, ToldTimes } from './ProposedTimes.tsx';
import { stillWithout, toBook } from './use-proposals.ts';
import { needsTime } from './use-team.ts';
import { useTeamTimes, type TeamTimesState } from './use-team-times.ts';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  // As high as its spinner from the start: nothing jumps.
  going: { minHeight: '20px', display: 'flex' },
});

/** @param talks as they were when the panel was opened: one that is booked does not vanish from it */
export function TeamTimes({ talks, onClose }: { talks: Talk[]; onClose: () => void }) {
  const styles = useStyles();
  const t = useTexts('team');
  const app = useTexts('app');
  const times = useTeamTimes();
  const main = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState(() => talks.filter(needsTime).map(({ talkId }) => talkId));
  const { proposals, progress, problem, isTold } = times;
  const isChoosing = proposals.length === 0;
  const lead = isChoosing ? t('timesText') : isTold ? null : t('foundText');
  return (
    <InlinePanel title={t('timesTitle')} level="h2" onClose={onClose}>
      {lead && <Text className={styles.quiet}>{lead}</Text>}
      {isChoosing && <Whom talks={talks} chosen={chosen} onChange={setChosen} />}
      {!isChoosing && !isTold && <ProposedTimes times={times} />}
      {isTold && <ToldTimes proposals={proposals.filter(({ isChosen }) => isChosen)} />}
      <div role="status" className={styles.going}>
        {progress && (
          <Spinner size="tiny" label={t(progress.way === 'find' ? 'looking' : 'bookingNow', { done: progress.done, of: progress.of })} />
        )}
        {isTold && !progress && !problem && <Text>{sayTold(t, times)}</Text>}
      </div>
      <ProblemNotice error={problem} onRetry={() => void times.goOn()} />
      <div className={styles.actions}>
        <Main ref={main} times={times} chosen={talks.filter(({ talkId }) => chosen.includes(talkId))} onClose={onClose} />
        {isTold && !progress && !problem && stillWithout(proposals).length > 0 && (
          <Button
            onClick={() => {
              // This button goes.
              main.current?.focus();
              void times.again();
            }}
          >
            {t('again')}
          </Button>
        )}
        {(!isTold || progress !== null) && <Button onClick={onClose}>{app('cancel')}</Button>}
      </div>
    </InlinePanel>
  );
}

function sayTold(t: ReturnType<typeof useTexts<'team'>>, { proposals }: TeamTimesState): string {
  const booked = proposals.filter(({ state }) => state === 'booked').length;
  const left = stillWithout(proposals).length;
  return [booked > 0 ? t('booked', { count: booked }) : '', left > 0 ? t('notBooked', { count: left }) : ''].filter(Boolean).join(' ');
}

type MainProps = { ref: Ref<HTMLButtonElement>; times: TeamTimesState; chosen: Talk[]; onClose: () => void };

/** One button for each step, always the same one: the keyboard stays on it. */
function Main({ ref, times, chosen, onClose }: MainProps) {
  const t = useTexts('team');
  const { proposals, progress, isTold } = times;
  const count = toBook(proposals).length;
  const [text, act, ready] =
    proposals.length === 0
      ? [t('timesFind', { count: chosen.length }), () => void times.find(chosen), chosen.length > 0]
      : isTold
        ? [t('close'), onClose, true]
        : [t('timesYes', { count }), () => void times.book(), count > 0];
  const isReady = ready && progress === null;
  return (
    <Button ref={ref} appearance="primary" disabledFocusable={!isReady} onClick={() => isReady && act()}>
      {text}
    </Button>
  );
}

/** Those who need a time first; whoever has one that could be moved only when asked for, so that few stay few. */
function Whom({ talks, chosen, onChange }: { talks: Talk[]; chosen: string[]; onChange: (chosen: string[]) => void }) {
  const styles = useStyles();
  const t = useTexts('team');
  const { inText } = useDates();
  const needing = talks.filter(needsTime);
  const [isWhole, setIsWhole] = useState(needing.length === 0);
  const others = talks.length - needing.length;
  const shown = isWhole ? [...needing, ...talks.filter((talk) => !needsTime(talk))] : needing;
  const say = (id: string): string => {
    const talk = talks.find(({ talkId }) => talkId === id);
    if (!talk?.start || !talk.end) return t('timeFor', { name: talk?.employee.name ?? '', when: t('noTimeYet') });
    const when = inText.shortTime(talk.start, talk.end);
    const why = talk.next === 'passed' ? t('goneBy', { when }) : talk.next === 'move' ? t('notSuited', { when }) : when;
    return t('timeFor', { name: talk.employee.name, when: why });
  };
  return (
    <>
      <Ticks
        label={t('timesWhom')}
        all={t('everybody')}
        values={shown.map(({ talkId }) => talkId)}
        chosen={chosen}
        say={say}
        onChange={onChange}
      />
      {needing.length > 0 && others > 0 && (
        <div className={styles.actions}>
          <Button size="small" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {t('timesOthers', { count: others })}
          </Button>
        </div>
      )}
    </>
  );
}
