/** Bytes as the store gives them back: plain reads answer the driver's Binary, fresh documents a Buffer. Features see a Buffer only. */

export type StoredBytes = Buffer | { buffer: Uint8Array | ArrayBuffer; position?: number };

/** A Buffer with exactly the stored bytes. */
export function bytesOf(value: StoredBytes): Buffer {
  if (Buffer.isBuffer(value)) return value;
  const all = value.buffer instanceof Uint8Array ? value.buffer : new Uint8Array(value.buffer);
  return Buffer.from(all.subarray(0, 'position' in value && typeof value.position === 'number' ? value.position : all.length));
}
