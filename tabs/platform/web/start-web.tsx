/** Samtal in a plain browser: signs in, and answers what the pages take for their host; or says on the screen why not. */
import type { ReactNode } from 'react';
import type { SignIn } from '#api/platform/config/contract.ts';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import type { Teams, TeamsTheme } from '../teams/teams.ts';
import { languageOf, speak } from '../texts/texts.ts';
import { signIn, signInAnew } from './sign-in.ts';
import { themeOfBrowser, webTeams } from './web-teams.ts';
import type { WebStopReason } from './web-session.ts';
import { WebStop } from './WebStop.tsx';

/** Null: the screen says why nobody is signed in. `drawIn` puts something on the screen in a theme. */
export async function startWeb(how: SignIn, drawIn: (theme: TeamsTheme, shown: ReactNode) => void): Promise<Teams | null> {
  await speak(languageOf(navigator.language) ?? 'en');
  const draw = (shown: ReactNode): void => drawIn(themeOfBrowser(), shown);
  const stop = (why: WebStopReason): void =>
    draw(
      <WebStop
        why={why}
        onSignIn={() => {
          draw(<PageSkeleton />);
          void signInAnew(how).then(stop);
        }}
      />,
    );
  draw(<PageSkeleton />);
  const signedIn = await signIn(how, () => draw(null));
  if (typeof signedIn !== 'string') return webTeams(signedIn);
  stop(signedIn);
  return null;
}
