/**
 * Validates the SSO token of tab and live socket by security.md section 3. Answers the person, or null: callers say 401 and nothing more,
 * so that a stranger learns nothing about why.
 */
import { createRemoteJWKSet, decodeJwt, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../clock/clock.ts';
import type { Config } from '../config/config.ts';
import { MicrosoftUnavailable } from '../graph/failures.ts';
import type { Person } from './actor.ts';

/** Microsoft's own clients that may ask for a token for Samtal: Teams, Microsoft 365 and Outlook on each kind of device. Source: platform.md section 7. */
const hostClients = new Set([
  '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
  '4765445b-32c6-49b0-83e6-1d93765276ca',
  '0ec893e0-5785-4de6-99da-4ed124e5296c',
  'd3590ed6-52b3-4102-aeff-aad2292ab01c',
  'bc59ab01-8403-45c6-8796-ac3ef710b3e3',
]);
const hrRole = 'Samtal.HR';
const officerRole = 'Samtal.AccessOfficer';
const toleranceSeconds = 300;
const login = 'https://login.microsoftonline.com';
/** What jose says when the key set did not answer, or not with a key set: nothing is known about the token then. */
const unreachable = ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID'];

export type VerifyToken = (token: string) => Promise<Person | null>;

/**
 * Makes the check; keys are read from the metadata of the token's own version and kept. A good token is remembered for some minutes, and never past
 * its end: the same one comes with every call of a page. A token may have been asked for by a host client, or, in a plain browser, by our own page: then
 * the client is ourselves, and Entra gives such a token to the registered redirect addresses of a single-page application only. Whether the person may
 * still come in is asked each time by whoever wraps this check.
 * @throws MicrosoftUnavailable when the keys cannot be read: whoever is signed in must not be told that they are not
 */
export function createVerifyToken(config: Config, clock: Clock): VerifyToken {
  const kept = new Map<string, Kept>();
  const check = createCheck(config, clock);
  return async (token) => {
    const now = clock.now().getTime();
    const known = kept.get(token);
    if (known && known.from <= now && now < known.until) return known.person;
    kept.delete(token);
    const checked = await check(token);
    if (!checked) return null;
    if (kept.size >= keptTokens) kept.clear();
    kept.set(token, { person: checked.person, from: now, until: Math.min(now + keptMs, checked.expires * 1000) });
    return checked.person;
  };
}

type Kept = { person: Person; from: number; until: number };
/** A key that was withdrawn is believed no longer than this. */
const keptMs = 5 * 60_000;
const keptTokens = 5_000;

/** The check itself. `expires`: `exp` of the token, in seconds. */
function createCheck(config: Config, clock: Clock): (token: string) => Promise<{ person: Person; expires: number } | null> {
  const keySets = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysOf = (tenantId: string, version: string): Promise<JWTVerifyGetKey> => {
    const metadata = `${login}/${tenantId}${version === '2.0' ? '/v2.0' : ''}/.well-known/openid-configuration`;
    const known = keySets.get(metadata);
    if (known) return known;
    const reading = readKeySet(metadata);
    keySets.set(metadata, reading);
    reading.catch(() => keySets.delete(metadata));
    return reading;
  };
  return async (token) => {
    const claimed = decode(token);
    const tenantId = claimed?.tid;
    const version = claimed?.ver;
    if (typeof tenantId !== 'string' || (version !== '1.0' && version !== '2.0') || !config.tenants.includes(tenantId)) return null;
    const keys = await keysOf(tenantId, version);
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256'],
        issuer: version === '2.0' ? `${login}/${tenantId}/v2.0` : `https://sts.windows.net/${tenantId}/`,
        audience: version === '2.0' ? config.clientId : config.appIdUri,
        currentDate: clock.now(),
        clockTolerance: toleranceSeconds,
        requiredClaims: ['exp', 'nbf', 'oid', 'tid', 'scp'],
      });
      const person = personFrom(config, payload, version, token);
      return person && { person, expires: payload.exp ?? 0 };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code.startsWith('ERR_J') && !unreachable.includes(code)) return null;
      throw new MicrosoftUnavailable('The keys of the sign-in service could not be read', false);
    }
  };
}

function personFrom({ clientId }: Config, payload: JWTPayload, version: string, token: string): Person | null {
  const { tid: tenantId } = payload;
  const client = version === '2.0' ? payload.azp : payload.appid;
  if (payload.idtyp === 'app' || typeof client !== 'string' || typeof tenantId !== 'string') return null;
  if (!hostClients.has(client) && client !== clientId) return null;
  if (typeof payload.scp !== 'string' || !payload.scp.split(' ').includes('access_as_user')) return null;
  if (typeof payload.oid !== 'string') return null;
  const roles = Array.isArray(payload.roles) ? payload.roles : [];
  const name = typeof payload.name === 'string' ? payload.name : '';
  const officer = roles.includes(officerRole) ? { isOfficer: true as const } : {};
  return { kind: 'person', tenantId, personId: payload.oid, name, isHr: roles.includes(hrRole), ...officer, token };
}

async function readKeySet(metadata: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(metadata).catch(() => null);
  if (!answer?.ok) throw new MicrosoftUnavailable('The sign-in service did not answer for its metadata', false);
  const { jwks_uri: address } = (await answer.json()) as { jwks_uri?: string };
  if (!address) throw new Error('The sign-in metadata names no key set');
  return createRemoteJWKSet(new URL(address));
}

function decode(token: string): JWTPayload | null {
  try {
    return decodeJwt(token);
  } catch {
    // Not a token at all: the same answer as for a wrong one.
    return null;
  }
}
