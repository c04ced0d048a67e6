/** What a talk itself says of its access log: since when it has one. */
import type { Db } from '#api/platform/db/db.ts';
import { talks } from '../store.ts';

type OfTalk = { tenantId: string; talkId: string };

/** Null when there is no such talk. */
export async function findLoggedAt(db: Db, { tenantId, talkId }: OfTalk): Promise<{ loggedAt: Date | null } | null> {
  const found = await talks(db).findOne({ _id: talkId, tenantId }, { loggedAt: 1 }).lean<{ loggedAt?: Date | null }>().exec();
  return found && { loggedAt: found.loggedAt ?? null };
}

/** Once; no version is raised, since nothing that anybody writes into the talk touches it. */
export async function putLoggedAt(db: Db, { tenantId, talkId }: OfTalk, loggedAt: Date): Promise<void> {
  await talks(db).updateOne({ _id: talkId, tenantId, loggedAt: null }, { $set: { loggedAt } });
}
