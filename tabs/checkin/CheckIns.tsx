/** Check-ins after a talk: the one to answer now, what both have said in it, when the next one is, and the earlier ones. Nothing while there is none. */
import { Text } from '@fluentui/react-components';
import type { HeldCheckIn } from '#api/checkin/answer/contract.ts';
import { firstName } from '#tabs/platform/texts/first-name.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { WhoSees } from '#tabs/ui/WhoSees.tsx';
import { ClosedCheckIn } from './ClosedCheckIn.tsx';
import { NextDay } from './NextDay.tsx';
import { OpenCheckIn } from './OpenCheckIn.tsx';
import { SaidAnswers } from './SaidAnswers.tsx';
import { UnsharedWords } from './UnsharedWords.tsx';
import { listFilledDays, useCheckIns } from './use-check-ins.ts';

export type CheckInsProps = { talkId: string; /** Name of the other of the two. */ other: string };

export function CheckIns({ talkId, other }: CheckInsProps) {
  const t = useTexts('checkin');
  const checkIns = useCheckIns(talkId);
  const { data, error, refetch } = checkIns.read;
  if (!data) return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null;
  const { next, earlier, closed } = data;
  // Where nobody can answer any more, the one that is to come is told of as one that will not be.
  const open = data.open ?? (closed === 'handed-over' && next !== null ? { day: next, answers: [] } : null);
  const left = listFilledDays(talkId).filter((day) => day !== open?.day);
  if (open === null && next === null && earlier.length === 0 && left.length === 0) return null;
  const isDue = open !== null && closed === null && !open.answers.some(({ mine }) => mine);
  const me = { name: t('answer.mine') };
  // A former manager reads none of it any more.
  const badge =
    closed === 'handed-over' ? (
      <WhoSees who={t('answer.onlyMe')} readers={[me]} locked />
    ) : (
      <WhoSees who={t('answer.youAnd', { name: firstName(other) })} readers={[me, { name: other }]} />
    );
  return (
    <Section title={t('answer.title')} aside={badge} {...(isDue ? { look: 'strong' as const } : {})}>
      {open && !closed && <OpenCheckIn key={open.day} talkId={talkId} other={other} data={data} open={open} checkIns={checkIns} />}
      {open && closed && <ClosedCheckIn key={open.day} talkId={talkId} open={open} why={closed} isRefused={checkIns.error !== null} />}
      {left.map((day) => (
        <UnsharedWords
          key={day}
          talkId={talkId}
          day={day}
          isRefused={checkIns.error !== null}
          said={earlier.find((held) => held.day === day)?.answers.find(({ mine }) => mine)?.text ?? null}
        />
      ))}
      {!open && <NextDay day={next} soon />}
      {earlier.length > 0 && (
        <Fold title={t('answer.earlier')} aside={String(earlier.length)} level={3}>
          {earlier.map((held) => (
            <Held key={held.day} held={held} />
          ))}
        </Fold>
      )}
    </Section>
  );
}

function Held({ held: { day, answers } }: { held: HeldCheckIn }) {
  const t = useTexts('checkin');
  const { inText } = useDates();
  return (
    <>
      <Text size={200}>{t('answer.onDay', { day: inText.day(day) })}</Text>
      <SaidAnswers answers={answers} />
    </>
  );
}
