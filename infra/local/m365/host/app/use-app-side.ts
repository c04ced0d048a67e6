/** What this page does for an app that asks: joins the answers of teams-js/ with the desk, the links and the dialogs. */
import { useRef, useState } from 'react';
import { callDesk, ofPerson } from '../desk-api/desk-call.ts';
import type { AppTab } from '../desk-api/desk-types.ts';
import { useOpening } from '../link/use-open-link.ts';
import { useMe } from '../me.ts';
import { useSettings } from '../settings.ts';
import type { Frame } from '../teams-js/context.ts';
import type { HostSide, MeetingFacts } from '../teams-js/host-side.ts';
import type { Asked } from './AskedDialog.tsx';
import type { PageSide } from './use-app-line.ts';

/** How far the app's start is. */
export type Start = { kind: 'loading' | 'slow' | 'ready' } | { kind: 'failed'; message: string };

type AppSideProps = {
  tab: AppTab;
  at: string | null;
  frame: Frame;
  meeting: MeetingFacts | null;
  onStart(start: Start): void;
  onAsk(asked: Asked): void;
};

export function useAppSide({ tab, at, frame, meeting, onStart, onAsk }: AppSideProps): PageSide {
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
  return {
    facts: {
      person,
      tenantId: tenant.id,
      locale: locale.toLowerCase(),
      theme,
      frame,
      entityId: tab.entityId,
      subEntityId: at,
      teamsAppId: app.teamsAppId,
      meeting,
      sessionId,
    },
    meeting: () => (meeting ? Promise.resolve(meeting) : null),
    token,
    openLink: opening.openLink,
    openApp({ teamsAppId, subPageId }) {
      if (teamsAppId !== app.teamsAppId) return false;
      opening.openApp(subPageId);
      return true;
    },
    openEvent: opening.openEvent,
    composeMeeting: (draft) => onAsk({ kind: 'compose', draft }),
    pickPeople: (question) => new Promise((resolve) => onAsk({ kind: 'people', question, answer: resolve })),
    goBack: () => window.history.back(),
    started,
  };
}
