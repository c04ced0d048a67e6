/** A check-in that cannot be answered (any more, or yet): when it was to be, why not, and what was said in it. What somebody was writing is still theirs to copy. */
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CheckIns, HeldCheckIn } from '#api/checkin/answer/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { Said } from '#tabs/ui/Said.tsx';
import { SaidAnswers } from './SaidAnswers.tsx';
import { UnsharedWords } from './UnsharedWords.tsx';

const useStyles = makeStyles({
  lines: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export type ClosedCheckInProps = {
  talkId: string;
  open: HeldCheckIn;
  why: NonNullable<CheckIns['closed']>;
  /** Something was just refused: what is said here says why, and is read out. */
  isRefused: boolean;
};

export function ClosedCheckIn({ talkId, open: { day, answers }, why, isRefused }: ClosedCheckInProps) {
  const styles = useStyles();
  const t = useTexts('checkin');
  const { inText } = useDates();
  const handedOver = answers.length === 0 ? t('answer.handedOver') : t('answer.handedOverSaid');
  return (
    <>
      <div className={styles.lines}>
        <Text>{t(answers.length === 0 ? 'answer.was' : 'answer.onDay', { day: inText.day(day) })}</Text>
        <Said comesFirst={isRefused} className={styles.quiet} {...(isRefused ? { role: 'alert' } : {})}>
          {why === 'not-signed' ? t('answer.notSigned') : handedOver}
        </Said>
      </div>
      {answers.length > 0 && <SaidAnswers answers={answers} />}
      <UnsharedWords talkId={talkId} day={day} said={answers.find(({ mine }) => mine)?.text ?? null} />
    </>
  );
}
