/** Whether somebody prepares one question at a time or with all on a page: remembered for the browser's session, per person. A habit, no content. */
import { useState } from 'react';

export type Way = 'one' | 'all';

const keyOf = (personId: string): string => `samtal-prepare-${personId}`;

/** A host may forbid its frames to keep anything, and a browser its pages: then the choice lasts as long as the page. */
function remembered(key: string, way?: Way): string | null {
  try {
    if (way) window.sessionStorage.setItem(key, way);
    return window.sessionStorage.getItem(key);
  } catch {
    return null;
  }
}

export function useWay(personId: string): [Way, (way: Way) => void] {
  const [way, setWay] = useState<Way>(() => (remembered(keyOf(personId)) === 'all' ? 'all' : 'one'));
  const choose = (next: Way): void => {
    remembered(keyOf(personId), next);
    setWay(next);
  };
  return [way, choose];
}
