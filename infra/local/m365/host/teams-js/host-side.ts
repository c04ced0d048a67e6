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
  /** The app did not handle our back button. */
  goBack(): void;
  /** The app wants to be told of this. */
  register(event: string): void;
  /** How the app's start goes. */
  started(news: { kind: 'loaded' | 'ready' } | { kind: 'failed'; reason: string; message: string }): void;
};
