/** Places in the tab and their addresses: the same words in deep links (subEntityId) and in the browser's path. Pure. */

/** The screens of planning a cycle, in their order. */
export const planSteps = ['which', 'who', 'when', 'look', 'launch'] as const;
export type PlanStep = (typeof planSteps)[number];
/** And, for one that is launched, planning it again. */
const cycleSteps = [...planSteps, 'again'] as const;

export type Place =
  | { page: 'my-talk' }
  | { page: 'my-times' }
  | { page: 'reminders' }
  | { page: 'my-data' }
  | { page: 'access-requests' }
  | { page: 'new-manager' }
  | { page: 'agreements'; whose?: 'team' }
  | { page: 'goals'; whose?: 'team' }
  | { page: 'team' }
  | { page: 'person'; employeeId: string }
  | { page: 'look-back'; employeeId: string }
  | { page: 'hr' }
  | { page: 'new-cycle'; step?: PlanStep }
  | { page: 'cycle'; cycleId: string; step?: (typeof cycleSteps)[number] }
  | { page: 'talk'; talkId: string }
  | { page: 'prepare'; talkId: string }
  | { page: 'sign'; talkId: string }
  | { page: 'paper'; talkId: string }
  | { page: 'meeting' };

export type PageName = Place['page'];

/** Path of a place, with a leading slash. */
export function pathOf(place: Place): string {
  switch (place.page) {
    case 'new-cycle':
      return `/hr/cycles/new${place.step ? `/${place.step}` : ''}`;
    case 'cycle':
      return `/hr/cycles/${encodeURIComponent(place.cycleId)}${place.step ? `/${place.step}` : ''}`;
    case 'agreements':
    case 'goals':
      return place.whose ? `/${place.page}/${place.whose}` : `/${place.page}`;
    case 'person':
      return `/people/${encodeURIComponent(place.employeeId)}`;
    case 'look-back':
      return `/people/${encodeURIComponent(place.employeeId)}/back`;
    case 'talk':
      return `/talks/${encodeURIComponent(place.talkId)}`;
    case 'prepare':
      return `/talks/${encodeURIComponent(place.talkId)}/prepare`;
    case 'sign':
      return `/talks/${encodeURIComponent(place.talkId)}/sign`;
    case 'paper':
      return `/talks/${encodeURIComponent(place.talkId)}/paper`;
    case 'my-talk':
    case 'my-times':
    case 'reminders':
    case 'my-data':
    case 'access-requests':
    case 'new-manager':
    case 'team':
    case 'hr':
    case 'meeting':
      return `/${place.page}`;
  }
}

/** Pages that need no id: their name is their path. */
const lonePages = [
  ...(['my-talk', 'my-times', 'reminders', 'my-data', 'access-requests', 'new-manager', 'agreements', 'goals', 'team', 'hr'] as const),
  'meeting',
] as const;

/**
 * The place a path or a deep link's subEntityId means.
 * @returns null for a path that means nothing; the start page ('' or '/') is My talk
 */
export function placeOf(path: string): Place | null {
  const parts = path.split('/').filter(Boolean).map(decode);
  const [first = '', second = '', third = ''] = parts;
  if (parts.length === 0) return { page: 'my-talk' };
  const alone = parts.length === 1 ? lonePages.find((page) => page === first) : undefined;
  if (alone) return { page: alone };
  if ((first === 'agreements' || first === 'goals') && second === 'team' && parts.length === 2) return { page: first, whose: second };
  if (first === 'hr' && second === 'cycles' && third !== '') return cyclePlace(third, parts.slice(3));
  if (first === 'people' && second !== '' && parts.length === 2) return { page: 'person', employeeId: second };
  if (first === 'people' && second !== '' && third === 'back' && parts.length === 3) return { page: 'look-back', employeeId: second };
  if (first !== 'talks' || second === '' || parts.length > 3) return null;
  if (parts.length === 2) return { page: 'talk', talkId: second };
  return third === 'prepare' || third === 'sign' || third === 'paper' ? { page: third, talkId: second } : null;
}

function cyclePlace(id: string, [word, ...more]: string[]): Place | null {
  const step = cycleSteps.find((known) => known === word);
  if (more.length > 0 || (word !== undefined && step === undefined)) return null;
  if (id !== 'new') return { page: 'cycle', cycleId: id, ...(step ? { step } : {}) };
  return step === 'again' ? null : { page: 'new-cycle', ...(step ? { step } : {}) };
}

/** Ids from outside may hold anything; what cannot be decoded stays as it is and will not be found. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
