/** The key-encryption key: a local key file or a key in Azure Key Vault, chosen by the scheme of its URL. Wraps data keys, never texts. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

export type KeyWrapper = { wrap(key: Buffer): Promise<Buffer>; unwrap(wrapped: Buffer): Promise<Buffer> };

/** Opens the key at `file:///path` (made on first use, readable by its owner only) or `https://{vault}/keys/{name}`. */
export async function openKeyWrapper(url: string): Promise<KeyWrapper> {
  const { protocol } = new URL(url);
  if (protocol === 'file:') return fileKeyWrapper(fileURLToPath(url));
  if (protocol === 'https:') return vaultKeyWrapper(url);
  throw new Error(`SAMTAL_KEY_URL must begin with file:// or https://, not ${protocol}`);
}

async function fileKeyWrapper(path: string): Promise<KeyWrapper> {
  const master = await readOrMakeMaster(path);
  return {
    async wrap(key) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', master, iv);
      const body = Buffer.concat([cipher.update(key), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    async unwrap(wrapped) {
      const decipher = createDecipheriv('aes-256-gcm', master, wrapped.subarray(0, 12)).setAuthTag(wrapped.subarray(12, 28));
      return Buffer.concat([decipher.update(wrapped.subarray(28)), decipher.final()]);
    },
  };
}

/** Reads the master key; makes it, flushed to disk and then linked into place so that a crash never leaves half a key, when there is none. */
async function readOrMakeMaster(path: string): Promise<Buffer> {
  const existing = await readIfThere(path);
  if (existing) return existing;
  await mkdir(dirname(path), { recursive: true });
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(fresh, 'wx', 0o600);
  await file.writeFile(randomBytes(32));
  await file.sync();
  await file.close();
  try {
    await link(fresh, path);
  } catch (error) {
    // Another process made the key first: theirs is the one to use.
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    await unlink(fresh);
  }
  const made = await readIfThere(path);
  if (!made) throw new Error('The key file vanished while it was made');
  return made;
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    const key = await readFile(path);
    if (key.length !== 32) throw new Error('The key file named by SAMTAL_KEY_URL does not hold a 256-bit key');
    return key;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** RSA-OAEP-256 in Key Vault; the newest version wraps, and the version that wrapped is remembered in front of each wrapped key. */
async function vaultKeyWrapper(url: string): Promise<KeyWrapper> {
  const { CryptographyClient, KeyClient } = await import('@azure/keyvault-keys');
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential();
  const { origin, pathname } = new URL(url);
  const name = pathname.split('/')[2];
  if (!name) throw new Error('SAMTAL_KEY_URL must look like https://vault/keys/name');
  const newest = await new KeyClient(origin, credential).getKey(name);
  if (!newest.id) throw new Error('Key Vault answered a key without an id');
  const newestId = newest.id;
  return {
    async wrap(key) {
      const { result } = await new CryptographyClient(newestId, credential).wrapKey('RSA-OAEP-256', key);
      return Buffer.concat([Buffer.from(`${newestId}\n`), result]);
    },
    async unwrap(wrapped) {
      const end = wrapped.indexOf(10);
      const keyId = wrapped.subarray(0, end).toString();
      const { result } = await new CryptographyClient(keyId, credential).unwrapKey('RSA-OAEP-256', wrapped.subarray(end + 1));
      return Buffer.from(result);
    },
  };
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
