/** What all parts of the desk page share: words, times as this browser has them, and acts whose failures are told. */
import { createContext, useContext } from 'react';
import { useAct, type Act } from '../../m365/host/desk-api/use-act.ts';
import { timesIn, type Times } from '../../m365/host/time/use-time.ts';
import { useNotice } from '../../m365/host/ui/Notices.tsx';
import type { Language } from '../../m365/host/me.ts';
import { en, type DeskTexts } from './desk-texts-en.ts';
import { sv } from './desk-texts-sv.ts';

export const LanguageProvider = createContext<Language>('en');

const texts: Record<Language, DeskTexts> = { en, sv };
export const useDeskTexts = (): DeskTexts => texts[useContext(LanguageProvider)];

/** In this browser's zone, or another. */
export function useDeskTimes(zone = Intl.DateTimeFormat().resolvedOptions().timeZone): Times {
  const language = useContext(LanguageProvider);
  return timesIn(zone, language === 'sv' ? 'sv-SE' : 'en-GB');
}

/** Acts, says what went wrong, and answers null then. */
export function useDeskAct<T>(forget: readonly unknown[][]): { act(what: Act): Promise<T | null>; pending: boolean } {
  const mutation = useAct<T>(forget);
  const notice = useNotice();
  return {
    pending: mutation.isPending,
    act: (what) =>
      mutation.mutateAsync(what).catch((error: Error) => {
        notice(error.message);
        return null;
      }),
  };
}
