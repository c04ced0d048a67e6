/** The reader's talk that was chosen for a meeting. Talks of others in the same meeting are not looked at. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { findTalksByIds, type TalkRecord } from '../store.ts';
import { shownOf } from './rules.ts';
import { listChosen } from './store.ts';

export async function findChosenTalk(platform: Platform, { tenantId, personId }: Person, chatId: string): Promise<TalkRecord | null> {
  const ids = await listChosen(platform.db, tenantId, chatId);
  if (ids.length === 0) return null;
  const found = new Map((await findTalksByIds(platform.db, tenantId, ids)).map((talk) => [talk._id, talk]));
  const mine = ids.flatMap((id) => found.get(id) ?? []).filter((talk) => [talk.employeeId, talk.managerId].includes(personId));
  return shownOf(mine.filter(({ withdrawnAt }) => withdrawnAt == null));
}
