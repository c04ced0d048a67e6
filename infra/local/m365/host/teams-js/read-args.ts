/** Reads what apps send with their calls. An app may send anything: what does not fit is as if it were not there. Pure. */
import type { AppPlace, DialogQuestion, Draft, HostSide, PeopleQuestion, SignInQuestion, Size } from './host-side.ts';

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []);
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as { [key: string]: unknown })[name] : undefined;

export const readAppPlace = (place: unknown): AppPlace => ({
  teamsAppId: text(field(place, 'appId')) || null,
  pageId: text(field(place, 'pageId')) || null,
  subPageId: text(field(place, 'subPageId')) || null,
});
export const inThisApp = (place: unknown, side: HostSide): AppPlace => ({ ...readAppPlace(place), teamsAppId: side.facts.teamsAppId });

export const readDraft = (draft: unknown): Draft => ({
  attendees: texts(field(draft, 'attendees')),
  subject: text(field(draft, 'subject')),
  content: text(field(draft, 'content')),
  startTime: text(field(draft, 'startTime')),
  endTime: text(field(draft, 'endTime')),
});

export const readPeopleQuestion = (question: unknown): PeopleQuestion => ({
  title: text(field(question, 'title')),
  single: field(question, 'singleSelect') === true,
  selected: texts(field(question, 'setSelected')),
});

const length = (value: unknown): number | string => (typeof value === 'number' && value > 0 ? value : text(value) || 'small');
export const readSize = (value: unknown): Size => ({ width: length(field(value, 'width')), height: length(field(value, 'height')) });

/** Null when there is neither a page nor a card to show. */
export function readDialog(value: unknown): DialogQuestion | null {
  const rest = { title: text(field(value, 'title')), size: readSize(value) };
  const [url, card] = [text(field(value, 'url')), field(value, 'card')];
  if (card !== undefined && card !== null) return { kind: 'card', card, ...rest };
  return url === '' ? null : { kind: 'url', url, ...rest };
}

const pixels = (value: unknown, usual: number): number => (typeof value === 'number' && value > 0 ? value : usual);
export const readSignIn = ([url, width, height]: unknown[]): SignInQuestion => ({
  url: text(url),
  width: pixels(width, 600),
  height: pixels(height, 535),
});
