/**
 * Keys that a service of the local Microsoft 365 signs with: RSA, kept in a table so that tokens outlive a restart, replaced by `rotate`. Checks
 * signature, time and audience of a token; what its claims allow is for whoever is called to decide.
 */
import { createHash } from 'node:crypto';
import {
  base64url,
  compactVerify,
  decodeJwt,
  decodeProtectedHeader,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  SignJWT,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { World } from '../core/world.ts';

type KeptKey = { kid: string; createdAt: string; privateJwk: JWK };
export type PublicKey = { kty: 'RSA'; use: 'sig'; kid: string; x5t: string; n: string; e: string };
/** Who signs: we, somebody who claims our key's name, or nobody at all. */
export type Signer = 'ours' | 'stranger' | 'nobody';

/** Why a token is refused; `claims` are there as far as they can be read. */
export type Verified =
  | { ok: true; claims: JWTPayload }
  | { ok: false; why: 'malformed' | 'signature' | 'expired' | 'not-yet-valid' | 'audience'; claims: JWTPayload };

export type SigningKeys = {
  /** Signs the claims as they are; `header` is added to the usual one. */
  sign(claims: JWTPayload, header?: Record<string, unknown>, signer?: Signer): Promise<string>;
  verify(token: string, expected: { audience: string | string[] }): Promise<Verified>;
  /** Newest last. Old ones stay, as long as tokens signed with them may be about. */
  publicKeys(): PublicKey[];
  /** From now on another key signs. */
  rotate(): Promise<void>;
};

/** How far clocks may differ, as Microsoft's own services allow. */
const toleranceSeconds = 300;
const keptKeys = 3;

/** Opens the keys in the table of this name; makes the first one when there is none. */
export async function createSigningKeys(world: World, name: 'entraKeys' | 'botKeys' = 'entraKeys'): Promise<SigningKeys> {
  const table = world.tables.table<KeptKey>(name);
  const ordered = (): KeptKey[] => table.all().sort((a, b) => a.createdAt.localeCompare(b.createdAt));
  const newest = (): KeptKey => {
    const key = ordered().at(-1);
    if (!key) throw new Error('There is no signing key');
    return key;
  };
  const add = async (): Promise<void> => {
    const key = await makeKey(newestTime(ordered()));
    table.put(key.kid, key);
    for (const old of ordered().slice(0, -keptKeys)) table.remove(old.kid);
    await world.tables.flushed();
  };
  if (table.all().length === 0) await add();
  return {
    sign: (claims, header = {}, signer = 'ours') => signWith(newest(), claims, header, signer),
    verify: (token, { audience }) => verify(token, { kept: ordered(), audience, now: world.clock.now() }),
    publicKeys: () => ordered().map(publicPart),
    rotate: add,
  };
}

const newestTime = (keys: KeptKey[]): string => keys.at(-1)?.createdAt ?? '';

async function makeKey(after: string): Promise<KeptKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const privateJwk = await exportJWK(privateKey);
  const kid = createHash('sha1')
    .update(privateJwk.n ?? '')
    .digest('base64url');
  // Order counts, not the moment; two keys of one millisecond must still have one.
  const now = new Date(Math.max(Date.now(), after === '' ? 0 : Date.parse(after) + 1));
  return { kid, createdAt: now.toISOString(), privateJwk };
}

const publicPart = ({ kid, privateJwk: { n = '', e = '' } }: KeptKey): PublicKey => ({ kty: 'RSA', use: 'sig', kid, x5t: kid, n, e });

async function signWith(key: KeptKey, claims: JWTPayload, header: Record<string, unknown>, signer: Signer): Promise<string> {
  if (signer === 'nobody') {
    const encode = (part: unknown): string => base64url.encode(JSON.stringify(part));
    return `${encode({ typ: 'JWT', alg: 'none', ...header })}.${encode(claims)}.`;
  }
  const signing = signer === 'ours' ? await importJWK(key.privateJwk, 'RS256') : (await generateKeyPair('RS256')).privateKey;
  return new SignJWT(claims).setProtectedHeader({ typ: 'JWT', alg: 'RS256', x5t: key.kid, kid: key.kid, ...header }).sign(signing);
}

type Expected = { kept: KeptKey[]; audience: string | string[]; now: Date };

async function verify(token: string, { kept, audience, now }: Expected): Promise<Verified> {
  const read = decode(token);
  if (!read) return { ok: false, why: 'malformed', claims: {} };
  const { claims } = read;
  const key = kept.find(({ kid }) => kid === read.kid);
  if (!key || !(await isSignedWith(token, publicPart(key)))) return { ok: false, why: 'signature', claims };
  const seconds = now.getTime() / 1000;
  if (typeof claims.exp !== 'number' || claims.exp + toleranceSeconds <= seconds) return { ok: false, why: 'expired', claims };
  if (typeof claims.nbf === 'number' && claims.nbf - toleranceSeconds > seconds) return { ok: false, why: 'not-yet-valid', claims };
  const wanted = typeof audience === 'string' ? [audience] : audience;
  if (typeof claims.aud !== 'string' || !wanted.includes(claims.aud)) return { ok: false, why: 'audience', claims };
  return { ok: true, claims };
}

function decode(token: string): { kid: string | undefined; claims: JWTPayload } | null {
  try {
    return { kid: decodeProtectedHeader(token).kid, claims: decodeJwt(token) };
  } catch {
    return null;
  }
}

async function isSignedWith(token: string, key: PublicKey): Promise<boolean> {
  try {
    await compactVerify(token, await importJWK(key, 'RS256'), { algorithms: ['RS256'] });
    return true;
  } catch (error) {
    if (error instanceof errors.JOSEError) return false;
    throw error;
  }
}
