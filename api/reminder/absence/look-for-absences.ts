/**
 * Looks who of some people is away, so that reminders wait for them. Asks Microsoft 365 at most every three hours for each; what it does not answer,
 * and what Samtal may not ask, keeps nobody's reminder back.
 */
import { GraphRefused, MicrosoftUnavailable } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import { awayOf, isStale, type Away } from './rules.ts';
import { listAbsences, writeAbsences } from './store.ts';

/** `everybody`: before reminders of theirs are written down. `away`: when one is about to go out, only of those who were away. */
export type Whom = 'everybody' | 'away';

/** How each is known to be away now; null for who is here, or of whom nothing is known. */
export async function lookForAbsences(
  platform: Platform,
  tenantId: string,
  personIds: string[],
  whom: Whom,
): Promise<(personId: string) => Away | null> {
  const { db, clock } = platform;
  const now = clock.now();
  const people = [...new Set(personIds)];
  const known = await listAbsences(db, tenantId, people);
  const asked = people.filter((id) => isStale(known.get(id)?.lookedAt, now) && (whom === 'everybody' || known.get(id)?.away));
  const found = asked.length > 0 ? await ask(platform, tenantId, asked) : new Map<string, Away | null>();
  await writeAbsences(db, tenantId, found, now);
  return (personId) => {
    const away = found.has(personId) ? found.get(personId) : known.get(personId)?.away;
    return away && (away.until === null || away.until > now) ? away : null;
  };
}

async function ask({ graph, clock, log }: Platform, tenantId: string, personIds: string[]): Promise<Map<string, Away | null>> {
  try {
    const replies = await graph.readAutoReplies(tenantId, personIds);
    // Whoever is left out of the answer counts as here, and is not asked for again at once.
    return new Map(
      personIds.map((id) => {
        const one = replies.get(id);
        return [id, one ? awayOf(one, clock.now()) : null];
      }),
    );
  } catch (error) {
    if (!(error instanceof MicrosoftUnavailable || error instanceof GraphRefused)) throw error;
    log.warn({ people: personIds.length, why: error.name }, 'it could not be seen who is away');
    return new Map();
  }
}
