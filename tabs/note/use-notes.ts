/**
 * The shared notes of a talk over the live socket: one Yjs document that both type into. What could not be stored yet outlives the page that
 * shows it. Draws nothing; who may write is the server's answer.
 */
import { useCallback, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { markLeft, markUnsaved } from '#tabs/platform/autosave/unsaved.ts';
import type { Saving } from '#tabs/ui/SavedState.tsx';
import { othersIn, type Present } from './use-present.ts';
import { openSocket } from './use-socket.ts';
import { isByHand, isStored } from './use-stored.ts';

export type NotesLook = {
  state: Saving;
  /** What is stored was loaded at least once: before that an empty page would say that nothing was written. */
  loaded: boolean;
  /** Null until the server has said it. */
  mayWrite: boolean | null;
  /** Why what is typed is not taken: the person may not open the notes (any more), or they are too large. */
  trouble: 'denied' | 'full' | null;
  /** Names of the others who have the notes open. */
  others: string[];
};

export type Notes = { document: Y.Doc; awareness: Awareness; look(): NotesLook; follow(changed: () => void): () => void };
type Open = Notes & { users: number; end(): void; leave(): void };
/** Who opens them, and how their token is fetched. */
export type Opener = { me: Present; token: () => Promise<string> };

const open = new Map<string, Open>();
/** Comparing snapshots walks through the whole document, so it waits for a short pause in the typing. */
const restMs = 120;
/** After something was too large: how long a change rests before it is tried again. */
const retryMs = 2_000;
const nothing: NotesLook = { state: 'nothing-yet', loaded: false, mayWrite: null, trouble: null, others: [] };

const keyOf = (talkId: string): string => `notes/${talkId}`;

function savingOf({ loaded, trouble }: NotesLook, connected: boolean, saved: boolean): Saving {
  if (!loaded) return 'nothing-yet';
  if (trouble) return 'problem';
  if (!connected) return 'not-connected';
  return saved ? 'saved' : 'saving';
}

function openNotes(talkId: string, { me, token }: Opener): Open {
  const key = keyOf(talkId);
  const document = new Y.Doc();
  const followers = new Set<() => void>();
  let stored: Y.Snapshot | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [saved, connected] = [true, false];
  let look = nothing;
  const settle = settling(document, () => look.mayWrite === false);

  const tell = (change: Partial<NotesLook> = {}): void => {
    look = { ...look, ...change };
    saved = settle(saved);
    look = { ...look, state: savingOf(look, connected, saved) };
    markUnsaved(key, !saved);
    followers.forEach((changed) => changed());
  };
  const compare = (change: Partial<NotesLook> = {}): void => {
    clearTimeout(timer);
    saved = stored !== null && isStored(Y.snapshot(document), stored);
    if (saved) socket.allStored();
    tell(change);
    if (saved && notes.users === 0) notes.end();
  };
  const hear = (isConnected: boolean, change: Partial<NotesLook> = {}): void => {
    connected = isConnected;
    tell(change);
  };
  const socket = openSocket(talkId, document, token, {
    connected: hear,
    allowed: (mayWrite) => hear(true, { mayWrite, trouble: null }),
    denied: () => hear(false, { trouble: 'denied' }),
    full: () => hear(false, { trouble: 'full' }),
    loaded: () => compare({ loaded: true }),
    stored(snapshot) {
      stored = snapshot;
      compare();
    },
  });
  followOthers(socket.awareness, me, (others) => tell({ others }));
  document.on('update', () => {
    saved = false;
    clearTimeout(timer);
    timer = look.trouble === 'full' ? setTimeout(socket.connect, retryMs) : setTimeout(compare, restMs);
    tell();
  });

  const notes: Open = {
    document,
    awareness: socket.awareness,
    users: 0,
    look: () => look,
    follow(changed) {
      followers.add(changed);
      return () => followers.delete(changed);
    },
    leave: () => (saved ? notes.end() : markLeft(key, true)),
    end() {
      clearTimeout(timer);
      open.delete(key);
      markUnsaved(key, false);
      socket.end();
      document.destroy();
    },
  };
  open.set(key, notes);
  return notes;
}

/**
 * Whether all is stored that there is to store, given whether all of the document is. Whoever may only read has nothing to store but what they typed before:
 * what Yjs tidies up on such a page is taken by nobody.
 */
function settling(document: Y.Doc, mayOnlyRead: () => boolean): (isAll: boolean) => boolean {
  let typed = false;
  document.on('update', (_update: Uint8Array, origin: unknown, _document: Y.Doc, transaction: Y.Transaction) => {
    typed ||= !mayOnlyRead() && isByHand(origin, transaction);
  });
  return (isAll) => {
    if (isAll) typed = false;
    return isAll || (mayOnlyRead() && !typed);
  };
}

/** Tells the others who is here, and calls back when other people come or leave. */
function followOthers(awareness: Awareness, me: Present, changed: (others: string[]) => void): void {
  let known = '';
  awareness.setLocalStateField('user', me);
  awareness.on('change', () => {
    const others = othersIn(awareness, me.id);
    if (others.join() !== known) changed(others);
    known = others.join();
  });
}

/** The notes of this talk, opened while the component is shown; null in the very first moment. */
export function useNotes(talkId: string, { me, token }: Opener): Notes | null {
  const { id, name } = me;
  const use = useCallback(
    (changed: () => void) => {
      const found = open.get(keyOf(talkId)) ?? openNotes(talkId, { me: { id, name }, token });
      found.users += 1;
      markLeft(keyOf(talkId), false);
      changed();
      return () => {
        found.users -= 1;
        // In the next step, so that a page that only moves the notes to another place does not close them.
        setTimeout(() => found.users === 0 && found.leave());
      };
    },
    [talkId, token, id, name],
  );
  return useSyncExternalStore(use, () => open.get(keyOf(talkId)) ?? null);
}

export function useNotesLook(notes: Notes | null): NotesLook {
  return useSyncExternalStore(
    (changed) => notes?.follow(changed) ?? (() => undefined),
    () => notes?.look() ?? nothing,
  );
}
