/** How the host page looks for whoever sits at this browser: theme, width, language per person. Kept in the browser, shared by its tabs. */
import { useSyncExternalStore } from 'react';
import type { Theme } from './teams-js/context.ts';

export type Width = 'desktop' | 'panel' | 'narrow-panel' | 'phone';
/** Pixels that an app gets; a desktop gives what there is. */
export const widths: Record<Width, number | undefined> = { desktop: undefined, panel: 320, 'narrow-panel': 280, phone: 390 };
export type LanguageChoice = 'own' | 'sv' | 'en';
export type Settings = { theme: Theme; width: Width; languages: Record<string, LanguageChoice> };

const place = 'local-microsoft-365';
const systemTheme = (): Theme => (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default');

function read(): Settings {
  const first: Settings = { theme: systemTheme(), width: 'desktop', languages: {} };
  try {
    return { ...first, ...(JSON.parse(window.localStorage.getItem(place) ?? '{}') as Partial<Settings>) };
  } catch {
    return first;
  }
}

let now = read();
const listeners = new Set<() => void>();
const subscribe = (tell: () => void): (() => void) => {
  listeners.add(tell);
  return () => void listeners.delete(tell);
};
function show(settings: Settings): void {
  now = settings;
  listeners.forEach((tell) => tell());
}
window.addEventListener('storage', ({ key }) => {
  if (key === place) show(read());
});

export const useSettings = (): Settings => useSyncExternalStore(subscribe, () => now);

export function change(part: Partial<Settings>): void {
  show({ ...now, ...part });
  window.localStorage.setItem(place, JSON.stringify(now));
}
