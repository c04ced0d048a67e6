/** What is known of the preparations of some talks without their answers: when each side released, and how many it has answered. */
import type { Platform } from '#api/platform/platform.ts';
import { countsAsReleased } from './rules.ts';
import { listPreparationFacts } from './store.ts';

export type Releases = { employee: Date | null; manager: Date | null };
/** `answered` is the number of answers with text, by side: for "3 of 7". */
export type Prepared = { releases: Releases; answered: { employee: number; manager: number } };

/** Nothing released, nothing answered. */
export const nothingPrepared = (): Prepared => ({ releases: { employee: null, manager: null }, answered: { employee: 0, manager: 0 } });

/** A talk's two, and since when it has been with this manager; null: always. */
export type Parties = { talkId: string; employeeId: string; managerId: string; heldSince: Date | null };

/**
 * By talk id; `preparedOf` answers for a talk without any preparation too. Only what the talk's own two have written counts, and what was released to
 * somebody who has handed the talk over since is not released.
 */
export async function listPrepared(platform: Platform, tenantId: string, talks: Parties[]): Promise<(talkId: string) => Prepared> {
  const partiesBy = new Map(talks.map((talk) => [talk.talkId, talk]));
  const found = new Map<string, Prepared>();
  for (const { talkId, side, authorId, answered, ...release } of await listPreparationFacts(platform.db, tenantId, [...partiesBy.keys()])) {
    const parties = partiesBy.get(talkId);
    if (!parties || authorId !== (side === 'employee' ? parties.employeeId : parties.managerId)) continue;
    const one = found.get(talkId) ?? nothingPrepared();
    one.releases[side] = countsAsReleased(release, side, parties) ? release.releasedAt : null;
    one.answered[side] = answered;
    found.set(talkId, one);
  }
  return (talkId) => found.get(talkId) ?? nothingPrepared();
}
