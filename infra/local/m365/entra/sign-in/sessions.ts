/**
 * What Entra remembers of people who sign in with a browser: who is signed in there, codes on their way to the app, and refresh tokens. In memory
 * only: after a restart everybody signs in anew. Decides nothing.
 */
import type { User } from '../../core/entities.ts';
import { newTokenId } from '../../core/ids.ts';
import type { World } from '../../core/world.ts';

/** What the app asked for when the person was sent here, as far as the token endpoint must know it. */
export type Asked = { redirectUri: string; scope: string; nonce: string | null; challenge: string | null };
export type Code = Asked & { userId: string; tenantId: string; until: number; used: boolean };
/** `until`: 24 hours after the person signed in. A token that replaces another one carries it over. */
export type RefreshToken = { userId: string; tenantId: string; until: number };

export type Sessions = {
  /** Answers the id that the browser keeps. */
  begin(user: User): string;
  /** Who is signed in there, as long as the account is enabled. */
  personOf(sessionId: string | null): User | null;
  end(sessionId: string | null): void;
  newCode(user: User, asked: Asked): string;
  code(code: string): Code | null;
  newRefreshToken(of: RefreshToken): string;
  refreshToken(token: string): RefreshToken | null;
};

const codeMs = 10 * 60_000;
export const refreshMs = 24 * 3_600_000;
/** More of a kind are not remembered; the oldest go first. */
const kept = 5_000;

export function createSessions(world: World): Sessions {
  const people = new Map<string, string>();
  const codes = new Map<string, Code>();
  const refreshTokens = new Map<string, RefreshToken>();
  const keep = <T>(map: Map<string, T>, value: T): string => {
    const id = newTokenId(48);
    map.set(id, value);
    for (const oldest of map.keys()) {
      if (map.size <= kept) break;
      map.delete(oldest);
    }
    return id;
  };
  const now = (): number => world.clock.now().getTime();
  return {
    begin: (user) => keep(people, user.id),
    personOf(sessionId) {
      const user = world.users.get(people.get(sessionId ?? '') ?? '');
      return user?.accountEnabled ? user : null;
    },
    end: (sessionId) => void people.delete(sessionId ?? ''),
    newCode: ({ id: userId, tenantId }, asked) => keep(codes, { ...asked, userId, tenantId, until: now() + codeMs, used: false }),
    code: (code) => codes.get(code) ?? null,
    newRefreshToken: (of) => keep(refreshTokens, of),
    refreshToken: (token) => refreshTokens.get(token) ?? null,
  };
}
