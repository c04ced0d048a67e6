/**
 * One client's socket as hocuspocus sees it: only well-formed frames for one document come through, closing acts at once on this side, and
 * who has not been admitted in time or sends too much before is closed. Knows neither tokens nor documents.
 */
import { EventEmitter } from 'node:events';
import type { WebSocket } from 'ws';
import type { Person } from '../identity/actor.ts';
import { readFrame } from './frame.ts';

/** Close codes of our own (4000 to 4999 are free for applications); a provider reconnects after any of them. */
export const closing = {
  signInAgain: [4205, 'sign in again'],
  malformed: [1008, 'malformed frame'],
  /** The document would grow beyond its limit; the tab knows the number (api/note/contract.ts). */
  full: [4413, 'document full'],
  tooSlow: [1008, 'too slow'],
  notAdmitted: [4403, 'not admitted'],
  tryLater: [1013, 'try again later'],
  goingAway: [1001, 'going away'],
} as const;
export type Closing = (typeof closing)[keyof typeof closing];

export type Admitted = { person: Person; readOnly: boolean; failures: number };

const bytesBeforeAdmission = 256_000;
const bytesUnread = 16_000_000;
const closedStateOfWs = 3;
const goodbyeMs = 2_000;

export class ClientSocket extends EventEmitter {
  /** Set by hocuspocus; ours always gives buffers. */
  binaryType = 'nodebuffer';
  /** The one document this socket is about, named by its first frame. */
  document: string | null = null;
  admitted: Admitted | null = null;
  readonly #ws: WebSocket;
  readonly #deadline: NodeJS.Timeout;
  #received = 0;
  #closed = false;

  constructor(ws: WebSocket, admissionMs: number) {
    super();
    this.#ws = ws;
    this.#deadline = setTimeout(() => this.end(closing.notAdmitted), admissionMs);
    ws.on('message', (data: Buffer, isBinary: boolean) => this.#take(data, isBinary));
    ws.on('pong', () => this.emit('pong'));
    ws.on('close', (code: number, reason: Buffer) => this.#leave(code, reason.toString()));
    // A broken connection or an over-long frame: ws closes the socket itself and 'close' follows.
    ws.on('error', () => this.#leave(1006, ''));
  }

  get readyState(): number {
    return this.#closed ? closedStateOfWs : this.#ws.readyState;
  }

  admit(admitted: Admitted): void {
    clearTimeout(this.#deadline);
    this.admitted = admitted;
  }

  send(data: Uint8Array, sent?: (error?: Error) => void): void {
    if (this.#closed) return;
    if (this.#ws.bufferedAmount > bytesUnread) return this.end(closing.tooSlow);
    this.#ws.send(data, sent);
  }

  ping(): void {
    if (!this.#closed) this.#ws.ping();
  }

  end([code, reason]: Closing): void {
    this.close(code, reason);
  }

  /** Nothing is taken or sent from here on; a client that does not answer the goodbye is cut off. */
  close(code = 1000, reason = ''): void {
    if (this.#closed) return;
    this.#ws.close(code, reason);
    setTimeout(() => this.#ws.terminate(), goodbyeMs).unref();
    this.#leave(code, reason);
  }

  #leave(code: number, reason: string): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#deadline);
    this.emit('close', code, Buffer.from(reason));
  }

  #take(data: Buffer, isBinary: boolean): void {
    if (this.#closed) return;
    const frame = isBinary ? readFrame(data) : null;
    this.document ??= frame?.document ?? null;
    if (!frame || frame.document !== this.document) return this.end(closing.malformed);
    if (!this.admitted) this.#received += data.length;
    if (this.#received > bytesBeforeAdmission) return this.end(closing.notAdmitted);
    this.emit('message', data);
  }
}
