/** Places in the tab and their addresses: the same words in deep links (subEntityId) and in the browser's path. Pure. */

export type Place =
  | { page: 'my-talk' }
  | { page: 'team' }
  | { page: 'hr' }
  | { page: 'new-cycle' }
  | { page: 'cycle'; cycleId: string }
  | { page: 'talk'; talkId: string }
  | { page: 'prepare'; talkId: string }
  | { page: 'sign'; talkId: string }
  | { page: 'meeting' };

export type PageName = Place['page'];

/** Path of a place, with a leading slash. */
export function pathOf(place: Place): string {
  switch (place.page) {
    case 'new-cycle':
      return '/hr/cycles/new';
    case 'cycle':
      return `/hr/cycles/${encodeURIComponent(place.cycleId)}`;
    case 'talk':
      return `/talks/${encodeURIComponent(place.talkId)}`;
    case 'prepare':
      return `/talks/${encodeURIComponent(place.talkId)}/prepare`;
    case 'sign':
      return `/talks/${encodeURIComponent(place.talkId)}/sign`;
    case 'my-talk':
    case 'team':
    case 'hr':
    case 'meeting':
      return `/${place.page}`;
  }
}

/**
 * The place a path or a deep link's subEntityId means.
 * @returns null for a path that means nothing; the start page ('' or '/') is My talk
 */
export function placeOf(path: string): Place | null {
  const parts = path.split('/').filter(Boolean).map(decode);
  const [first = '', second = '', third = '', ...more] = parts;
  if (more.length > 0) return null;
  if (parts.length === 0) return { page: 'my-talk' };
  if (parts.length === 1 && (first === 'my-talk' || first === 'team' || first === 'hr' || first === 'meeting')) return { page: first };
  if (first === 'hr' && second === 'cycles' && third !== '') return third === 'new' ? { page: 'new-cycle' } : { page: 'cycle', cycleId: third };
  if (first !== 'talks' || second === '') return null;
  if (parts.length === 2) return { page: 'talk', talkId: second };
  return third === 'prepare' || third === 'sign' ? { page: third, talkId: second } : null;
}

/** Ids from outside may hold anything; what cannot be decoded stays as it is and will not be found. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
