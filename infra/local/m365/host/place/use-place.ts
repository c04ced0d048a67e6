/** The browser's address as a place, and ways to another one. Every going counts as a visit, also to where one is already. */
import { useSyncExternalStore } from 'react';
import { addressOf, placeOf, type Place } from './place.ts';

export type Visit = { place: Place; number: number };

let now: Visit = { place: placeOf(window.location.href), number: 0 };
const listeners = new Set<() => void>();
const visit = (): void => {
  const arrive = (): void => {
    now = { place: placeOf(window.location.href), number: now.number + 1 };
    listeners.forEach((tell) => tell());
  };
  // Mostly there is nobody to wait for, and then the new place is there at once.
  if (open.size === 0) arrive();
  else void askToLeave().then(arrive);
};

/** What is open and must be asked before it is left: an app that has something in hand. */
const open = new Set<() => Promise<void>>();

/** @returns how to be asked no more */
export function beforeLeaving(ask: () => Promise<void>): () => void {
  open.add(ask);
  return () => void open.delete(ask);
}

/** Resolves when everything that is open may be closed. */
export const askToLeave = async (): Promise<void> => void (await Promise.all([...open].map((ask) => ask())));
window.addEventListener('popstate', () => {
  // A step inside this page (its anchors) is no other place.
  if (addressOf(placeOf(window.location.href)) !== addressOf(now.place)) visit();
});

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

export const useVisit = (): Visit => useSyncExternalStore(subscribe, () => now);
export const usePlace = (): Place => useVisit().place;

/** Goes to a place; what is left out is empty, but person and host stay. */
export function go(to: Partial<Place>): void {
  window.history.pushState(null, '', addressFrom(to));
  visit();
}

/** Corrects the address without a step in the history. */
export function correct(to: Partial<Place>): void {
  window.history.replaceState(null, '', addressFrom(to));
  visit();
}

export const addressFrom = (to: Partial<Place>): string => addressOf({ ...now.place, id: null, at: null, ...to });
