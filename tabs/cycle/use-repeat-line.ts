/** How often a cycle comes again, in one line for cards: "Every year, next Tuesday 12 January 2027". */
import type { Recurrence } from '#api/cycle/recurrence/contract.ts';
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { useDates } from '#tabs/platform/texts/use-dates.ts';

export function useRepeatLine(): (recurrence: Recurrence) => string {
  const t = useTexts('cycle');
  const dates = useDates();
  return ({ every, state, startsOn, next }) => {
    const how = state === 'goes-on' && !next ? 'followed' : state;
    const day = state === 'goes-on' ? next?.startsOn : startsOn;
    return t(`repeat.line.${how}`, { every: t(`repeat.every.${every}`), day: day ? dates.inText.day(day) : '' });
  };
}
