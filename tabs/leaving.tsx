/**
 * Start of the page for whoever has left, in a plain browser: the secret out of the link's fragment -> their data. Knows neither Teams nor a sign-in, so that
 * nothing but Samtal is asked here. The secret lives in memory alone: the address is made plain before anything is fetched.
 */
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createCall } from './platform/call/call.ts';
import { CallProvider, createCache } from './platform/call/use-call.ts';
import { CrashGuard } from './platform/shell/CrashGuard.tsx';
import { Themed } from './platform/shell/Themed.tsx';
import { languageOf, needTexts, speak } from './platform/texts/texts.ts';
import { themeOfBrowser } from './platform/web/web-teams.ts';
import { LeavingPage } from './privacy/LeavingPage.tsx';
import { PageSkeleton } from './ui/Skeletons.tsx';

const secret = window.location.hash.slice(1);
window.history.replaceState(null, '', window.location.pathname);

const ground = document.getElementById('root');
if (!ground) throw new Error('leaving.html has no #root.');
const cache = createCache();
const call = createCall(() => Promise.resolve(secret));

await speak(languageOf(navigator.language) ?? 'en');
await Promise.all([needTexts('data'), needTexts('refusal')]);
createRoot(ground).render(
  <Themed theme={themeOfBrowser()}>
    <QueryClientProvider client={cache}>
      <CallProvider value={call}>
        <CrashGuard>
          <Suspense fallback={<PageSkeleton />}>
            <LeavingPage hasSecret={secret !== ''} />
          </Suspense>
        </CrashGuard>
      </CallProvider>
    </QueryClientProvider>
  </Themed>,
);
