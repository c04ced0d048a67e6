/**
 * The shared notes of a talk over the live socket: one Yjs document that both type into. What could not be stored yet outlives the page that
 * shows it. Draws nothing; who may write is the server's answer.
 */
import { HocuspocusProvider, WebSocketStatus } from '@hocuspocus/provider';
import { useCallback, useSyncExternalStore } from 'react';
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

const keyOf = (talkId: string): string => `notes/${talkId}`;
const address = (): string => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}${livePath}`;

/** What the socket tells about one document. */
type Heard = {
  connected(isConnected: boolean): void;
  allowed(mayWrite: boolean): void;
  loaded(): void;
  stored(snapshot: Y.Snapshot): void;
};

/** Opens the socket. Answers how to close it. */
function connectTo(talkId: string, document: Y.Doc, token: () => Promise<string>, heard: Heard): () => void {
  const provider = new HocuspocusProvider({
    url: address(),
    name: liveDocumentName(talkId),
    document,
    token,
    onAuthenticated: ({ scope }) => heard.allowed(scope === 'read-write'),
    onAuthenticationFailed: () => heard.connected(false),
    onSynced: () => heard.loaded(),
    onStatus: ({ status }) => status !== WebSocketStatus.Connected && heard.connected(false),
    onStateless({ payload }) {
      const bytes = readStored(payload);
      if (bytes) heard.stored(Y.decodeSnapshot(bytes));
    },
  });
  // The socket itself notices a lost network only after half a minute.
  const goOffline = (): void => provider.disconnect();
  const goOnline = (): void => void provider.connect();
  window.addEventListener('offline', goOffline);
  window.addEventListener('online', goOnline);
  return () => {
    window.removeEventListener('offline', goOffline);
    window.removeEventListener('online', goOnline);
    provider.destroy();
  };
}

function savingOf({ loaded }: NotesLook, connected: boolean, saved: boolean): Saving {
  if (!loaded) return 'nothing-yet';
  if (!connected) return 'not-connected';
  return saved ? 'saved' : 'saving';
}

function openNotes(talkId: string, token: () => Promise<string>): Open {
  const key = keyOf(talkId);
  const document = new Y.Doc();
  const followers = new Set<() => void>();
  let stored: Y.Snapshot | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saved = true;
  let connected = false;
  let look: NotesLook = { state: 'nothing-yet', loaded: false, mayWrite: null };

  const tell = (change: Partial<NotesLook> = {}): void => {
    look = { ...look, ...change };
    look = { ...look, state: savingOf(look, connected, saved) };
    markUnsaved(key, !saved);
    followers.forEach((changed) => changed());
  };
  const compare = (): void => {
    clearTimeout(timer);
    saved = stored !== null && isStored(Y.snapshot(document), stored);
    tell();
    if (saved && notes.users === 0) notes.end();
  };
  const hear = (isConnected: boolean, change: Partial<NotesLook> = {}): void => {
    connected = isConnected;
    tell(change);
  };
  const disconnect = connectTo(talkId, document, token, {
    connected: hear,
    allowed: (mayWrite) => hear(true, { mayWrite }),
    loaded() {
      look = { ...look, loaded: true };
      compare();
    },
    stored(snapshot) {
      stored = snapshot;
      compare();
    },
  });
  document.on('update', () => {
    saved = false;
    clearTimeout(timer);
    timer = setTimeout(compare, restMs);
    tell();
  });

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
      open.delete(key);
      markUnsaved(key, false);
      disconnect();
      document.destroy();
    },
  };
  open.set(key, notes);
  return notes;
}

/** The notes of this talk, opened while the component is shown; null in the very first moment. */
export function useNotes(talkId: string, token: () => Promise<string>): Notes | null {
  const use = useCallback(
    (changed: () => void) => {
      const found = open.get(keyOf(talkId)) ?? openNotes(talkId, token);
      found.users += 1;
      markLeft(keyOf(talkId), false);
      changed();
      return () => {
        found.users -= 1;
        // In the next step, so that a page that only moves the notes to another place does not close them.
        setTimeout(() => found.users === 0 && found.leave());
      };
    },
    [talkId, token],
  );
  return useSyncExternalStore(use, () => open.get(keyOf(talkId)) ?? null);
}

const nothing: NotesLook = { state: 'nothing-yet', loaded: false, mayWrite: null };

export function useNotesLook(notes: Notes | null): NotesLook {
  return useSyncExternalStore(
    (changed) => notes?.follow(changed) ?? (() => undefined),
    () => notes?.look() ?? nothing,
  );
}
