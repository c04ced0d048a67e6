/** What this page does for an app that asks: joins the answers of teams-js/ with the desk, the links and the dialogs. */
import { useRef, useState } from 'react';
import { callDesk, ofPerson } from '../desk-api/desk-call.ts';
import type { AppTab } from '../desk-api/desk-types.ts';
import { useOpening } from '../link/use-open-link.ts';
import { useMe } from '../me.ts';
import { useSettings } from '../settings.ts';
import type { Host } from '../teams-js/abilities.ts';
import type { Frame } from '../teams-js/abilities.ts';
import type { HostSide, MeetingFacts } from '../teams-js/host-side.ts';
import type { Ask } from './asked.ts';
import { isValidDomain } from '../teams-js/valid-domain.ts';
import { foreignAddress, signInWindow } from './sign-in-window.ts';
import type { PageSide } from './use-app-line.ts';

/** How far the app's start is. */
export type Start = { kind: 'loading' | 'slow' | 'ready' } | { kind: 'failed'; message: string };

export type AppSideProps = {
  tab: AppTab;
  host: Host;
  /** Where in the app a link points. */
  at: string | null;
  frame: Frame;
  /** The meeting whose chat or panel this is. */
  meeting: MeetingFacts | null;
  onStart(start: Start): void;
  ask: Ask;
  /** Inside a dialog: what its page may do there. */
  dialog?: HostSide['dialog'];
  tellDialog?(message: unknown): void;
};

export function useAppSide({ tab, host, at, frame, meeting, onStart, ask, dialog = null, tellDialog }: AppSideProps): PageSide {
  const { person, tenant, app, locale } = useMe();
  const { theme } = useSettings();
  const opening = useOpening();
  const [sessionId] = useState(() => crypto.randomUUID());
  // An app that gets no token says only that it could not start; the desk's sentence says why.
  const refused = useRef<string | null>(null);
  const token = (): Promise<string> =>
    callDesk<{ token: string }>('POST', ofPerson(person.id, 'token'), {}).then(
      (issued) => issued.token,
      (error: Error) => {
        refused.current = error.message;
        throw error;
      },
    );
  const started: HostSide['started'] = (news) => {
    if (news.kind === 'ready') onStart({ kind: 'ready' });
    if (news.kind === 'failed') onStart({ kind: 'failed', message: refused.current ?? (news.message || news.reason) });
  };
  const { entityId, contentUrl, name: tabName } = tab;
  const where = { host, frame, entityId, contentUrl, tabName, subEntityId: at, teamsAppId: app.teamsAppId, meeting, sessionId };
  const side: PageSide = {
    facts: { ...where, person, tenantId: tenant.id, locale: locale.toLowerCase(), theme },
    meeting: () => (meeting ? Promise.resolve(meeting) : null),
    token,
    openLink: opening.openLink,
    openApp({ teamsAppId, subPageId }) {
      if (teamsAppId !== app.teamsAppId) return false;
      opening.openApp(subPageId);
      return true;
    },
    openEvent: opening.openEvent,
    composeMeeting: (draft) => ask({ kind: 'compose', draft, drop: () => undefined }),
    pickPeople: (question) => new Promise((resolve) => ask({ kind: 'people', question, answer: resolve, drop: () => resolve(null) })),
    shareLink: ({ subPageId, label }) =>
      ask({ kind: 'share', link: linkTo(app.teamsAppId, entityId, subPageId, label), drop: () => undefined }),
    openDialog(question) {
      if (question.kind === 'url' && !isValidDomain(question.url, app.validDomains)) return Promise.resolve({ error: foreignAddress });
      return new Promise((resolve) => ask({ kind: 'dialog', question, end: resolve, drop: () => resolve({ error: closedByPerson }) }));
    },
    dialog,
    tellDialog: (message) => tellDialog?.(message),
    signIn: (question) => signInWindow(question, { ...side, register: () => undefined, readyToUnload: () => undefined }, app.validDomains),
    signedIn: null,
    goBack: () => window.history.back(),
    started,
  };
  return side;
}

/** As Teams says it to whoever opened a dialog. */
const closedByPerson = 'User cancelled/closed the task module.';

/** Microsoft's link to a place of the app, as shareDeepLink makes it. */
function linkTo(teamsAppId: string, entityId: string, subPageId: string, label: string): string {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: subPageId }));
  return `https://teams.microsoft.com/l/entity/${teamsAppId}/${encodeURIComponent(entityId)}?label=${encodeURIComponent(label)}&context=${context}`;
}
