/** When each side of some talks released its preparation; never the answers. */
import type { Platform } from '#api/platform/platform.ts';
import { listPreparationFacts } from './store.ts';

export type Releases = { employee: Date | null; manager: Date | null };

/** By talk id; a talk without any preparation is left out. */
export async function listReleases(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, Releases>> {
  const found = new Map<string, Releases>();
  for (const { talkId, side, releasedAt } of await listPreparationFacts(platform.db, tenantId, talkIds)) {
    const one = found.get(talkId) ?? { employee: null, manager: null };
    one[side] = releasedAt;
    found.set(talkId, one);
  }
  return found;
}

/** How many answers one author has written per talk (for "3 of 7"). */
export async function countAnswers(
  platform: Platform,
  tenantId: string,
  talkIds: string[],
  authorId: string,
): Promise<Map<string, number>> {
  const facts = await listPreparationFacts(platform.db, tenantId, talkIds);
  return new Map(facts.filter((one) => one.authorId === authorId).map(({ talkId, answered }) => [talkId, answered]));
}
