/** Texts in the person's language: loads one language, gives typed keys. Dates are in dates.ts. */
import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#api/people/contract.ts';
import type { Problem } from '#api/platform/refusal/contract.ts';
import type { TabReason } from '../call/refused.ts';
import type { Texts } from './english.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Texts;
  }
}

const languages: Record<Language, () => Promise<Texts>> = {
  sv: async () => (await import('./swedish.ts')).swedish,
  en: async () => (await import('./english.ts')).english,
};

/** The language of a locale such as `sv-se`, when we speak it. */
export function languageOf(locale: string): Language | null {
  const language = locale.toLowerCase().split(/[-_]/)[0];
  return language === 'sv' || language === 'en' ? language : null;
}

/** Loads and shows a language. Safe to call again to change it. */
export async function speak(language: Language): Promise<void> {
  const texts = await languages[language]();
  if (!i18next.isInitialized) {
    // A key always exists (it would not compile otherwise), so no other language is kept in reserve.
    await i18next.use(initReactI18next).init({ lng: language, resources: {}, interpolation: { escapeValue: false }, fallbackLng: false });
  }
  for (const [feature, entries] of Object.entries(texts)) i18next.addResourceBundle(language, feature, entries, true, true);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** The texts of a feature: `const t = useTexts('cycle'); t('plan.title')`. Keys are checked when compiling. */
export function useTexts<const F extends keyof Texts>(feature: F) {
  return useTranslation(feature).t;
}

/** The language on screen. */
export function useLanguage(): Language {
  return languageOf(useTranslation().i18n.language) ?? 'en';
}

/** Title and text of a refusal in the person's language. A reason we do not know (a newer server) reads as an unexpected fault. */
export function useProblemTexts(): (problem: Problem) => { title: string; text: string } {
  const { t, i18n } = useTranslation('refusal');
  return (problem) => {
    const reason: TabReason = i18n.exists(`${problem.reason}.title`, { ns: 'refusal' }) ? (problem.reason as TabReason) : 'unexpected';
    const limit = problem.limit === undefined ? '' : problem.limit.toLocaleString(i18n.language);
    return { title: t(`${reason}.title`), text: t(`${reason}.text`, { limit }) };
  };
}
