/** How the three hosts are told apart: Teams is violet, Outlook blue, the Microsoft 365 app plum. High contrast is the same everywhere. */
import {
  createDarkTheme,
  createLightTheme,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  webDarkTheme,
  webLightTheme,
  type BrandVariants,
  type Theme as FluentTheme,
} from '@fluentui/react-components';
import type { Host } from '../teams-js/abilities.ts';
import type { Theme } from '../teams-js/context.ts';

/** From the darkest to the lightest, as Fluent counts them. */
const plum: BrandVariants = {
  10: '#0f0610',
  20: '#271027',
  30: '#3b1639',
  40: '#4a1b48',
  50: '#592157',
  60: '#682867',
  70: '#783077',
  80: '#883a87',
  90: '#984a96',
  100: '#a75da5',
  110: '#b571b3',
  120: '#c386c1',
  130: '#d09bce',
  140: '#dcb1da',
  150: '#e8c8e6',
  160: '#f3e0f2',
};

/** Fluent's own choice of words on black is a little too dark. */
const plumDark: FluentTheme = { ...createDarkTheme(plum), colorBrandForeground1: plum[120], colorBrandForeground2: plum[130] };

const looks: Record<Host, Record<Theme, FluentTheme>> = {
  teams: { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme },
  outlook: { default: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme },
  office: { default: createLightTheme(plum), dark: plumDark, contrast: teamsHighContrastTheme },
};

export const lookOf = (host: Host, theme: Theme): FluentTheme => looks[host][theme];
