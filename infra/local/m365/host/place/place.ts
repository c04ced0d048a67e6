/** Addresses of the host page: who, in which host, which view, what in it. Pure; use-place.ts binds it to the browser. */
import { hosts, type Host } from '../teams-js/abilities.ts';

export type View = 'home' | 'activity' | 'chat' | 'calendar' | 'mail' | 'app' | 'meeting' | 'desk';
export type Place = {
  view: View;
  /** Teams, unless the address names another. */
  host: Host;
  /** Who one is. Null: not chosen yet. */
  personId: string | null;
  /** Chat, event, mail or (in the meeting window) the meeting's chat. */
  id: string | null;
  /** Where in the app: a deep link's subEntityId; in a meeting chat the open tab. */
  at: string | null;
};

const views: View[] = ['activity', 'chat', 'calendar', 'mail', 'app', 'meeting', 'desk'];

/** Unknown addresses lead home. */
export function placeOf(address: string): Place {
  const url = new URL(address, 'http://host');
  const [, first = '', id = ''] = url.pathname.split('/');
  const query = url.searchParams;
  const view = views.find((one) => one === first) ?? 'home';
  const host = hosts.find((one) => one === query.get('host')) ?? 'teams';
  return { view, host, personId: query.get('person'), id: decode(id), at: query.get('at') };
}

export function addressOf({ view, host, personId, id, at }: Place): string {
  const query = new URLSearchParams();
  if (host !== 'teams') query.set('host', host);
  if (personId !== null) query.set('person', personId);
  if (at !== null) query.set('at', at);
  const path = view === 'home' ? '/' : `/${view}${id === null ? '' : `/${encodeURIComponent(id)}`}`;
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

/** What each host has: mail and calendar are Outlook's, chats and activities are in Teams, and everybody has the app. */
const viewsOf: Record<Host, View[]> = {
  teams: ['activity', 'chat', 'calendar', 'mail', 'app'],
  outlook: ['mail', 'calendar', 'app'],
  office: ['app'],
};
export const hasView = (host: Host, view: View): boolean => view === 'home' || viewsOf[host].includes(view);

function decode(part: string): string | null {
  try {
    return part === '' ? null : decodeURIComponent(part);
  } catch {
    return null;
  }
}
