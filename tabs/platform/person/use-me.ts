/** Who is signed in, for every component. */
import { createContext, useContext } from 'react';
import type { Me } from '#api/people/contract.ts';

const MeContext = createContext<Me | null>(null);
export const MeProvider = MeContext.Provider;

/** The signed-in person: name, manager, roles, time zone. The language on screen is `useLanguage()`. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe is used before sign-in.');
  return me;
}
