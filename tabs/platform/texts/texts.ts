/** Texts in the person's language: loads one language, gives typed keys. Dates are in dates.ts. */
import i18next from 'i18next';
import { use } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '#api/people/contract.ts';
import type { Problem } from '#api/platform/refusal/contract.ts';
import type { followingTexts } from '#tabs/agreement/texts/following-en.ts';
import type { checkinTexts } from '#tabs/checkin/texts/en.ts';
import type { cycleTexts } from '#tabs/cycle/texts/en.ts';
import type { goalTexts } from '#tabs/development/texts/en.ts';
import type { insightTexts } from '#tabs/insight/texts/en.ts';
import type { noteTexts } from '#tabs/note/texts/en.ts';
import type { preparationTexts } from '#tabs/preparation/texts/en.ts';
import type { dataTexts } from '#tabs/privacy/texts/data-en.ts';
import type { privacyTexts } from '#tabs/privacy/texts/en.ts';
import type { reminderTexts } from '#tabs/reminder/texts/en.ts';
import type { holdingTexts } from '#tabs/talk/texts/holding-en.ts';
import type { historyTexts } from '#tabs/talk/texts/history-en.ts';
import type { partingTexts } from '#tabs/talk/texts/parting-en.ts';
import type { passingTexts } from '#tabs/talk/texts/passing-en.ts';
import type { replanTexts } from '#tabs/talk/texts/replan-en.ts';
import type { signingTexts } from '#tabs/talk/texts/signing-en.ts';
import type { teamTexts } from '#tabs/talk/texts/team-en.ts';
import { notLoaded } from '../call/refused.ts';
import type { FirstTexts } from './english.ts';
import type { refusalTexts } from './refusals-en.ts';

/** Every text that exists: those of the start, and those that come with the pages that speak them. */
type Texts = FirstTexts & {
  cycle: typeof cycleTexts;
  data: typeof dataTexts;
  holding: typeof holdingTexts;
  note: typeof noteTexts;
  preparation: typeof preparationTexts;
  privacy: typeof privacyTexts;
  reminder: typeof reminderTexts;
  refusal: typeof refusalTexts;
  parting: typeof partingTexts;
  passing: typeof passingTexts;
  replan: typeof replanTexts;
  following: typeof followingTexts;
  signing: typeof signingTexts;
  insight: typeof insightTexts;
  checkin: typeof checkinTexts;
  goal: typeof goalTexts;
  team: typeof teamTexts;
  history: typeof historyTexts;
};

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

/** Texts that the first page does not need, and that would make it slower. They come with the pages that speak them. */
const later = {
  cycle: {
    sv: async () => (await import('#tabs/cycle/texts/sv.ts')).cycleTexts,
    en: async () => (await import('#tabs/cycle/texts/en.ts')).cycleTexts,
  },
  holding: {
    sv: async () => (await import('#tabs/talk/texts/holding-sv.ts')).holdingTexts,
    en: async () => (await import('#tabs/talk/texts/holding-en.ts')).holdingTexts,
  },
  note: {
    sv: async () => (await import('#tabs/note/texts/sv.ts')).noteTexts,
    en: async () => (await import('#tabs/note/texts/en.ts')).noteTexts,
  },
  preparation: {
    sv: async () => (await import('#tabs/preparation/texts/sv.ts')).preparationTexts,
    en: async () => (await import('#tabs/preparation/texts/en.ts')).preparationTexts,
  },
  reminder: {
    sv: async () => (await import('#tabs/reminder/texts/sv.ts')).reminderTexts,
    en: async () => (await import('#tabs/reminder/texts/en.ts')).reminderTexts,
  },
  refusal: {
    sv: async () => (await import('./refusals-sv.ts')).refusalTexts,
    en: async () => (await import('./refusals-en.ts')).refusalTexts,
  },
  privacy: {
    sv: async () => (await import('#tabs/privacy/texts/sv.ts')).privacyTexts,
    en: async () => (await import('#tabs/privacy/texts/en.ts')).privacyTexts,
  },
  data: {
    sv: async () => (await import('#tabs/privacy/texts/data-sv.ts')).dataTexts,
    en: async () => (await import('#tabs/privacy/texts/data-en.ts')).dataTexts,
  },
  parting: {
    sv: async () => (await import('#tabs/talk/texts/parting-sv.ts')).partingTexts,
    en: async () => (await import('#tabs/talk/texts/parting-en.ts')).partingTexts,
  },
  passing: {
    sv: async () => (await import('#tabs/talk/texts/passing-sv.ts')).passingTexts,
    en: async () => (await import('#tabs/talk/texts/passing-en.ts')).passingTexts,
  },
  replan: {
    sv: async () => (await import('#tabs/talk/texts/replan-sv.ts')).replanTexts,
    en: async () => (await import('#tabs/talk/texts/replan-en.ts')).replanTexts,
  },
  following: {
    sv: async () => (await import('#tabs/agreement/texts/following-sv.ts')).followingTexts,
    en: async () => (await import('#tabs/agreement/texts/following-en.ts')).followingTexts,
  },
  signing: {
    sv: async () => (await import('#tabs/talk/texts/signing-sv.ts')).signingTexts,
    en: async () => (await import('#tabs/talk/texts/signing-en.ts')).signingTexts,
  },
  insight: {
    sv: async () => (await import('#tabs/insight/texts/sv.ts')).insightTexts,
    en: async () => (await import('#tabs/insight/texts/en.ts')).insightTexts,
  },
  checkin: {
    sv: async () => (await import('#tabs/checkin/texts/sv.ts')).checkinTexts,
    en: async () => (await import('#tabs/checkin/texts/en.ts')).checkinTexts,
  },
  goal: {
    sv: async () => (await import('#tabs/development/texts/sv.ts')).goalTexts,
    en: async () => (await import('#tabs/development/texts/en.ts')).goalTexts,
  },
  team: {
    sv: async () => (await import('#tabs/talk/texts/team-sv.ts')).teamTexts,
    en: async () => (await import('#tabs/talk/texts/team-en.ts')).teamTexts,
  },
  history: {
    sv: async () => (await import('#tabs/talk/texts/history-sv.ts')).historyTexts,
    en: async () => (await import('#tabs/talk/texts/history-en.ts')).historyTexts,
  },
};
type Later = keyof typeof later;
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

/** The texts of a feature: `const t = useTexts('cycle'); t('plan.title')`. Keys are checked when compiling. */
export function useTexts<const F extends keyof Texts>(feature: F) {
  const { t, i18n } = useTranslation(feature);
  // Nobody ever sees a key: who draws before its texts are there waits for them, behind the page's skeleton.
  if (isLater(feature) && !i18n.hasResourceBundle(i18n.language, feature)) use(comingTexts(feature));
  return t;
}

/** The language on screen. */
export function useLanguage(): Language {
  return languageOf(useTranslation().i18n.language) ?? 'en';
}

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
    const isRefusal = (one: string): one is keyof Texts['refusal'] => i18n.exists(`${one}.title`, { ns: 'refusal' });
    const { reason, limit } = problem;
    if (!isRefusal(reason)) return faultTexts(problem) ?? faultTexts({ ...problem, reason: 'unexpected' }) ?? { title: '', text: '' };
    return { title: t(`${reason}.title`), text: t(`${reason}.text`, { limit: limit?.toLocaleString(i18n.language) ?? '' }) };
  };
}
