/**
 * The shared notes of a talk over the live socket: one Yjs document that both type into. What could not be stored yet outlives the page that
 * shows it. Draws nothing; who may write is the server's answer.
 */
import { HocuspocusProvider, WebSocketStatus } from '@hocuspocus/provider';
import { useEffect, useState, useSyncExternalStore } from 'react';
import * as Y from 'yjs';
import { liveDocumentName, livePath } from '#api/note/contract.ts';
import { markLeft, markUnsaved } from '#tabs/platform/autosave/unsaved.ts';
import type { Saving } from '#tabs/ui/SavedState.tsx';
import { isStored, readStored } from './use-stored.ts';

export type NotesLook = {
  state: Saving;
  /** What is stored was loaded at least once: before that an empty page would say that nothing was written. */
  loaded: boolean;
  /** Null until the server has said it. */
  mayWrite: boolean | null;
};

export type Notes = { document: Y.Doc; look(): NotesLook; follow(changed: () => void): () => void };
type Open = Notes & { users: number; end(): void; leave(): void };

const open = new Map<string, Open>();
/** Comparing snapshots walks through the whole document, so it waits for a short pause in the typing. */
const restMs = 120;

const address = (): string => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}${livePath}`;

function openNotes(talkId: string, token: () => Promise<string>): Open {
  const key = `notes/${talkId}`;
  const document = new Y.Doc();
  const followers = new Set<() => void>();
  let stored: Y.Snapshot | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saved = true;
  let connected = false;
  let look: NotesLook = { state: 'nothing-yet', loaded: false, mayWrite: null };

  const tell = (): void => {
    const here = connected && look.loaded;
    const state = !look.loaded && !connected ? 'nothing-yet' : !here ? 'not-connected' : saved ? 'saved' : 'saving';
    look = { ...look, state: look.loaded ? state : 'nothing-yet' };
    markUnsaved(key, !saved);
    followers.forEach((changed) => changed());
  };
  const compare = (): void => {
    clearTimeout(timer);
    saved = stored !== null && isStored(Y.snapshot(document), stored);
    tell();
    if (saved && notes.users === 0) notes.end();
  };
  const connect = (isConnected: boolean): void => {
    connected = isConnected;
    tell();
  };

  const provider = new HocuspocusProvider({
    url: address(),
    name: liveDocumentName(talkId),
    document,
    token,
    onAuthenticated({ scope }) {
      look = { ...look, mayWrite: scope === 'read-write' };
      connect(true);
    },
    onAuthenticationFailed: () => connect(false),
    onSynced() {
      look = { ...look, loaded: true };
      compare();
    },
    onStatus: ({ status }) => status !== WebSocketStatus.Connected && connect(false),
    onStateless({ payload }) {
      const bytes = readStored(payload);
      if (!bytes) return;
      stored = Y.decodeSnapshot(bytes);
      compare();
    },
  });
  document.on('update', () => {
    saved = false;
    clearTimeout(timer);
    timer = setTimeout(compare, restMs);
    tell();
  });
  // The socket itself notices a lost network only after half a minute.
  const goOffline = (): void => provider.disconnect();
  const goOnline = (): void => void provider.connect();
  window.addEventListener('offline', goOffline);
  window.addEventListener('online', goOnline);

  const notes: Open = {
    document,
    users: 0,
    look: () => look,
    follow(changed) {
      followers.add(changed);
      return () => followers.delete(changed);
    },
    leave() {
      if (saved) notes.end();
      else markLeft(key, true);
    },
    end() {
      clearTimeout(timer);
      window.removeEventListener('offline', goOffline);
      window.removeEventListener('online', goOnline);
      open.delete(key);
      markUnsaved(key, false);
      provider.destroy();
      document.destroy();
    },
  };
  open.set(key, notes);
  return notes;
}

/** The notes of this talk, opened while the component is shown; null in the very first moment. */
export function useNotes(talkId: string, token: () => Promise<string>): Notes | null {
  const [notes, setNotes] = useState<Notes | null>(null);
  useEffect(() => {
    const found = open.get(`notes/${talkId}`) ?? openNotes(talkId, token);
    found.users += 1;
    markLeft(`notes/${talkId}`, false);
    setNotes(found);
    return () => {
      found.users -= 1;
      // In the next step, so that a page that only moves the notes to another place does not close them.
      setTimeout(() => found.users === 0 && found.leave());
    };
  }, [talkId, token]);
  return notes;
}

const nothing: NotesLook = { state: 'nothing-yet', loaded: false, mayWrite: null };

export function useNotesLook(notes: Notes | null): NotesLook {
  return useSyncExternalStore(
    (changed) => notes?.follow(changed) ?? (() => undefined),
    () => notes?.look() ?? nothing,
  );
}
