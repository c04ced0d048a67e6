/** Addresses of the host page: who, which view, what in it. Pure; use-place.ts binds it to the browser. */

export type View = 'home' | 'activity' | 'chat' | 'calendar' | 'mail' | 'app' | 'meeting' | 'desk';
export type Place = {
  view: View;
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
  const view = views.find((one) => one === first) ?? 'home';
  return { view, personId: url.searchParams.get('person'), id: decode(id), at: url.searchParams.get('at') };
}

export function addressOf({ view, personId, id, at }: Place): string {
  const query = new URLSearchParams();
  if (personId !== null) query.set('person', personId);
  if (at !== null) query.set('at', at);
  const path = view === 'home' ? '/' : `/${view}${id === null ? '' : `/${encodeURIComponent(id)}`}`;
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}

function decode(part: string): string | null {
  try {
    return part === '' ? null : decodeURIComponent(part);
  } catch {
    return null;
  }
}
