/** Who has left so long ago that what was theirs goes, and whether somebody is still gone, by the copy and by the directory itself. Erases nothing. */
import type { Platform } from '#api/platform/platform.ts';
import { findPersonRecord, readDirectory, savePeople } from '../store.ts';
import { changeOf } from '../sync-people.ts';
import { leaversDue, type Directory, type Gone } from './rules.ts';
import { countHere, listGone } from './store.ts';

/** What the directory says of those who left. */
export async function readLeaving(platform: Platform, tenantId: string): Promise<Directory> {
  const gone = await listGone(platform.db, tenantId);
  if (gone.length === 0) return { gone, here: 0, believedAt: null };
  const [here, { believedAt }] = await Promise.all([countHere(platform.db, tenantId), readDirectory(platform.db, tenantId)]);
  return { gone, here, believedAt };
}

export async function findLeaversDue(platform: Platform, tenantId: string): Promise<Gone[]> {
  return leaversDue(await readLeaving(platform, tenantId), new Set(platform.config.legalHold), platform.clock.now());
}

/** Whether they are gone since then; whoever came back, or whom Samtal does not know (any more), is not. */
export async function isGoneSince(platform: Platform, tenantId: string, { personId, goneAt }: Gone): Promise<boolean> {
  return (await findPersonRecord(platform.db, tenantId, personId))?.goneAt?.getTime() === goneAt.getTime();
}

/**
 * Asks the directory itself, since a copy may be wrong (two instances that read it at once, a reading that lacked a few) and what is erased does not come
 * back. Somebody whom it has is here again in the copy, too. Throws while it does not answer.
 */
export async function isHereAfterAll({ db, graph }: Platform, tenantId: string, personId: string): Promise<boolean> {
  const user = await graph.readUser(tenantId, personId);
  if (user) await savePeople(db, tenantId, [changeOf(user)]);
  return user !== null;
}

/** Whether the directory has them again. */
export async function isBack(platform: Platform, tenantId: string, personId: string): Promise<boolean> {
  const found = await findPersonRecord(platform.db, tenantId, personId);
  return found !== null && (found.goneAt ?? null) === null;
}
