/**
 * Messages of the wire protocol: OP_MSG both ways, and OP_QUERY with OP_REPLY for the first hello of a connection.
 * https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 */
import { StoreError } from '../errors.ts';
import { decode, decodeInsert, encode, type Doc } from '../values/types.ts';

const opReply = 1;
const opQuery = 2004;
const opMsg = 2013;
const checksumPresent = 1;
const moreToCome = 2;
/** Bits below this one must be understood. */
const optionalBits = 0x10000;

export type Request = {
  id: number;
  legacy: boolean;
  /** False when the client asked for no answer. */
  wantsReply: boolean;
  command: Doc;
};

/** What the header alone says: enough to answer a message whose body cannot be read. */
export function headOf(message: Buffer): { id: number; legacy: boolean } {
  return { id: message.readInt32LE(4), legacy: message.readInt32LE(12) === opQuery };
}

/** Throws when the message is none of the protocol's, or its documents are not BSON. */
export function readRequest(message: Buffer): Request {
  const operation = message.readInt32LE(12);
  if (operation === opMsg) return readMsg(message);
  if (operation === opQuery) return readQuery(message);
  throw new StoreError(2, `Unsupported wire protocol operation ${operation}`);
}

function readMsg(message: Buffer): Request {
  const flags = message.readUInt32LE(16);
  const unknown = flags & (optionalBits - 1) & ~(checksumPresent | moreToCome);
  if (unknown !== 0) throw new StoreError(2, `Unknown OP_MSG flags ${unknown}`);
  const end = message.length - (flags & checksumPresent ? 4 : 0);
  let command: Doc | undefined;
  const sequences: [string, Doc[] | Uint8Array[]][] = [];
  for (let at = 20; at < end;) {
    const kind = message.readUInt8(at);
    const size = message.readInt32LE(at + 1);
    const section = message.subarray(at + 1, at + 1 + size);
    if (size < 5 || at + 1 + size > end) throw new StoreError(22, 'A section reaches beyond its message');
    if (kind === 0 && !command) command = readBody(section);
    else if (kind === 1) sequences.push(readSequence(section));
    else throw new StoreError(2, `Unexpected OP_MSG section of kind ${kind}`);
    at += 1 + size;
  }
  if (!command) throw new StoreError(2, 'OP_MSG without a body');
  for (const [name, documents] of sequences) command[name] = documents;
  return { id: message.readInt32LE(4), legacy: false, wantsReply: (flags & moreToCome) === 0, command };
}

/** Documents to insert stay bytes, so that they are kept exactly as they came. */
function readBody(section: Buffer): Doc {
  return isInsert(section) ? decodeInsert(section) : decode(section);
}

const isInsert = (section: Buffer): boolean => section.toString('latin1', 5, 12) === 'insert\u0000';

function readSequence(section: Buffer): [string, Doc[] | Uint8Array[]] {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd === -1) throw new StoreError(22, 'A document sequence without a name');
  const name = section.toString('utf8', 4, nameEnd);
  const raws: Uint8Array[] = [];
  for (let at = nameEnd + 1; at < section.length;) {
    const size = section.length - at < 5 ? 0 : section.readInt32LE(at);
    if (size < 5 || at + size > section.length) throw new StoreError(22, 'A document reaches beyond its sequence');
    raws.push(section.subarray(at, at + size));
    at += size;
  }
  return [name, name === 'documents' ? raws : raws.map(decode)];
}

function readQuery(message: Buffer): Request {
  const nameEnd = message.indexOf(0, 20);
  const namespace = message.toString('utf8', 20, nameEnd);
  if (!namespace.endsWith('.$cmd')) throw new StoreError(352, 'Unsupported OP_QUERY command: only handshakes come this way');
  const command = decode(message.subarray(nameEnd + 9));
  command.$db = namespace.slice(0, -'.$cmd'.length);
  return { id: message.readInt32LE(4), legacy: true, wantsReply: true, command };
}

let lastId = 0;

/** The whole answer to a request, ready to be sent. */
export function writeReply(to: { id: number; legacy: boolean }, body: Doc | Uint8Array): Buffer {
  const document = body instanceof Uint8Array ? body : encode(body);
  const head = Buffer.alloc(to.legacy ? 36 : 21);
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE((lastId = (lastId + 1) & 0x7fffffff), 4);
  head.writeInt32LE(to.id, 8);
  head.writeInt32LE(to.legacy ? opReply : opMsg, 12);
  // OP_REPLY: flags, cursor id, starting from, and the number of documents. OP_MSG: flags, and one section of kind 0.
  if (to.legacy) head.writeInt32LE(1, 32);
  return Buffer.concat([head, document]);
}
