/** Whether somebody prepares one question at a time or with all on a page: remembered for the browser's session, per person. A habit, no content. */
import { useState } from 'react';

export type Way = 'one' | 'all';

const keyOf = (personId: string): string => `samtal-prepare-${personId}`;

/** A host may forbid its frames to keep anything: then the choice lasts as long as the page. */
function session(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

export function useWay(personId: string): [Way, (way: Way) => void] {
  const [way, setWay] = useState<Way>(() => (session()?.getItem(keyOf(personId)) === 'all' ? 'all' : 'one'));
  const choose = (next: Way): void => {
    session()?.setItem(keyOf(personId), next);
    setWay(next);
  };
  return [way, choose];
}
