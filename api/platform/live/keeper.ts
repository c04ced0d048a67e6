/**
 * Keeps one open document durable: every update is queued with its writer, merged while a write is under way, and announced as stored only when the store has
 * acknowledged it. While the store fails the queue is kept and nothing is announced. Knows no socket.
 */
import * as Y from 'yjs';
import type { Clock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import { storedDocument, takeStored } from './stored-document.ts';

/** An update and the person whose connection it came by. */
export type Written = { by: string; update: Uint8Array };

export type Keeping = {
  name: string;
  append(written: Written[]): Promise<'stored' | 'closed'>;
  /** The store takes nothing any more; what was not announced as stored is dropped. */
  onClosed(): void;
  /** Told after each durable write what is stored now. */
  announce(message: string): void;
  log: Log;
  clock: Clock;
  /** Rest in milliseconds before the attempt after n failures. */
  restMs(failures: number): number;
};

export type Keeper = {
  push(written: Written): void;
  /** Stateless message: base64 Yjs snapshot (state vector and delete set) of what is durably stored, and of nothing more. */
  storedMessage(): string;
  /** Resolves when nothing waits to be written. */
  drained(): Promise<void>;
  /** Gives up what cannot be written; clients keep what was never announced as stored and send it again. */
  abandon(): void;
};

/** Starts from what the store holds. */
export function createKeeper(keeping: Keeping, held: Uint8Array[]): Keeper {
  const stored = storedDocument(held);
  let queue: Written[] = [];
  let writing: Promise<void> | null = null;
  let abandoned = false;
  const pause = createPause();
  const storedMessage = (): string =>
    JSON.stringify({ kind: 'stored', snapshot: Buffer.from(Y.encodeSnapshot(Y.snapshot(stored))).toString('base64') });

  const write = async (): Promise<void> => {
    const since = keeping.clock.now().getTime();
    for (let failures = 0; queue.length > 0 && !abandoned;) {
      const [written, others] = mergeByWriter(queue, keeping);
      queue = others;
      const answer = await keeping.append(written).catch((error: unknown) => {
        // An update may be appended twice when the answer was lost: applying it again changes nothing.
        queue.unshift(...written);
        failures += 1;
        const waitedMs = keeping.clock.now().getTime() - since;
        keeping.log.error({ document: keeping.name, failures, waitedMs, err: error }, 'a document could not be stored and waits');
        return null;
      });
      if (answer === null) {
        if (!abandoned) await pause.rest(keeping.restMs(failures));
        continue;
      }
      failures = 0;
      if (answer === 'closed') {
        abandoned = true;
        queue = [];
        keeping.onClosed();
        break;
      }
      try {
        takeStored(
          stored,
          written.map(({ update }) => update),
        );
        keeping.announce(storedMessage());
      } catch (error) {
        // It is stored; clients are told with the next write.
        keeping.log.error({ document: keeping.name, err: error }, 'what was stored could not be announced');
      }
    }
    // In the same step as the look at the queue, so that no update falls between.
    writing = null;
  };

  return {
    storedMessage,
    push(written) {
      if (abandoned) return;
      queue.push(written);
      writing ??= Promise.resolve().then(write);
    },
    async drained() {
      while (writing) await writing;
    },
    abandon() {
      if (queue.length > 0)
        keeping.log.error({ document: keeping.name }, 'stopped before the store took everything; clients send it again');
      abandoned = true;
      pause.end();
    },
  };
}

/** A rest that can be ended before its time. */
function createPause(): { rest(ms: number): Promise<void>; end(): void } {
  let end = (): void => undefined;
  return {
    rest: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        end = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => end(),
  };
}

/** Most bytes of one write; a store takes documents of a limited size. */
const writeLimitBytes = 4_000_000;

/**
 * What waits, as one update per writer, and what is left for the next write; one by one if a strange update cannot be merged. An update may
 * depend on another writer's in the same write: a document takes them in any order.
 */
function mergeByWriter(queue: Written[], { name, log }: Keeping): [Written[], Written[]] {
  let bytes = 0;
  const fits = queue.findIndex(({ update }) => (bytes += update.length) > writeLimitBytes);
  const count = fits === -1 ? queue.length : Math.max(1, fits);
  const ofWriters = new Map<string, Uint8Array[]>();
  for (const { by, update } of queue.slice(0, count)) {
    const before = ofWriters.get(by);
    if (before) before.push(update);
    else ofWriters.set(by, [update]);
  }
  try {
    return [[...ofWriters].map(([by, updates]) => ({ by, update: Y.mergeUpdates(updates) })), queue.slice(count)];
  } catch (error) {
    log.error({ document: name, err: error }, 'updates could not be merged and are stored one by one');
    return [queue.slice(0, 1), queue.slice(1)];
  }
}
