/** What answering an app needs from the page around it: types only, so that the answers can be tried without a browser. */
import type { ContextFacts } from './context.ts';

export type AppPlace = { teamsAppId: string | null; pageId: string | null; subPageId: string | null };
export type Draft = { attendees: string[]; subject: string; content: string; startTime: string; endTime: string };
export type PickedPerson = { objectId: string; displayName: string; email: string };
export type PeopleQuestion = { title: string; single: boolean; selected: string[] };
export type MeetingFacts = {
  id: string;
  meetingId: string;
  chatId: string;
  joinUrl: string;
  subject: string;
  start: string;
  end: string;
  organizerId: string;
  tenantId: string;
};
/** In pixels, or one of Teams' own three sizes. */
export type Size = { width: number | string; height: number | string };
/** A page of the app, or a card (JSON text or object), in a dialog above it. */
export type DialogQuestion = { title: string; size: Size } & ({ kind: 'url'; url: string } | { kind: 'card'; card: unknown });
export type DialogEnd = { result: unknown } | { error: string };
export type SignInQuestion = { url: string; width: number; height: number };
export type SignInEnd = { result: string } | { error: string };

export type HostSide = {
  facts: ContextFacts;
  /** The meeting the app is in; null outside of one. */
  meeting(): Promise<MeetingFacts> | null;
  /** An SSO token. Rejects with the reason when the person gets none. */
  token(): Promise<string>;
  /** Opens a link as Teams would; false when it leads nowhere. */
  openLink(url: string): Promise<boolean>;
  /** Goes to a place of an app; false when this is not our app. */
  openApp(place: AppPlace): boolean;
  openEvent(itemId: string): Promise<boolean>;
  /** Shows what the form for a new meeting would hold. */
  composeMeeting(draft: Draft): void;
  /** Null: the person chose nobody and closed. */
  pickPeople(question: PeopleQuestion): Promise<PickedPerson[] | null>;
  /** Shows a link to a place of the app, to be given to others. */
  shareLink(link: { subPageId: string; label: string }): void;
  /** Resolves when the dialog has ended: the page or card in it sent a result, or the person closed it. */
  openDialog(question: DialogQuestion): Promise<DialogEnd>;
  /** What a dialog asks about itself, or says to whoever opened it; null outside of a dialog. */
  dialog: { submit(result: unknown): void; resize(size: Size): void; tellOpener(message: unknown): void } | null;
  /** Says something to the dialog that this app has opened. */
  tellDialog(message: unknown): void;
  /** Opens a window for signing in elsewhere; resolves when it has ended. */
  signIn(question: SignInQuestion): Promise<SignInEnd>;
  /** What the window for signing in says; null outside of it. */
  signedIn: ((end: SignInEnd) => void) | null;
  /** The app did not handle our back button. */
  goBack(): void;
  /** The app wants to be told of this. */
  register(event: string): void;
  /** The app has put away what it had in hand, and may be left. */
  readyToUnload(): void;
  /** How the app's start goes. */
  started(news: { kind: 'loaded' | 'ready' } | { kind: 'failed'; reason: string; message: string }): void;
};
