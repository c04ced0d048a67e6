/** Where the person is in the tab, and how to go elsewhere. The browser's history is the history: its back button works. */
import { useCallback, useEffect, type MouseEvent, type RefObject } from 'react';
import { useLocation } from 'wouter';
import { pathOf, placeOf, type Place } from './routes.ts';

/** Where we are; null when the address means nothing. */
export function usePlace(): Place | null {
  const [path] = useLocation();
  return placeOf(path);
}

/** Goes to a place. `replace` leaves no trace of the present one; nor does going where one is, or the way back would be as long as it was pressed. */
export function useGo(): (place: Place, options?: { replace?: boolean }) => void {
  const [here, navigate] = useLocation();
  return useCallback(
    (place, options) => {
      const there = pathOf(place);
      const replace = options?.replace === true || there === here;
      navigate(there, { replace, state: replace ? (window.history.state as unknown) : insideMark });
    },
    [here, navigate],
  );
}

/** Marks history entries that were reached from inside the tab; before the first of them lies the host's own history. */
export const insideMark = { inside: true };

/** One step back, when that stays inside the tab. */
export function goBack(): boolean {
  const mark = window.history.state as { inside?: boolean } | null;
  if (mark?.inside !== true) return false;
  window.history.back();
  return true;
}

/** Properties that turn a Fluent Link, or a Button with `as="a"`, into a link to a place. */
export function useLinkTo(): (place: Place) => { href: string; onClick: (event: MouseEvent) => void } {
  const go = useGo();
  return useCallback(
    (place) => ({
      href: pathOf(place),
      onClick(event) {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(place);
      },
    }),
    [go],
  );
}

/** Of the last page that was arrived at: kept outside React, since pages come and go. */
let arrivedAt: string | null = null;

/** Moves focus to a page's heading when the page changes, so that keyboard and screen reader start there. Not on the very first page. */
export function useFocusOnArrival(heading: RefObject<HTMLElement | null>, step = ''): void {
  const [path] = useLocation();
  useEffect(() => {
    const here = `${path} ${step}`;
    if (arrivedAt !== null && arrivedAt !== here) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    arrivedAt = here;
  }, [path, step, heading]);
}
