/** Documents put together and taken apart as bytes, so that what is stored goes out without being read. */
import { ObjectId, onDemand } from 'bson';
import { encode, type Doc } from '../values/types.ts';

export const objectType = 3;
export const arrayType = 4;

/** One element: its type, name and value. */
export function element(type: number, name: string, value: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from([type]), Buffer.from(`${name}\u0000`, 'utf8'), value]);
}

/** The elements of a document, without its length and end. */
export const elementsOf = (raw: Uint8Array): Uint8Array => raw.subarray(4, raw.length - 1);
export const fieldsOf = (doc: Doc): Uint8Array => elementsOf(encode(doc));

/** A document of these elements. */
export function documentOf(parts: Uint8Array[]): Buffer {
  const size = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(size, 0);
  return Buffer.concat([head, ...parts, Buffer.from([0])], size);
}

/** An array of documents. */
export const arrayOf = (raws: Uint8Array[]): Buffer => documentOf(raws.map((raw, at) => element(objectType, String(at), raw)));

/** The document with its field `_id` first, as MongoDB keeps it; one without gets an ObjectId. */
export function withIdFirst(raw: Uint8Array): Uint8Array {
  const parts = [...onDemand.parseToElements(raw)].map(([, nameAt, nameLength, at, length]) => ({
    isId: nameLength === 3 && Buffer.from(raw.buffer, raw.byteOffset + nameAt, 3).toString('latin1') === '_id',
    bytes: raw.subarray(nameAt - 1, at + length),
  }));
  if (parts[0]?.isId) return raw;
  const id = parts.find(({ isId }) => isId);
  if (!id) return documentOf([fieldsOf({ _id: new ObjectId() }), elementsOf(raw)]);
  return documentOf([id, ...parts.filter((part) => part !== id)].map(({ bytes }) => bytes));
}
