/** What a refusal says to people, in their language. Which refusals there are is in the contracts; how one is shown, in ui/ProblemNotice. */
import { useTranslation } from 'react-i18next';
import type { Problem } from '#api/platform/refusal/contract.ts';
import type { FirstTexts } from './english.ts';
import type { LaterTexts } from './later.ts';
import { useTexts } from './texts.ts';

type ProblemText = { title: string; text: string };

/** Title and text of what may go wrong on every page, in the person's language; null for other refusals, whose texts come later. */
export function useFaultTexts(): (problem: Problem) => ProblemText | null {
  const { t, i18n } = useTranslation('fault');
  return ({ reason }) => {
    const isFault = (one: string): one is keyof FirstTexts['fault'] => i18n.exists(`${one}.title`, { ns: 'fault' });
    return isFault(reason) ? { title: t(`${reason}.title`), text: t(`${reason}.text`) } : null;
  };
}

/** The same for every refusal; waits for their texts. A reason we do not know (a newer server) reads as an unexpected fault. */
export function useProblemTexts(): (problem: Problem) => ProblemText {
  const { i18n } = useTranslation();
  const t = useTexts('refusal');
  const faultTexts = useFaultTexts();
  return (problem) => {
    const isRefusal = (one: string): one is keyof LaterTexts['refusal'] => i18n.exists(`${one}.title`, { ns: 'refusal' });
    const { reason, limit } = problem;
    if (!isRefusal(reason)) return faultTexts(problem) ?? faultTexts({ ...problem, reason: 'unexpected' }) ?? { title: '', text: '' };
    return { title: t(`${reason}.title`), text: t(`${reason}.text`, { limit: limit?.toLocaleString(i18n.language) ?? '' }) };
  };
}
