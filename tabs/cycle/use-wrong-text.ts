/** Turns what is wrong with a field into the words beside it. */
import { useTexts } from '#tabs/platform/texts/texts.ts';
import { longestWindowDays, type Wrong } from './use-settings.ts';

/** Properties for a Fluent Field: none when nothing is wrong. */
export function useWrongText(): (wrong: Wrong | undefined) => { validationState?: 'error'; validationMessage?: string } {
  const t = useTexts('cycle');
  return (wrong) => {
    if (wrong === undefined) return {};
    return {
      validationState: 'error',
      validationMessage: wrong === 'choose' ? t('who.choose') : t(`wrong.${wrong}`, { days: longestWindowDays }),
    };
  };
}
