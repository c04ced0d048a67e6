/** The line of steps of one talk, with dates. */
import type { Talk } from '#api/talk/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';
import { StepLine } from '#tabs/ui/StepLine.tsx';
import { stepsOf } from './use-talk-steps.ts';

export function TalkSteps({ talk }: { talk: Talk }) {
  const t = useTexts('talk');
  const dates = useDates();
  const steps = stepsOf(talk).map(({ key, state, at, by }) => {
    const note = at && (by ? t('stepBy', { day: dates.inText.shortDay(at) }) : dates.shortDay(at));
    return { name: t(`steps.${key}`), state, ...(note ? { note } : {}) };
  });
  return <StepLine steps={steps} label={t('steps.label')} />;
}
