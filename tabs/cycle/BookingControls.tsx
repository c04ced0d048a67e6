/** Pause, resume and stop for a cycle that is being booked. Stopping is asked once more: it cannot be taken back. */
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { Pause20Regular, Play20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { pauseCycle, readCycle, resumeCycle, stopCycle, type Cycle } from '#api/cycle/contract.ts';
import { useKeep, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ConfirmPanel } from '#tabs/ui/ConfirmPanel.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export function BookingControls({ cycle, left }: { cycle: Cycle; left: number }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const keep = useKeep();
  const [sure, setSure] = useState(false);
  const onDone = (changed: Cycle): void => {
    setSure(false);
    keep(readCycle, { params: { cycleId: changed.cycleId } }, changed);
  };
  const refreshes = [readCycle];
  const pause = useSend(pauseCycle, { refreshes, onDone });
  const resume = useSend(resumeCycle, { refreshes, onDone });
  const stop = useSend(stopCycle, { refreshes, onDone });
  const now = { params: { cycleId: cycle.cycleId }, version: cycle.version };
  const isBusy = pause.isPending || resume.isPending || stop.isPending;
  if (sure)
    return (
      <ConfirmPanel
        title={t('progress.stopTitle')}
        confirm={t('progress.stopYes')}
        busy={isBusy}
        onConfirm={() => stop.mutate(now)}
        onCancel={() => setSure(false)}
      >
        <Text>{t('progress.stopText', { count: left })}</Text>
        <ProblemNotice error={stop.error} />
      </ConfirmPanel>
    );
  return (
    <>
      <div className={styles.actions}>
        {cycle.paused ? (
          <Button icon={<Play20Regular />} disabled={isBusy} onClick={() => resume.mutate(now)}>
            {t('progress.resume')}
          </Button>
        ) : (
          <Button icon={<Pause20Regular />} disabled={isBusy} onClick={() => pause.mutate(now)}>
            {t('progress.pause')}
          </Button>
        )}
        <Button appearance="subtle" disabled={isBusy} onClick={() => setSure(true)}>
          {t('progress.stop')}
        </Button>
      </div>
      <ProblemNotice error={pause.error ?? resume.error} />
    </>
  );
}
