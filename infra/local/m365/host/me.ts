/** Who sits in front of the host page, and what follows from it: company, language, zone, texts. Given to every part by Chosen.tsx. */
import { createContext, useContext } from 'react';
import type { App, Person, Tenant } from './desk-api/desk-types.ts';
import type { Texts } from './texts/en.ts';

export type Language = 'sv' | 'en';
export type Me = {
  person: Person;
  tenant: Tenant;
  app: App;
  language: Language;
  /** For dates, for example `sv-SE`. */
  locale: string;
  zone: string;
};

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is used where nobody has been chosen.');
  return me;
}

const TextsContext = createContext<Texts | null>(null);
export const TextsProvider = TextsContext.Provider;
export function useTexts(): Texts {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('useTexts is used outside of the page.');
  return texts;
}

/** Whether there is only room for one thing beside another: a phone, or a narrow window. */
const NarrowContext = createContext(false);
export const NarrowProvider = NarrowContext.Provider;
export const useNarrow = (): boolean => useContext(NarrowContext);
