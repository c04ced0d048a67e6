/** For HR, on a launched cycle: who could not be told and what helps, where reminders did not help, as counts, and what people may turn off. */
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Spinner,
  Text,
} from '@fluentui/react-components';
import { readMissed, sendMissed, type Missed } from '#api/reminder/missed/contract.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { BlockSkeleton } from '#tabs/ui/Skeletons.tsx';
import { SigningSwitch } from './SigningSwitch.tsx';

const useStyles = makeStyles({
  bar: { height: 'auto', paddingTop: '8px', paddingBottom: '8px' },
  words: { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  lines: { display: 'flex', flexDirection: 'column', gap: '4px' },
});

/** Seldom: what is new here has been tried for a while. */
const readEveryMs = 30_000;

export function MissedReminders({ cycleId }: { cycleId: string }) {
  const t = useTexts('reminder');
  const keep = useKeep();
  const params = { cycleId };
  const read = useRead(readMissed, { params }, { refetchEvery: readEveryMs });
  const send = useSend(sendMissed, { onDone: (answer) => keep(readMissed, { params }, answer) });
  const data = read.data;
  return (
    <Section title={t('missed.title')}>
      {read.isPending && <BlockSkeleton size={64} />}
      {data && <Lines data={data} sending={send.isPending} again={() => send.mutate({ params })} />}
      {data && <SigningSwitch cycleId={cycleId} data={data} readAgain={read.refetch} />}
      <ProblemNotice error={send.error ?? read.error} onRetry={() => void read.refetch().then(() => send.reset())} />
    </Section>
  );
}

function Lines({ data: { missed, waiting, overdue }, sending, again }: { data: Missed; sending: boolean; again: () => void }) {
  const styles = useStyles();
  const t = useTexts('reminder');
  return (
    <>
      {missed.length === 0 && waiting === 0 && <Text>{t('missed.none')}</Text>}
      {missed.map(({ why, inAll, people }) => (
        <MessageBar key={why} intent="warning" layout="multiline" className={styles.bar}>
          <MessageBarBody className={styles.words}>
            <MessageBarTitle>{t('missed.reached', { count: inAll })}</MessageBarTitle> {t(`missed.why.${why}`)}{' '}
            {inAll > people.length
              ? t('missed.more', { names: people.map(({ name }) => name).join(', '), count: inAll - people.length })
              : t('missed.people', { names: people.map(({ name }) => name).join(', ') })}
          </MessageBarBody>
          <MessageBarActions>
            <Button disabledFocusable={sending} icon={sending ? <Spinner size="tiny" /> : undefined} onClick={again}>
              {t('missed.again')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ))}
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
