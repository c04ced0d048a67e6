/** What is typed and not stored, anywhere in the tab: closing the window warns, and leaving a page with such text is said in a quiet line. */
import { useSyncExternalStore } from 'react';

const unsaved = new Set<string>();
/** Unsaved texts whose page was left. */
const left = new Set<string>();
const followers = new Set<() => void>();

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** Notes whether the text with this key is stored. The browser asks before the window is closed while any is not. */
export function markUnsaved(key: string, isUnsaved: boolean): void {
  if (isUnsaved) unsaved.add(key);
  else unsaved.delete(key);
  if (!isUnsaved) markLeft(key, false);
  // Only while needed: a page with this listener is not kept in the browser's back and forward cache.
  if (unsaved.size > 0) window.addEventListener('beforeunload', warn);
  else window.removeEventListener('beforeunload', warn);
}

/** Notes that the page of a text was left (or is shown again). */
export function markLeft(key: string, isLeft: boolean): void {
  if (isLeft && unsaved.has(key)) left.add(key);
  else left.delete(key);
  followers.forEach((changed) => changed());
}

/** Whether anything that was typed in this window is not stored. */
export const hasUnsaved = (): boolean => unsaved.size > 0;

/** What is not stored may go, by the person's own word: the browser asks no more. */
export function giveUpUnsaved(): void {
  window.removeEventListener('beforeunload', warn);
}

function follow(changed: () => void): () => void {
  followers.add(changed);
  return () => followers.delete(changed);
}

/** Whether a page was left with text that is not stored. */
export const useLeftUnsaved = (): boolean => useSyncExternalStore(follow, () => left.size > 0);
