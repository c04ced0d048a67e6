/** Check-ins after a talk: the one to answer now, what both have said in it, when the next one is, and the earlier ones. Nothing while there is none. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CheckIns as Read, HeldCheckIn } from '#api/checkin/answer/contract.ts';
import { firstName } from '#tabs/platform/texts/first-name.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Fold } from '#tabs/ui/Fold.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Section } from '#tabs/ui/Section.tsx';
import { WhoSees } from '#tabs/ui/WhoSees.tsx';
import { CheckInForm } from './CheckInForm.tsx';
import { ClosedCheckIn } from './ClosedCheckIn.tsx';
import { SaidAnswers } from './SaidAnswers.tsx';
import { UnsharedWords } from './UnsharedWords.tsx';
import { filledFrom, listFilledDays, useCheckIns, useFilledCheckIn } from './use-check-ins.ts';

const useStyles = makeStyles({
  // The line that tells what has happened takes no room while it is empty.
  told: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

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
      {open && !closed && <Open key={open.day} talkId={talkId} other={other} data={data} open={open} checkIns={checkIns} />}
      {open && closed && <ClosedCheckIn key={open.day} talkId={talkId} open={open} why={closed} isRefused={checkIns.error !== null} />}
      {left.map((day) => (
        <UnsharedWords
          key={day}
          talkId={talkId}
          day={day}
          said={earlier.find((held) => held.day === day)?.answers.find(({ mine }) => mine)?.text ?? null}
        />
      ))}
      {!open && <Next day={next} soon />}
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

type OpenProps = CheckInsProps & { data: Read; open: HeldCheckIn; checkIns: ReturnType<typeof useCheckIns> };

function Open({ talkId, other, data, open, checkIns }: OpenProps) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const { inText } = useDates();
  const { next, weeks } = data;
  const { day, answers } = open;
  const mine = answers.find((one) => one.mine);
  const theirs = answers.find((one) => !one.mine);
  const filled = useFilledCheckIn(`${talkId}/${day}`, filledFrom(mine));
  const [editing, setEditing] = useState(filled.begun);
  const [news, setNews] = useState('');
  const asks = !mine || editing;
  const save = async (): Promise<void> => {
    if (!(await checkIns.answer(day, filled.value))) return;
    filled.forget();
    setEditing(false);
    setNews(t('answer.shared', { name: other }));
  };
  const takeBack = async (): Promise<void> => {
    if (!(await checkIns.withdraw(day))) return;
    // What was said stays in the form: nothing typed is lost by taking it back.
    if (mine) filled.change(filledFrom(mine));
    setNews(t('answer.withdrawn'));
  };
  return (
    <>
      <div className={styles.told}>
        <Text>{asks ? t('answer.due', { day: inText.day(day) }) : t('answer.onDay', { day: inText.day(day) })}</Text>
        <Text role="status">{news}</Text>
      </div>
      {answers.length > 0 && <SaidAnswers answers={answers} />}
      {theirs && asks && <Next day={next} />}
      {asks && (
        <CheckInForm
          value={filled.value}
          other={other}
          held={weeks === null ? null : { weeks, day: next }}
          busy={checkIns.busy}
          onChange={filled.change}
          onSave={() => void save()}
          {...(mine
            ? {
                onClose: () => {
                  filled.forget();
                  setEditing(false);
                },
              }
            : {})}
        />
      )}
      <ProblemNotice error={checkIns.error} />
      {mine && !asks && <Next day={next} />}
      {mine && !asks && (
        <div className={styles.actions}>
          <Button onClick={() => setEditing(true)}>{t('answer.change')}</Button>
          <Button appearance="subtle" disabledFocusable={checkIns.busy} onClick={() => void takeBack()}>
            {t('answer.withdraw')}
          </Button>
        </div>
      )}
    </>
  );
}

function Next({ day, soon = false }: { day: string | null; soon?: boolean }) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const { inText } = useDates();
  const when = day === null ? t('answer.noNext') : t('answer.next', { day: inText.day(day) });
  return <Text className={styles.quiet}>{soon && day !== null ? `${when} ${t('answer.nextHint')}` : when}</Text>;
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
