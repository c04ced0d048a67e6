/** What is known of the preparations of some talks without their answers: when each side released, and how many it has answered. */
import type { Platform } from '#api/platform/platform.ts';
import { listPreparationFacts } from './store.ts';

export type Releases = { employee: Date | null; manager: Date | null };
/** `answered` is the number of answers with text, by side: for "3 of 7". */
export type Prepared = { releases: Releases; answered: { employee: number; manager: number } };

/** Nothing released, nothing answered. */
export const nothingPrepared = (): Prepared => ({ releases: { employee: null, manager: null }, answered: { employee: 0, manager: 0 } });

/** By talk id; `preparedOf` answers for a talk without any preparation too. */
export async function listPrepared(platform: Platform, tenantId: string, talkIds: string[]): Promise<(talkId: string) => Prepared> {
  const found = new Map<string, Prepared>();
  for (const { talkId, side, releasedAt, answered } of await listPreparationFacts(platform.db, tenantId, talkIds)) {
    const one = found.get(talkId) ?? nothingPrepared();
    one.releases[side] = releasedAt;
    one.answered[side] = answered;
    found.set(talkId, one);
  }
  return (talkId) => found.get(talkId) ?? nothingPrepared();
}
