/**
 * Looks at frames from the socket before anything acts on them: only whole, well-formed frames of the kinds a reader or writer needs get
 * through. Messages that a client could use to speak in the server's name (stateless, broadcast) are not among them. Decides nothing about rights.
 */
import * as Y from 'yjs';

/** Kinds by their number on the wire. Source: hocuspocus 3.4, MessageType. */
const kinds = { 0: 'sync', 1: 'awareness', 2: 'sign-in', 3: 'who-is-here', 4: 'sync', 7: 'leave' } as const;
/** `update`: what the frame would change in the document. */
export type Frame = { document: string; kind: (typeof kinds)[keyof typeof kinds]; update?: Uint8Array };

const nameLimit = 200;
/** A name and where a cursor is need far less; it is kept for everybody who is there. */
const presenceLimit = 4_000;

/** Document and kind of a frame, or null when it is malformed or of a kind that clients may not send. */
export function readFrame(bytes: Uint8Array): Frame | null {
  try {
    const reader = new Reader(bytes);
    const document = reader.text();
    const kind = kinds[reader.number() as keyof typeof kinds] as Frame['kind'] | undefined;
    if (document.length > nameLimit || kind === undefined) return null;
    if (kind === 'sync') return readSync(document, reader);
    return isWellFormed(kind, reader) ? { document, kind } : null;
  } catch {
    // Cut off, or garbage inside: the caller closes the connection.
    return null;
  }
}

function readSync(document: string, reader: Reader): Frame | null {
  const step = reader.number();
  const payload = reader.bytes();
  if (!reader.ended || step > 2) return null;
  if (step > 0) {
    Y.decodeUpdate(payload);
    return { document, kind: 'sync', update: payload };
  }
  Y.decodeStateVector(payload);
  return { document, kind: 'sync' };
}

function isWellFormed(kind: Frame['kind'], reader: Reader): boolean {
  if (kind === 'sign-in') {
    return reader.number() === 0 && reader.text() !== '' && reader.ended;
  }
  if (kind === 'awareness') return isAwareness(new Reader(reader.bytes())) && reader.ended;
  return true;
}

/** Where cursors are: per client a number, a clock and a JSON object (null: has left). */
function isAwareness(reader: Reader): boolean {
  const count = reader.number();
  for (let index = 0; index < count; index += 1) {
    reader.number();
    reader.number();
    const json = reader.text();
    if (json.length > presenceLimit) return false;
    const state: unknown = JSON.parse(json);
    if (typeof state !== 'object' || Array.isArray(state)) return false;
  }
  return reader.ended;
}

/** Reads the variable-length encoding of lib0; throws at the end of the bytes. */
class Reader {
  readonly #all: Uint8Array;
  #at = 0;
  constructor(all: Uint8Array) {
    this.#all = all;
  }
  get ended(): boolean {
    return this.#at === this.#all.length;
  }
  number(): number {
    let value = 0;
    for (let weight = 1; weight <= 2 ** 49; weight *= 128) {
      const byte = this.#all[this.#at];
      if (byte === undefined) throw new RangeError('The frame ends inside a number');
      this.#at += 1;
      value += (byte & 127) * weight;
      if (byte < 128) return value;
    }
    throw new RangeError('The number is too long');
  }
  bytes(): Uint8Array {
    const length = this.number();
    const end = this.#at + length;
    if (end > this.#all.length) throw new RangeError('The frame ends inside its bytes');
    const part = this.#all.subarray(this.#at, end);
    this.#at = end;
    return part;
  }
  text(): string {
    return new TextDecoder('utf-8', { fatal: true }).decode(this.bytes());
  }
}
