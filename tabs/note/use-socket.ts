/** The live socket of one talk's shared notes: connects, signs in, sends again after a break, and tells what it hears. Decides nothing about it. */
import { WebSocketStatus, type HocuspocusProvider } from '@hocuspocus/provider';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { liveDocumentName, livePath } from '#api/note/contract.ts';
import { NotesProvider } from './use-provider.ts';
import { readStored } from './use-stored.ts';

/** What the socket tells about one document. */
export type Heard = {
  connected(isConnected: boolean): void;
  allowed(mayWrite: boolean): void;
  /** The server does not let this person in, or no longer. */
  denied(): void;
  /** The server does not take what was typed: the notes would be too large. */
  full(): void;
  loaded(): void;
  stored(snapshot: Y.Snapshot): void;
};
export type Socket = {
  awareness: Awareness;
  connect(): void;
  /** All that is in the document is stored. */ allStored(): void;
  end(): void;
};

/** Close codes of a document, and of a single message, that is too large (api/platform/live). */
const tooLarge = [4413, 1009];
/** Longest wait between two attempts: who comes back to the desk is connected again soon. */
const longestRestMs = 5_000;

const address = (): string => `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}${livePath}`;

export function openSocket(talkId: string, document: Y.Doc, token: () => Promise<string>, heard: Heard): Socket {
  let wanted = true;
  const provider = new NotesProvider({
    url: address(),
    maxDelay: longestRestMs,
    name: liveDocumentName(talkId),
    document,
    token,
    onAuthenticated: ({ scope }) => heard.allowed(scope === 'read-write'),
    // The same is told when no token could be fetched; that passes.
    onAuthenticationFailed: ({ reason }) => (reason === 'permission-denied' ? heard.denied() : heard.connected(false)),
    onSynced: () => heard.loaded(),
    onStatus: ({ status }) => status !== WebSocketStatus.Connected && heard.connected(false),
    // The network went and came while the old connection was still closing: the provider then takes "connect" for done already.
    onDisconnect: () => queueMicrotask(() => wanted && !provider.configuration.websocketProvider.shouldConnect && connect()),
    onClose({ event }) {
      if (!tooLarge.includes(event.code)) return;
      // Sending the same once more would change nothing; the next change here may.
      disconnect();
      heard.full();
    },
    onStateless({ payload }) {
      const bytes = readStored(payload);
      if (bytes) heard.stored(Y.decodeSnapshot(bytes));
    },
  } as ConstructorParameters<typeof HocuspocusProvider>[0]);
  const { awareness } = provider;
  if (!awareness) throw new Error('The socket knows nobody else');
  const connect = (): void => {
    wanted = true;
    void provider.connect();
  };
  const disconnect = (): void => {
    wanted = false;
    provider.disconnect();
  };
  // The socket itself notices a lost network only after half a minute.
  window.addEventListener('offline', disconnect);
  window.addEventListener('online', connect);
  return {
    awareness,
    connect,
    allStored: () => provider.forgetOwn(),
    end() {
      window.removeEventListener('offline', disconnect);
      window.removeEventListener('online', connect);
      wanted = false;
      provider.destroy();
    },
  };
}
