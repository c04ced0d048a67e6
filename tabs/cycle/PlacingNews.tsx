/** What was done last to a single talk of the plan, read out, with the way back. It takes the focus when the row that had it is gone. */
import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { Plan } from '#api/cycle/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import type { Placing } from './use-placing.ts';

const useStyles = makeStyles({
  news: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center', outlineStyle: 'none' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export function PlacingNews({ plan, placing }: { plan: Plan; placing: Placing }) {
  const styles = useStyles();
  const t = useTexts('cycle');
  const dates = useDates();
  const { last } = placing;
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (last && document.activeElement === document.body) line.current?.focus();
  }, [last]);
  if (!last) return null;
  const { employee, time, back } = last;
  const { name } = employee;
  const when = time ? `${dates.inText.shortDay(time.start)}, ${dates.time(time.start)}–${dates.time(time.end)}` : '';
  const isChosen = plan.placed.some((talk) => talk.employee.id === employee.id && talk.chosenBy !== null);
  return (
    <div ref={line} tabIndex={-1} className={styles.news}>
      <Text>{!time ? t('place.backNone', { name }) : t(back ? 'place.back' : 'place.moved', { name, when })}</Text>
      {!back && isChosen && (
        <>
          <Text size={200} className={styles.quiet}>
            {t('place.stays')}
          </Text>
          <Button size="small" disabledFocusable={placing.busy} onClick={() => void placing.undo(employee)}>
            {t('place.undo')}
          </Button>
        </>
      )}
      <ProblemNotice error={placing.error} />
    </div>
  );
}
