/** Gives every component the host it runs in. */
import { createContext, useContext } from 'react';
import type { Teams } from './teams.ts';

const TeamsContext = createContext<Teams | null>(null);
export const TeamsProvider = TeamsContext.Provider;

/** The host page we run in: frame, chat, links. Theme and language are already applied. */
export function useTeams(): Teams {
  const teams = useContext(TeamsContext);
  if (!teams) throw new Error('useTeams is used outside the app.');
  return teams;
}
