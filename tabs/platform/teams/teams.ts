/** The only file that talks with the Teams, Outlook or Microsoft 365 host (teams-js). It decides nothing about pages or people. */
import { app, authentication, FrameContexts, meeting, pages } from '@microsoft/teams-js';
import type { WebSession } from '../web/web-session.ts';

export type TeamsTheme = 'default' | 'dark' | 'contrast';

/** What the host page tells us, and what we may ask of it. Identity is never taken from here: only the token decides it. */
export type Teams = {
  /** `side-panel` in a running meeting; `content` for the personal tab and the tabs of a meeting's chat. */
  frame: 'content' | 'side-panel';
  /** Where a deep link points (subEntityId), or null. */
  place: string | null;
  /** The chat of the meeting we were opened in, or null. */
  chatId: string | null;
  meetingId: string | null;
  /** Join address of the meeting we were opened in, or null when there is none or the host does not say. */
  joinUrl(): Promise<string | null>;
  theme: TeamsTheme;
  /** Language of the host as it says it, for example `sv-se`. */
  locale: string;
  /** A fresh sign-in token. Asked for each call: the host caches it and renews it in time. */
  token(): Promise<string>;
  /** Opens an address outside the tab: a Teams meeting, a calendar entry. */
  openLink(url: string): Promise<void>;
  /** Called whenever the person changes theme. */
  onTheme(handler: (theme: TeamsTheme) => void): void;
  /** Called when the host's own back button is pressed; the handler answers whether there was somewhere to go. */
  onBack(handler: () => boolean): void;
  /** Tells the host that the page can be used. */
  notifySuccess(): void;
  /** Tells the host that the page could not be shown. */
  notifyFailure(message: string): void;
  /** Null in a host page, which signs people in and out itself. */
  web: WebSession | null;
};

/** How long a host page may take to answer. A page that is not in any host would wait for ever. */
const patienceMs = 15_000;

/**
 * Whether a host page may be around us: as a frame, as a window that it opened, or as an app on a phone, which teams-js reaches by an object of this
 * name. Otherwise this is a plain browser.
 */
export const isInHost = (): boolean => window.parent !== window || window.opener !== null || 'nativeInterface' in window;

/**
 * Connects to the host page.
 * @param hostOrigins host pages to accept besides Microsoft's own list
 * @throws when we are not inside a host page, or it does not answer in 15 s
 */
export async function startTeams(hostOrigins: string[]): Promise<Teams> {
  await inTime(app.initialize(hostOrigins));
  app.notifyAppLoaded();
  const context = await inTime(app.getContext());
  return {
    frame: context.page.frameContext === FrameContexts.sidePanel ? 'side-panel' : 'content',
    place: context.page.subPageId || null,
    chatId: context.chat?.id ?? null,
    meetingId: context.meeting?.id ?? null,
    joinUrl: () => (context.meeting ? inTime(askJoinUrl()).catch(() => null) : Promise.resolve(null)),
    theme: themeOf(context.app.theme),
    locale: context.app.locale,
    token: () => authentication.getAuthToken(),
    openLink: (url) => app.openLink(url),
    onTheme: (handler) => app.registerOnThemeChangeHandler((theme) => handler(themeOf(theme))),
    onBack(handler) {
      if (pages.backStack.isSupported()) pages.backStack.registerBackButtonHandler(handler);
    },
    notifySuccess: () => void app.notifySuccess(),
    notifyFailure: (message) => app.notifyFailure({ reason: app.FailedReason.Other, message }),
    web: null,
  };
}

/** Needs the permission OnlineMeeting.ReadBasic.Chat, which the app is given with its place in the meeting. */
function askJoinUrl(): Promise<string | null> {
  return new Promise((resolve) => {
    meeting.getMeetingDetails((_error, answer) => resolve((answer?.details as { joinUrl?: string } | undefined)?.joinUrl ?? null));
  });
}

function themeOf(theme: string): TeamsTheme {
  return theme === 'dark' || theme === 'contrast' ? theme : 'default';
}

function inTime<T>(asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The host page does not answer.')), patienceMs);
    asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
