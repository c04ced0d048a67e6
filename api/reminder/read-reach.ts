/** How somebody is reached, for themselves: when the activity feed last took something for them, whether they chat with Samtal, and until when they are away. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listAbsences } from './absence/store.ts';
import { findChatRecord } from './chat/store.ts';
import { findReached } from './choices/store.ts';

/** `away`: what their own mailbox said when it was last looked at; `awayUntil`: null also when it did not say how long. */
export type Reach = { feedAt: string | null; chat: boolean; away: boolean; awayUntil: string | null; lookedAt: string | null };

export async function readReach({ db }: Platform, { tenantId, personId }: Person): Promise<Reach> {
  const [feedAt, chat, absences] = await Promise.all([
    findReached(db, { tenantId, personId }),
    findChatRecord(db, tenantId, personId),
    listAbsences(db, tenantId, [personId]),
  ]);
  const absence = absences.get(personId);
  return {
    feedAt: feedAt?.toISOString() ?? null,
    chat: chat !== null,
    away: absence?.away != null,
    awayUntil: absence?.away?.until?.toISOString() ?? null,
    lookedAt: absence?.lookedAt.toISOString() ?? null,
  };
}
