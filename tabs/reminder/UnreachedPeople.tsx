/**
 * For HR, beside the cycles: whom no reminder reached, whatever it was about, and what helps. What is about a talk outside every cycle is seen here
 * alone, among all others, so that the list does not tell who has one. Shows nothing while everybody is reached.
 */
import { readMissed, readMissedOfAll, sendMissedOfAll } from '#api/reminder/missed/contract.ts';
import { useKeep, useRead, useSend } from '#tabs/platform/call/use-call.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { MissedBars } from './MissedBars.tsx';

export function UnreachedPeople() {
  const t = useTexts('reminder');
  const keep = useKeep();
  const read = useRead(readMissedOfAll, {});
  const send = useSend(sendMissedOfAll, { refreshes: [readMissed], onDone: (answer) => keep(readMissedOfAll, {}, answer) });
  const missed = read.data?.missed ?? [];
  const error = send.error ?? read.error;
  if (missed.length === 0 && !error) return null;
  return (
    <Section title={t('missed.ofAll')} lead={t('missed.ofAllLead')}>
      <MissedBars
        missed={missed}
        sending={send.isPending ? send.variables.body?.why : undefined}
        again={(why) => send.mutate({ body: { why } })}
      />
      <ProblemNotice error={error} onRetry={() => void read.refetch().then(() => send.reset())} />
    </Section>
  );
}
