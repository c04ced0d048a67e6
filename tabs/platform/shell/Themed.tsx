/** The theme around a page, in a host or without one, and white on paper. Knows no page. */
import { FluentProvider, makeStyles, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import type { TeamsTheme } from '../teams/teams.ts';

const { colorNeutralBackground1: ground } = teamsHighContrastTheme;
/** In high contrast Fluent fills what is still loading with plain white, which glares; an outline (tabs/ui/Skeletons.tsx) says the same. */
const contrast = { ...teamsHighContrastTheme, colorNeutralStencil1: ground, colorNeutralStencil2: ground };
const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast };
const useStyles = makeStyles({
  // Inside Fluent's provider, not on it: Fluent gives the provider's class to whatever opens above the page, which would then cover all of it.
  ground: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2, color: tokens.colorNeutralForeground1 },
});

/** Fluent's theme, and the browser's own controls in the same one. */
export function Themed({ theme: onScreen, children }: { theme: TeamsTheme; children: ReactNode }) {
  const styles = useStyles();
  const theme = useIsPrinted() ? 'default' : onScreen;
  useEffect(() => {
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [theme]);
  return (
    <FluentProvider theme={themes[theme]}>
      <div className={styles.ground}>{children}</div>
    </FluentProvider>
  );
}

/** Paper is white: what a dark theme writes in light letters would hardly be seen on it. */
function useIsPrinted(): boolean {
  const [printed, setPrinted] = useState(false);
  useEffect(() => {
    // At once: the browser looks at the page as soon as it has told that it prints.
    const begin = (): void => flushSync(() => setPrinted(true));
    const end = (): void => setPrinted(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printed;
}
