/** Cuts a stream of bytes into the wire protocol's messages. Looks at their length only. */

/** The largest message a client may send, as the handshake tells it. */
export const maxMessageBytes = 48_000_000;
const headerBytes = 16;

/** Takes chunks as they arrive and hands over whole messages. Throws when a length cannot be true: the stream is then of no more use. */
export function createFramer(handOver: (message: Buffer) => void): (chunk: Buffer) => void {
  let waiting: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    waiting.push(chunk);
    size += chunk.length;
    for (;;) {
      const length = size < 4 ? undefined : lengthOf(waiting);
      if (length !== undefined && (length < headerBytes || length > maxMessageBytes)) throw new Error(`A message of ${length} bytes`);
      if (length === undefined || size < length) return;
      const all = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting);
      size -= length;
      waiting = size > 0 ? [all.subarray(length)] : [];
      handOver(all.subarray(0, length));
    }
  };
}

function lengthOf(chunks: Buffer[]): number {
  const [first] = chunks;
  if (first && first.length >= 4) return first.readInt32LE(0);
  const joined = Buffer.concat(chunks);
  chunks.splice(0, chunks.length, joined);
  return joined.readInt32LE(0);
}
