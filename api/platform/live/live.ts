/**
 * The live socket: Yjs documents that several people type into at the same time, by hocuspocus on the server's own port. Who may open what,
 * and where it is stored, is answered by `LiveDocuments`: nothing here knows a feature.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { WebSocket } from 'ws';
import type { Clock } from '../clock/clock.ts';
import type { VerifyToken } from '../identity/verify-token.ts';
import type { Log } from '../log/log.ts';
import { backOffMs } from '../worker/worker.ts';
import { openDocuments, type Admission, type Admit, type LiveDocuments } from './documents.ts';
import { ClientSocket, closing, type Closing } from './socket.ts';
import { takeUpgrades } from './upgrade.ts';

/** The live socket's interface for verbs. */
export type Live = {
  /** Makes everybody who has the document open, or waits for it, sign in again, so that a change of rights acts at once. */
  refresh(documentName: string): void;
  /** Closes all sockets and writes what is queued. */
  stop(): Promise<void>;
};

/** Waiting times in milliseconds; tests shorten them. */
export type Pace = { recheckMs: number; admissionMs: number; drainMs: number; restMs(failures: number): number };
const defaultPace: Pace = { recheckMs: 10_000, admissionMs: 30_000, drainMs: 10_000, restMs: backOffMs };

export type LiveParts = {
  server: Server;
  path: string;
  verify: VerifyToken;
  documents: LiveDocuments;
  log: Log;
  clock: Clock;
  /** Origins of pages that may connect, besides the server's own. */
  origins?: string[];
  pace?: Partial<Pace>;
};

/** Mounts the live socket on a server; it serves from the moment the server listens. */
export function mountLive({ server, path, verify, documents, log, clock, origins = [], pace }: LiveParts): Live {
  const { recheckMs, admissionMs, drainMs, restMs } = { ...defaultPace, ...pace };
  const sockets = new Set<ClientSocket>();
  const closeAll = (how: Closing, of?: string): void => {
    [...sockets].filter(({ document }) => of === undefined || document === of).forEach((socket) => socket.end(how));
  };
  const admit = async (token: string, name: string): Promise<Admission | null> => {
    const person = await verify(token);
    const admitted = person && (await documents.admit(person, name));
    return admitted ? { person, readOnly: admitted.readOnly } : null;
  };
  const { hocuspocus, keepers } = openDocuments({ admit, documents, log, clock, restMs, closeAll });
  const accept = (ws: WebSocket, request: IncomingMessage): void => {
    const socket = new ClientSocket(ws, admissionMs);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    hocuspocus.handleConnection(socket as unknown as WebSocket, request, { socket });
  };
  const stopUpgrades = takeUpgrades({ server, path, origins, accept });
  const stopRechecks = recheckEvery(recheckMs, sockets, admit, log);
  return {
    refresh: (documentName) => closeAll(closing.signInAgain, documentName),
    async stop() {
      stopRechecks();
      stopUpgrades();
      closeAll(closing.goingAway);
      const open = [...keepers.values()];
      await within(
        drainMs,
        open.map((keeper) => keeper.drained()),
      );
      open.forEach((keeper) => keeper.abandon());
    },
  };
}

/** Waits for all, but not longer than `ms`. */
async function within(ms: number, all: Promise<void>[]): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.all(all), deadline]);
  clearTimeout(timer);
}

/**
 * Admits every open socket again, so that a removed manager loses access within a minute although the token lives for hours. An expired token
 * ends here too: the client signs in again with a fresh one.
 */
function recheckEvery(ms: number, sockets: Set<ClientSocket>, admit: Admit, log: Log): () => void {
  let running = false;
  const recheck = async (socket: ClientSocket): Promise<void> => {
    const { admitted, document } = socket;
    if (!admitted || document === null) return;
    try {
      const again = await admit(admitted.person.token, document);
      admitted.failures = 0;
      if (again?.readOnly !== admitted.readOnly) socket.end(closing.signInAgain);
    } catch (error) {
      // A short pause of the store is forgiven; a right that cannot be confirmed three times is a lost right.
      admitted.failures += 1;
      log.warn({ document, err: error }, 'an open document could not be checked again');
      if (admitted.failures > 2) socket.end(closing.tryLater);
    }
  };
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    void Promise.all([...sockets].map(recheck)).finally(() => {
      running = false;
    });
  }, ms);
  return () => clearInterval(timer);
}
