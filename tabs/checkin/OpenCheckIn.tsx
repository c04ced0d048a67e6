/** The check-in to answer now: what both have said, and one's own answer, given, changed or taken back. The focus goes with what comes and goes. */
import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { CheckIns, HeldCheckIn } from '#api/checkin/answer/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import { Said } from '#tabs/ui/Said.tsx';
import { CheckInForm } from './CheckInForm.tsx';
import { NextDay } from './NextDay.tsx';
import { SaidAnswers } from './SaidAnswers.tsx';
import { filledFrom, useFilledCheckIn, type useCheckIns } from './use-check-ins.ts';

const useStyles = makeStyles({
  // The line that tells what has happened takes no room while it is empty.
  told: { display: 'flex', flexDirection: 'column' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export type OpenCheckInProps = {
  talkId: string;
  /** Name of the other of the two. */
  other: string;
  data: CheckIns;
  open: HeldCheckIn;
  checkIns: ReturnType<typeof useCheckIns>;
};

export function OpenCheckIn(props: OpenCheckInProps) {
  const { other, data, open, checkIns } = props;
  const styles = useStyles();
  const t = useTexts('checkin');
  const { inText } = useDates();
  const { mine, asks, filled, pressed, news, change, leave, save, takeBack } = useAnswering(props);
  const { next, weeks } = data;
  const { day, answers } = open;
  const theirs = answers.find((one) => !one.mine);
  return (
    <>
      <div className={styles.told}>
        <Text>{asks ? t('answer.due', { day: inText.day(day) }) : t('answer.onDay', { day: inText.day(day) })}</Text>
        <Said role="status" comesFirst={news !== ''}>
          {news}
        </Said>
      </div>
      {answers.length > 0 && <SaidAnswers answers={answers} />}
      {theirs && asks && <NextDay day={next} />}
      {asks && (
        <CheckInForm
          value={filled.value}
          other={other}
          held={weeks === null ? null : { weeks, day: next }}
          busy={checkIns.busy}
          arrives={pressed}
          onChange={filled.change}
          onSave={() => void save()}
          {...(mine ? { onClose: leave } : {})}
        />
      )}
      <ProblemNotice error={checkIns.error} />
      {mine && !asks && <NextDay day={next} />}
      {mine && !asks && (
        <div className={styles.actions}>
          <Button autoFocus={pressed} onClick={change}>
            {t('answer.change')}
          </Button>
          <Button appearance="subtle" disabledFocusable={checkIns.busy} onClick={() => void takeBack()}>
            {t('answer.withdraw')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Whether the form is there, what was just done, and what can be done. */
function useAnswering({ talkId, other, open: { day, answers }, checkIns }: OpenCheckInProps) {
  const t = useTexts('checkin');
  const mine = answers.find((one) => one.mine);
  const filled = useFilledCheckIn(`${talkId}/${day}`, filledFrom(mine));
  const [editing, setEditing] = useState(filled.begun);
  // Whoever opens or leaves the form here takes the focus with them; a form that was begun earlier is only there.
  const [pressed, setPressed] = useState(false);
  const [news, setNews] = useState('');
  const begin = (): void => {
    setPressed(false);
    setNews('');
  };
  return {
    mine,
    filled,
    asks: !mine || editing,
    pressed,
    news,
    change: (): void => {
      setPressed(true);
      setEditing(true);
    },
    leave: (): void => {
      setPressed(true);
      filled.forget();
      setEditing(false);
    },
    save: async (): Promise<void> => {
      begin();
      if (!(await checkIns.answer(day, filled.value))) return;
      filled.forget();
      setEditing(false);
      setNews(t('answer.shared', { name: other }));
    },
    takeBack: async (): Promise<void> => {
      begin();
      if (!(await checkIns.withdraw(day))) return;
      // What was said stays in the form: nothing typed is lost by taking it back.
      if (mine) filled.change(filledFrom(mine));
      setNews(t('answer.withdrawn'));
    },
  };
}
