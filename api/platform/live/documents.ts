/** Open documents on hocuspocus: who is admitted to which, what they start from, and that none is let go before it is stored. */
import { Hocuspocus, type Document } from '@hocuspocus/server';
import type { Clock } from '../clock/clock.ts';
import type { Person } from '../identity/actor.ts';
import type { Log } from '../log/log.ts';
import { readFrame } from './frame.ts';
import { createKeeper, type Keeper, type Written } from './keeper.ts';
import { closing, type ClientSocket, type Closing } from './socket.ts';
import { takeStored } from './stored-document.ts';
import { createTrial, takeBeside, type BringBack } from './trial.ts';

/** What the socket asks of a feature. All may throw: the client is then told to try again later, and an update is kept and tried again. */
export type LiveDocuments = {
  /** How the person may open the document; null: not at all, or there is none. */
  admit(person: Person, name: string): Promise<{ readOnly: boolean } | null>;
  /** All stored updates of the document, in the order they were appended; only such that a document can be made of (`goodUpdates`). */
  load(name: string): Promise<Uint8Array[]>;
  /** All of them durable (majority, journaled) when it answers `stored`. `closed`: the document takes nothing any more, these included. */
  append(name: string, written: Written[]): Promise<'stored' | 'closed'>;
  /** Puts back what nobody took away and what is gone all the same; in a copy that the document then takes it from. */
  bringBack?: BringBack;
};

export type Admission = { person: Person; readOnly: boolean };
/** Token and document name to who it is and how they may open it; null: not at all. */
export type Admit = (token: string, name: string) => Promise<Admission | null>;

type Parts = {
  admit: Admit;
  documents: LiveDocuments;
  log: Log;
  clock: Clock;
  restMs(failures: number): number;
  closeAll(how: Closing, documentName: string): void;
};
type Context = { socket: ClientSocket };

/** Largest document as Yjs encodes it: notes of the longest length fit several times over, and a whole one is loaded and stored at once. */
const documentLimitBytes = 6_000_000;

/** Hocuspocus gives the connection as the origin of what came by it. */
const writerOf = (origin: unknown): string | undefined =>
  (origin as { context?: Context } | null)?.context?.socket.admitted?.person.personId;

/** Tells each update with whose it is. What comes from nobody is Yjs tidying up after the update before: the same person's doing. */
function followWriting(document: Document, tell: (written: Written) => void): void {
  let by = '';
  document.on('update', (update: Uint8Array, origin: unknown) => {
    by = writerOf(origin) ?? by;
    tell({ by, update });
  });
}

/** Words that cannot be put back are no reason to refuse what was typed: the history has them. */
function orNone(log: Log, document: string, bringBack: LiveDocuments['bringBack']): BringBack {
  return (copy, left) => {
    try {
      bringBack?.(copy, left);
    } catch (error) {
      log.error({ document, texts: left.length, err: error }, 'words that went with their line could not be put back');
    }
  };
}

/** What a hook throws to refuse: without a message, hocuspocus tells the client and prints nothing. */
const refusal = (): Error => Object.assign(new Error(''), { reason: 'permission-denied' });

/** A fault is no refusal: clients are told to come again, so that nobody takes a pause of the store for a lost right. */
async function orLater<T>(log: Log, documentName: string, asked: Promise<T>, end: () => void): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    log.warn({ document: documentName, err: error }, 'a document could not be opened');
    end();
    throw refusal();
  }
}

/** Makes the hocuspocus whose connections carry their `ClientSocket` as context, and the keepers of its open documents. */
export function openDocuments({ admit, documents, log, clock, restMs, closeAll }: Parts): {
  hocuspocus: Hocuspocus;
  keepers: Map<Document, Keeper>;
} {
  const keepers = new Map<Document, Keeper>();
  /** They hold what was never stored and never will be: nobody is shown it, and they are let go. */
  const refusing = new WeakSet<Document>();
  const trials = new WeakMap<Document, ReturnType<typeof takeBeside>>();

  const keep = (document: Document, held: Uint8Array[]): void => {
    const { name } = document;
    takeStored(document, held);
    const append = (written: Written[]): Promise<'stored' | 'closed'> => documents.append(name, written);
    const announce = (message: string): void => document.broadcastStateless(message);
    const onClosed = (): void => {
      log.warn({ document: name }, 'what was typed after a document was closed is not taken');
      refusing.add(document);
      closeAll(closing.signInAgain, name);
    };
    const keeper = createKeeper({ name, append, announce, onClosed, log, clock, restMs }, held);
    keepers.set(document, keeper);
    trials.set(document, takeBeside(document, createTrial(document, documentLimitBytes, orNone(log, name, documents.bringBack))));
    followWriting(document, keeper.push);
  };

  const hocuspocus = new Hocuspocus({
    quiet: true,
    debounce: 0,
    async onAuthenticate({ token, documentName, connectionConfig, context }) {
      const { socket } = context as Context;
      const admitted = await orLater(log, documentName, admit(token, documentName), () => socket.end(closing.tryLater));
      if (!admitted) {
        log.info({ document: documentName }, 'not admitted to a document');
        throw refusal();
      }
      connectionConfig.readOnly = admitted.readOnly;
      socket.admit({ ...admitted, failures: 0 });
    },
    async onLoadDocument({ document, documentName }) {
      const held = await orLater(log, documentName, documents.load(documentName), () => closeAll(closing.tryLater, documentName));
      keep(document, held);
    },
    async beforeHandleMessage({ document, documentName, connection, update: bytes, context }) {
      const update = connection.readOnly ? undefined : readFrame(bytes)?.update;
      const verdict = update ? trials.get(document)?.(update, connection) : 'good';
      if (verdict === 'good') return;
      log.warn({ document: documentName, verdict }, 'an update that the document cannot take was refused');
      (context as Context).socket.end(verdict === 'full' ? closing.full : closing.malformed);
      if (verdict === 'spoilt') closeAll(closing.tryLater, documentName);
      throw refusal();
    },
    async connected({ connection, context }) {
      const keeper = keepers.get(connection.document);
      // The document is being let go while this client signs in: nobody may type into what nobody stores.
      if (!keeper || connection.document.isDestroyed || refusing.has(connection.document))
        return (context as Context).socket.end(closing.tryLater);
      connection.sendStateless(keeper.storedMessage());
    },
    async onDisconnect({ context }) {
      (context as Context).socket.end(closing.signInAgain);
    },
    async beforeUnloadDocument({ document }) {
      await keepers.get(document)?.drained();
    },
    async afterUnloadDocument() {
      [...keepers.keys()].filter(({ isDestroyed }) => isDestroyed).forEach((document) => keepers.delete(document));
    },
  });
  return { hocuspocus, keepers };
}
