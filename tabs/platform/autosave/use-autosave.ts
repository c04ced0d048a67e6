/** A text box that saves itself, as a hook. What is not stored lives on when its page is left, and is sent when it can be. */
import { useCallback, useEffect, useSyncExternalStore } from 'react';
import { createSaver, type Saver, type SaverLook, type Stored } from './saver.ts';
import { markLeft, markUnsaved } from './unsaved.ts';

/** By key, for as long as the tab is open: a text that could not be stored must survive its page. In memory only, never in the browser's storage. */
const savers = new Map<string, Saver>();

window.addEventListener('online', () => {
  for (const saver of savers.values()) void saver.flush();
});

export type AutosaveOptions = {
  /** What this text is, unique in the tab: `answer/TALK/QUESTION`. */
  key: string;
  stored: Stored;
  /** Must not depend on anything but the key. */
  save: (text: string, version: number) => Promise<Stored>;
  /** Most characters (UTF-16 code units) the server takes. */
  limit: number;
};

export type Autosave = SaverLook & Pick<Saver, 'type' | 'flush' | 'keepMine' | 'keepBoth' | 'takeOther'>;

function saverOf({ key, stored, save, limit }: AutosaveOptions): Saver {
  const known = savers.get(key);
  if (known) return known;
  const saver = createSaver({ stored, save, limit, onUnsaved: (unsaved) => markUnsaved(key, unsaved) });
  savers.set(key, saver);
  return saver;
}

export function useAutosave(options: AutosaveOptions): Autosave {
  const { key } = options;
  const { text, version } = options.stored;
  const saver = saverOf(options);
  const look = useSyncExternalStore(
    useCallback((changed: () => void) => saver.follow(changed), [saver]),
    () => saver.look(),
  );
  useEffect(() => saver.receive({ text, version }), [saver, text, version]);
  useEffect(() => {
    markLeft(key, false);
    return () => void saver.flush().then((stored) => !stored && markLeft(key, true));
  }, [key, saver]);
  return { ...look, type: saver.type, flush: saver.flush, keepMine: saver.keepMine, keepBoth: saver.keepBoth, takeOther: saver.takeOther };
}

/** Sends everything whose key begins so, now. Resolves with whether all of it is stored. */
export async function flushAll(prefix: string): Promise<boolean> {
  const meant = [...savers].filter(([key]) => key.startsWith(prefix)).map(([, saver]) => saver);
  const stored = await Promise.all(meant.map((saver) => saver.flush()));
  return stored.every(Boolean);
}
