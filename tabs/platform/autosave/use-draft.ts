/**
 * A text that is written here and sent as a whole. Until then it is kept in memory for as long as the tab is open, also when its page is left, and
 * closing the window asks first. Never in the browser's storage.
 */
import { useCallback, useState } from 'react';
import { markUnsaved } from './unsaved.ts';

const drafts = new Map<string, string>();

/** Keys of all texts that are written and not sent. */
export const listDrafts = (): string[] => [...drafts.keys()];

/**
 * @param key what this text is, unique in the tab: `comment/TALK`
 * @returns `onStored` with the text that was stored: it is forgotten, unless something else has been written since
 */
export function useDraft(key: string): [text: string, write: (text: string) => void, onStored: (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(key) ?? '');
  const write = useCallback(
    (next: string) => {
      if (next === '') drafts.delete(key);
      else drafts.set(key, next);
      markUnsaved(`draft/${key}`, next.trim() !== '');
      setText(next);
    },
    [key],
  );
  const onStored = (stored: string): void => {
    if ((drafts.get(key) ?? '') === stored) write('');
  };
  return [text, write, onStored];
}
