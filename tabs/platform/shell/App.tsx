/** Everything around a page: theme, sign-in, who I am, language. Which page is Shell's question. */
import { makeStyles } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { readMe } from '#api/people/contract.ts';
import { PageSkeleton } from '#tabs/ui/Skeletons.tsx';
import { ProblemNotice } from '#tabs/ui/ProblemNotice.tsx';
import type { CallApi } from '../call/call.ts';
import { CallProvider, createCache, useRead } from '../call/use-call.ts';
import { MeProvider } from '../person/use-me.ts';
import type { Teams } from '../teams/teams.ts';
import { TeamsProvider, useTeams } from '../teams/use-teams.ts';
import { languageOf, speak } from '../texts/texts.ts';
import { CrashGuard } from './CrashGuard.tsx';
import { keepFocus } from './keep-focus.ts';
import { Shell } from './Shell.tsx';
import { lazyPart, type Pages } from './pages.ts';
import { Themed } from './Themed.tsx';

const useStyles = makeStyles({
  problem: { padding: '20px' },
});

const cache = createCache();
/** In a plain browser only: for whoever is not let in, or whose sign-in has just ended. */
const webUnknown = lazyPart(async () => (await import('../web/WebUnknown.tsx')).WebUnknown);

export function App({ teams, call, pages }: { teams: Teams; call: CallApi; pages: Pages }) {
  const [theme, setTheme] = useState(teams.theme);
  useEffect(() => teams.onTheme(setTheme), [teams]);
  useEffect(keepFocus, []);
  return (
    <Themed theme={theme}>
      <TeamsProvider value={teams}>
        <QueryClientProvider client={cache}>
          <CallProvider value={call}>
            <CrashGuard>
              <Suspense fallback={<PageSkeleton />}>
                <SignedIn pages={pages} />
              </Suspense>
            </CrashGuard>
          </CallProvider>
        </QueryClientProvider>
      </TeamsProvider>
    </Themed>
  );
}

function SignedIn({ pages }: { pages: Pages }) {
  const styles = useStyles();
  const teams = useTeams();
  const me = useRead(readMe, {});
  const [spoken, setSpoken] = useState(languageOf(teams.locale) !== null);
  const language = me.data?.language;
  useEffect(() => {
    // The host's language wins; what Samtal does not speak becomes the language of the person's mailbox.
    if (!spoken && language) void speak(language).then(() => setSpoken(true));
  }, [spoken, language]);
  const failed = me.isError && !me.data;
  const reason = me.error?.reason ?? '';
  useEffect(() => {
    if (failed) teams.notifyFailure(reason);
    else if (me.data) teams.notifySuccess();
  }, [teams, failed, reason, me.data]);

  if (failed && teams.web && me.error.problem.status === 401) {
    const { Page: WebUnknown } = webUnknown;
    return (
      <main>
        <WebUnknown web={teams.web} />
      </main>
    );
  }
  if (failed) {
    return (
      <main className={styles.problem}>
        <ProblemNotice error={me.error} onRetry={() => void me.refetch()} />
      </main>
    );
  }
  if (!me.data || !spoken) return <PageSkeleton />;
  return (
    <MeProvider value={me.data}>
      <Shell pages={pages} />
    </MeProvider>
  );
}
