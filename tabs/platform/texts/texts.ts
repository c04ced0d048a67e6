/** Texts in the person's language: loads one language, gives typed keys. Which exist beside the first is in later.ts, what a refusal says in problem-texts.ts, dates in dates.ts. */
import i18next from 'i18next';
import { use } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#api/people/contract.ts';
import { notLoaded } from '../call/refused.ts';
import type { FirstTexts } from './english.ts';
import { later, type Later, type LaterTexts } from './later.ts';

/** Every text that exists: those of the start, and those that come with the pages that speak them. */
type Texts = FirstTexts & LaterTexts;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: Texts;
  }
}

const languages: Record<Language, () => Promise<FirstTexts>> = {
  sv: async () => (await import('./swedish.ts')).swedish,
  en: async () => (await import('./english.ts')).english,
};

const needed = new Set<Later>();
const isLater = (feature: keyof Texts): feature is Later => feature in later;

/** Loads the texts of a feature that the first page does without, in the language on screen and in any that is spoken afterwards. */
export async function needTexts(feature: Later): Promise<void> {
  needed.add(feature);
  if (i18next.isInitialized) await addLater(feature, languageOf(i18next.language) ?? 'en');
}

async function addLater(feature: Later, language: Language): Promise<void> {
  i18next.addResourceBundle(language, feature, await later[feature][language](), true, true);
}

/** Under way, by language and feature: React asks again with every drawing and must be given the same promise. */
const underWay = new Map<string, Promise<void>>();

function comingTexts(feature: Later): Promise<void> {
  const key = `${i18next.language} ${feature}`;
  const coming =
    underWay.get(key) ??
    needTexts(feature)
      .finally(() => underWay.delete(key))
      .catch(notLoaded);
  underWay.set(key, coming);
  return coming;
}

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
  await Promise.all([...needed].map((feature) => addLater(feature, language)));
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** For texts that are there: React looks at the mark and does not wait. */
const there = Object.assign(Promise.resolve(), { status: 'fulfilled', value: undefined });

/** The texts of a feature: `const t = useTexts('cycle'); t('plan.title')`. Keys are checked when compiling. */
export function useTexts<const F extends keyof Texts>(feature: F) {
  const { t, i18n } = useTranslation(feature);
  // Nobody ever sees a key: who draws before its texts are there waits for them, behind the page's skeleton. `use` is asked in every drawing: when texts come
  // at once React goes on with the drawing that waited, and finds its hooks again by this call (without it: error 467, and the page is gone).
  use(isLater(feature) && !i18n.hasResourceBundle(i18n.language, feature) ? comingTexts(feature) : there);
  return t;
}

/** The language on screen. */
export function useLanguage(): Language {
  return languageOf(useTranslation().i18n.language) ?? 'en';
}
