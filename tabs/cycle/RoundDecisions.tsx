/** What HR can do about a round before it starts: change it, start it now, skip it, stop, and take each of these back. */
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { listCycles, readCycle, type Cycle } from '#api/cycle/contract.ts';
import { keepRepeating, skipCycle, startCycle, stopRepeating, type Recurrence, type Round } from '#api/cycle/recurrence/contract.ts';
import { useKeep, useSend } from '#tabs/platform/call/use-call.ts';
import { useLinkTo } from '#tabs/platform/routes/use-place.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ConfirmPanel } from '#tabs/ui/ConfirmPanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';

const useStyles = makeStyles({ actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', outlineStyle: 'none' } });

export type RoundDecisionsProps = {
  cycle: Cycle;
  recurrence: Recurrence;
  startsOn: string;
  /** Talks in it; null while they are being counted. */ talks: number | null;
};

/** Each decision as a guarded write; the answer is shown at once. */
function useDecisions(cycle: Cycle, onDone: () => void) {
  const keep = useKeep();
  const given = { params: { cycleId: cycle.cycleId }, version: cycle.version };
  const sending = {
    refreshes: [listCycles, readCycle],
    onDone: ({ version, recurrence }: Round) => {
      onDone();
      keep(readCycle, { params: given.params }, { ...cycle, version, recurrence });
    },
  };
  const [start, skip, stop, undo] = [
    useSend(startCycle, sending),
    useSend(skipCycle, sending),
    useSend(stopRepeating, sending),
    useSend(keepRepeating, sending),
  ];
  return {
    isBusy: [start, skip, stop, undo].some(({ isPending }) => isPending),
    error: skip.error ?? stop.error ?? undo.error,
    startError: start.error,
    start: () => start.mutate(given),
    skip: () => skip.mutate(given),
    stop: () => stop.mutate(given),
    undo: () => undo.mutate(given),
  };
}

/** The button that was pressed goes away with its decision; the keyboard goes on among those that take its place. */
function useFocusAfterDecision(state: string) {
  const actions = useRef<HTMLDivElement>(null);
  const hasDecided = useRef(false);
  useEffect(() => {
    if (hasDecided.current) actions.current?.focus();
    hasDecided.current = false;
  }, [state]);
  return { actions, decided: () => void (hasDecided.current = true) };
}

export function RoundDecisions({ cycle, recurrence, startsOn, talks }: RoundDecisionsProps) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const linkTo = useLinkTo();
  const [sure, setSure] = useState(false);
  const { actions, decided } = useFocusAfterDecision(recurrence.state);
  const { isBusy, error, startError, start, skip, stop, undo } = useDecisions(cycle, () => {
    decided();
    setSure(false);
  });
  const { state } = recurrence;
  const isAhead = dates.daysUntil(startsOn) > 0;
  const day = dates.inText.day(startsOn);
  if (state === 'starting') return null;
  if (sure)
    return (
      <ConfirmPanel
        title={isAhead ? t('round.nowTitle', { day }) : t('round.nowTitleLate')}
        confirm={t('round.nowYes')}
        busy={isBusy}
        onConfirm={start}
        onCancel={() => setSure(false)}
      >
        <Text>{t('round.nowText', { count: talks ?? 0 })}</Text>
        <ProblemNotice error={startError} />
      </ConfirmPanel>
    );
  const isDecided = state === 'skipped' || state === 'ended';
  return (
    <>
      <div ref={actions} role="group" tabIndex={-1} aria-label={t('round.decide')} className={styles.actions}>
        {isDecided && isAhead && (
          <Button appearance="primary" disabledFocusable={isBusy} onClick={undo}>
            {t('round.undo', { day })}
          </Button>
        )}
        {!isDecided && (
          <Button
            as="a"
            appearance={state === 'waiting' ? 'primary' : 'secondary'}
            {...linkTo({ page: 'cycle', cycleId: cycle.cycleId, step: 'when' })}
          >
            {t('round.change')}
          </Button>
        )}
        {state !== 'ended' && (
          <Button disabledFocusable={isBusy || talks === null} onClick={() => setSure(true)}>
            {t('round.now')}
          </Button>
        )}
        {!isDecided && (
          <Button disabledFocusable={isBusy} onClick={skip}>
            {t('round.skip')}
          </Button>
        )}
        {state !== 'ended' && (
          <Button appearance="subtle" disabledFocusable={isBusy} onClick={stop}>
            {t('round.stop')}
          </Button>
        )}
      </div>
      <ProblemNotice error={error} />
    </>
  );
}
