/**
 * Seals what people write (AES-256-GCM) before it reaches the store: one data key per talk and author, itself wrapped by the key-encryption
 * key that lives apart from the data. A dump of the store shows none of it; destroying a data key makes its texts unreadable for good.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { Db } from '../db/db.ts';
import { noteShown, type OpenedAs } from '../reading/reading.ts';
import { dropDataKey, dropDataKeysOf, findDataKey, keepDataKey } from './store.ts';
import type { KeyWrapper } from './key-wrapper.ts';

/** Whose key: the author's object id, or `shared` for what both parties write. */
export type SealScope = { tenantId: string; talkId: string; authorId: string };

export type Seal = {
  /** Sealed form of bytes, bound to its scope: it cannot be opened as another talk's or author's. */
  close(scope: SealScope, bytes: Uint8Array): Promise<Buffer>;
  /** Opens for whoever is reading, who is noted as having been shown this item (`OpenedAs`): nothing is opened without saying as what. */
  open(scope: SealScope, sealed: Uint8Array, as: OpenedAs): Promise<Buffer>;
  closeText(scope: SealScope, text: string): Promise<Buffer>;
  openText(scope: SealScope, sealed: Uint8Array, as: OpenedAs): Promise<string>;
  /** A keyed hash: the same for the same text, and without the key nobody can tell which text it was made of. */
  markOf(scope: SealScope, text: string): Promise<string>;
  /** Destroys the key of a scope in which nobody will ever write again: another instance may still hold it for a while, and would seal with it. */
  shred(scope: SealScope): Promise<void>;
  /** Destroys all keys of a talk (or of what stands in a talk's place in a scope), whoever's they are. Answers how many; may run again. */
  shredAll(of: Omit<SealScope, 'authorId'>): Promise<number>;
};

const layout = 1;
const ivBytes = 12;
const tagBytes = 16;
const keptKeys = 5_000;

/** Makes the seal on a store of wrapped keys and a key-encryption key. */
export function createSeal(db: Db, wrapper: KeyWrapper): Seal {
  const kept = new Map<string, Promise<Buffer>>();
  const dataKey = (scope: SealScope): Promise<Buffer> => {
    const id = idOf(scope);
    const known = kept.get(id);
    if (known) return known;
    if (kept.size >= keptKeys) kept.clear();
    const reading = readOrMakeKey(db, wrapper, scope);
    kept.set(id, reading);
    reading.catch(() => kept.delete(id));
    return reading;
  };
  const close: Seal['close'] = async (scope, bytes) => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', await dataKey(scope), iv).setAAD(Buffer.from(idOf(scope)));
    const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return Buffer.concat([Buffer.from([layout]), iv, cipher.getAuthTag(), body]);
  };
  const open: Seal['open'] = async (scope, sealed, as) => {
    noteShown(scope.talkId, as);
    const bytes = Buffer.from(sealed);
    if (bytes[0] !== layout) throw new Error('Sealed bytes of an unknown layout');
    const iv = bytes.subarray(1, 1 + ivBytes);
    const tag = bytes.subarray(1 + ivBytes, 1 + ivBytes + tagBytes);
    const decipher = createDecipheriv('aes-256-gcm', await dataKey(scope), iv)
      .setAAD(Buffer.from(idOf(scope)))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(1 + ivBytes + tagBytes)), decipher.final()]);
  };
  return {
    close,
    open,
    closeText: (scope, text) => close(scope, Buffer.from(text, 'utf16le')),
    openText: async (scope, sealed, as) => (await open(scope, sealed, as)).toString('utf16le'),
    markOf: async (scope, text) =>
      createHmac('sha256', await dataKey(scope))
        .update(text)
        .digest('base64url'),
    async shred(scope) {
      kept.delete(idOf(scope));
      await dropDataKey(db, idOf(scope));
    },
    shredAll(of) {
      for (const id of kept.keys()) if (id.startsWith(idOf({ ...of, authorId: '' }))) kept.delete(id);
      return dropDataKeysOf(db, idOf({ ...of, authorId: '' }));
    },
  };
}

const idOf = (scope: SealScope): string => `${scope.tenantId}/${scope.talkId}/${scope.authorId}`;

async function readOrMakeKey(db: Db, wrapper: KeyWrapper, scope: SealScope): Promise<Buffer> {
  const id = idOf(scope);
  const found = await findDataKey(db, id);
  if (found) return wrapper.unwrap(found);
  const fresh = randomBytes(32);
  const winner = await keepDataKey(db, { _id: id, tenantId: scope.tenantId, talkId: scope.talkId, wrapped: await wrapper.wrap(fresh) });
  return wrapper.unwrap(winner);
}
