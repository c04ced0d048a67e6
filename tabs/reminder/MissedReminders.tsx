/** For HR, on a launched cycle: who could not be told and what helps, where reminders did not help, as counts, and what people may turn off. */
import { makeStyles, Text } from '@fluentui/react-components';
import { readMissed, readMissedOfAll, sendMissed, type Missed } from '#api/reminder/missed/contract.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { MissedBars, type MissedBarsProps } from './MissedBars.tsx';
import { SigningSwitch } from './SigningSwitch.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column', gap: '4px' },
});

/** Seldom: what is new here has been tried for a while. */
const readEveryMs = 30_000;

export function MissedReminders({ cycleId }: { cycleId: string }) {
  const t = useTexts('reminder');
  const keep = useKeep();
  const params = { cycleId };
  const read = useRead(readMissed, { params }, { refetchEvery: readEveryMs });
  const send = useSend(sendMissed, { refreshes: [readMissedOfAll], onDone: (answer) => keep(readMissed, { params }, answer) });
  const data = read.data;
  return (
    <Section title={t('missed.title')}>
      {read.isPending && <BlockSkeleton size={64} />}
      {data && (
        <Lines
          data={data}
          sending={send.isPending ? send.variables.body?.why : undefined}
          again={(why) => send.mutate({ params, body: { why } })}
        />
      )}
      {data && <SigningSwitch cycleId={cycleId} data={data} readAgain={read.refetch} />}
      <ProblemNotice error={send.error ?? read.error} onRetry={() => void read.refetch().then(() => send.reset())} />
    </Section>
  );
}

type LinesProps = Omit<MissedBarsProps, 'missed'> & { data: Missed };

function Lines({ data: { missed, waiting, overdue }, ...bars }: LinesProps) {
  const styles = useStyles();
  const t = useTexts('reminder');
  return (
    <>
      {missed.length === 0 && waiting === 0 && <Text>{t('missed.none')}</Text>}
      <MissedBars missed={missed} {...bars} />
      {waiting > 0 && <Text>{t('missed.waiting', { count: waiting })}</Text>}
      {overdue.signatures + overdue.preparations > 0 && (
        <div className={styles.lines}>
          <Text weight="semibold">{t('missed.overdue')}</Text>
          {overdue.preparations > 0 && <Text>{t('missed.preparations', { count: overdue.preparations })}</Text>}
          {overdue.signatures > 0 && <Text>{t('missed.signatures', { count: overdue.signatures })}</Text>}
        </div>
      )}
    </>
  );
}
