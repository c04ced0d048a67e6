/** A plain browser in the shape of a host page: what a host would tell comes from the browser, what only a host can do does nothing. */
import type { Teams, TeamsTheme } from '../teams/teams.ts';
import type { SignedIn } from './sign-in-session.ts';

const contrast = '(forced-colors: active)';
const dark = '(prefers-color-scheme: dark)';

/** The theme that the person has chosen for the whole machine. */
export function themeOfBrowser(): TeamsTheme {
  if (window.matchMedia(contrast).matches) return 'contrast';
  return window.matchMedia(dark).matches ? 'dark' : 'default';
}

export function webTeams({ path, token, session }: SignedIn): Teams {
  return {
    frame: 'content',
    place: path,
    chatId: null,
    meetingId: null,
    joinUrl: () => Promise.resolve(null),
    theme: themeOfBrowser(),
    // No host language: the person's own, as their mailbox has it, decides.
    locale: '',
    token,
    openLink: (url) => Promise.resolve(void window.open(url, '_blank', 'noopener')),
    onTheme(handler) {
      for (const query of [contrast, dark]) window.matchMedia(query).addEventListener('change', () => handler(themeOfBrowser()));
    },
    onBack: () => undefined,
    notifySuccess: () => undefined,
    notifyFailure: () => undefined,
    web: session,
  };
}
