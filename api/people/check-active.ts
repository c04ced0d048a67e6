/** Refuses people whose account was disabled or left the directory, although their token lives on for hours (security.md, extra rules). */
import type { Person } from '#api/platform/identity/actor.ts';
import type { VerifyToken } from '#api/platform/identity/verify-token.ts';
import type { Platform } from '#api/platform/platform.ts';
import { isActive } from './find-people.ts';

/** With the directory read every 30 s, 20 s more keep the promise that removal acts within 60 s. */
const keptMs = 20_000;
const keptPeople = 10_000;

/** Wraps the token check: a valid token of somebody who is gone is no token. */
export function checkActive(platform: Platform, verify: VerifyToken): VerifyToken {
  const kept = new Map<string, { active: boolean; until: number }>();
  const read = async ({ tenantId, personId }: Person): Promise<boolean> => {
    const id = `${tenantId}/${personId}`;
    const now = platform.clock.now().getTime();
    const known = kept.get(id);
    if (known && known.until > now && known.until <= now + keptMs) return known.active;
    const active = await isActive(platform, tenantId, personId);
    if (kept.size >= keptPeople) kept.clear();
    kept.set(id, { active, until: now + keptMs });
    return active;
  };
  return async (token) => {
    const person = await verify(token);
    return person && (await read(person)) ? person : null;
  };
}
