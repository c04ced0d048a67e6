/** Start of the tab: host page -> theme, language, person -> page. Joins the pages of all features; draws nothing itself. */
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { readTabConfig, type SignIn } from '#api/platform/config/contract.ts';
import { createCall } from './platform/call/call.ts';
import { notLoaded } from './platform/call/refused.ts';
import { placeOf, pathOf } from './platform/routes/routes.ts';
import { App } from './platform/shell/App.tsx';
import { Outside } from './platform/shell/Outside.tsx';
import { lazyPage, type Pages } from './platform/shell/pages.ts';
import { Themed } from './platform/shell/Themed.tsx';
import { isInHost, startTeams, type Teams, type TeamsTheme } from './platform/teams/teams.ts';
import { languageOf, needTexts, speak } from './platform/texts/texts.ts';

/** What the pages speak on which talks are held. */
const holdingPages = ['holding', 'note', 'preparation', 'privacy', 'signing', 'following', 'insight', 'checkin'] as const;

const pages: Pages = {
  'my-talk': lazyPage(async () => (await import('./talk/MyTalkPage.tsx')).MyTalkPage),
  'my-times': lazyPage(() => withTexts(['reminder'], async () => (await import('./wish/MyTimesPage.tsx')).MyTimesPage)),
  reminders: lazyPage(() => withTexts(['reminder'], async () => (await import('./reminder/RemindersPage.tsx')).RemindersPage)),
  'my-data': lazyPage(() => withTexts(['data', 'access'], async () => (await import('./privacy/MyDataPage.tsx')).MyDataPage)),
  'access-requests': lazyPage(() =>
    withTexts(['data', 'access'], async () => (await import('./privacy/AccessRequestsPage.tsx')).AccessRequestsPage),
  ),
  'new-manager': lazyPage(() => withTexts(['passing', 'history'], async () => (await import('./talk/PassingPage.tsx')).PassingPage)),
  team: lazyPage(() => withTexts(['team', 'insight'], async () => (await import('./talk/TeamPage.tsx')).TeamPage)),
  person: lazyPage(() =>
    withTexts([...holdingPages, 'goal', 'team', 'history'], async () => (await import('./people/PersonPage.tsx')).PersonPage),
  ),
  'look-back': lazyPage(() =>
    withTexts(
      ['history', 'note', 'preparation', 'privacy', 'following', 'checkin'],
      async () => (await import('./talk/LookBackPage.tsx')).LookBackPage,
    ),
  ),
  agreements: lazyPage(() => withTexts(['following'], async () => (await import('./agreement/AgreementsPage.tsx')).AgreementsPage)),
  goals: lazyPage(() => withTexts(['goal'], async () => (await import('./development/GoalsPage.tsx')).GoalsPage)),
  talk: lazyPage(() => withTexts(holdingPages, async () => (await import('./talk/TalkPage.tsx')).TalkPage)),
  sign: lazyPage(() => withTexts(['signing', 'privacy', 'insight'], async () => (await import('./talk/SignPage.tsx')).SignPage)),
  meeting: lazyPage(async () => (await import('./talk/MeetingPage.tsx')).MeetingPage),
  panel: lazyPage(() => withTexts(holdingPages, async () => (await import('./talk/PanelPage.tsx')).PanelPage)),
  paper: lazyPage(() => withTexts(['holding', 'preparation', 'goal'], async () => (await import('./talk/PaperPage.tsx')).PaperPage)),
  prepare: lazyPage(() =>
    withTexts(
      ['preparation', 'privacy', 'following', 'checkin'],
      async () => (await import('./preparation/PreparationPage.tsx')).PreparationPage,
    ),
  ),
  hr: lazyPage(() => withTexts(['cycle', 'insight', 'reminder'], async () => (await import('./cycle/CyclesPage.tsx')).CyclesPage)),
  'new-cycle': lazyPage(() => withTexts(['cycle', 'following'], async () => (await import('./cycle/CyclePage.tsx')).CyclePage)),
  cycle: lazyPage(() =>
    withTexts(['cycle', 'following', 'insight', 'reminder'], async () => (await import('./cycle/CyclePage.tsx')).CyclePage),
  ),
};

/** A page together with the texts that it speaks and the first page does not; what may be refused there among them. */
async function withTexts<P>(features: readonly Parameters<typeof needTexts>[0][], load: () => Promise<P>): Promise<P> {
  const [page] = await Promise.all([load(), ...features.map(needTexts), needTexts('refusal')]);
  return page;
}

const ground = document.getElementById('root');
if (!ground) throw new Error('index.html has no #root.');
const root = createRoot(ground);
const draw = (theme: TeamsTheme, shown: ReactNode): void => root.render(<Themed theme={theme}>{shown}</Themed>);

/** A deep link decides the page; without one, the address the host opened us with. */
function openPlace(teams: Teams): void {
  const place = placeOf(teams.place ?? window.location.pathname);
  // A link that means nothing keeps its address and is shown as not found.
  const path = place ? pathOf(place) : `/${teams.place ?? ''}`;
  window.history.replaceState(null, '', path);
  const page = teams.frame === 'side-panel' ? 'panel' : place?.page;
  if (page) pages[page].preload();
}

/** Without a host around us; its code is loaded only then. */
async function startInBrowser(signIn: SignIn): Promise<Teams | null> {
  const { startWeb } = await import('./platform/web/start-web.tsx').catch(notLoaded);
  return startWeb(signIn, draw);
}

async function start(): Promise<void> {
  try {
    const anyone = createCall(() => Promise.reject(new Error('Nobody has signed in yet.')));
    const { hostOrigins, signIn } = await anyone(readTabConfig, {});
    const teams = isInHost() ? await startTeams(hostOrigins) : await startInBrowser(signIn);
    if (!teams) return;
    openPlace(teams);
    await speak(languageOf(teams.locale || navigator.language) ?? 'en');
    root.render(<App teams={teams} call={createCall(teams.token, teams.web?.send)} pages={pages} />);
  } catch (error) {
    await speak(languageOf(navigator.language) ?? 'en');
    draw(window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'default', <Outside error={error} />);
  }
}

await start();
