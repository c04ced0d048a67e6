/** Talks that reminders must know of: those with notifications to take over, and the facts of some. */
import type { Platform } from '#api/platform/platform.ts';
import type { Notice } from './record/store.ts';
import { objecting, waitingFor } from './signing/rules.ts';
import type { TalkRecord } from './store.ts';
import { claimNotices, closeNotices, findTalksByIds } from './store.ts';

export type TalkNotices = { tenantId: string; talkId: string; cycleId: string; notices: Notice[] };

/** Hands the notifications of one talk over, and forgets them only when `take` has stored them. Answers false when none waits. */
export async function takeNotices(platform: Platform, take: (found: TalkNotices) => Promise<void>): Promise<boolean> {
  const talk = await claimNotices(platform.db, platform.clock.now());
  if (!talk) return false;
  await take({ tenantId: talk.tenantId, talkId: talk._id, cycleId: talk.cycleId, notices: talk.notices });
  await closeNotices(platform.db, talk);
  return true;
}

/** Talks as notifications must know them, by id; those that are gone are left out. */
export async function listTalkFacts(platform: Platform, tenantId: string, talkIds: string[]): Promise<Map<string, TalkRecord>> {
  const found = await findTalksByIds(platform.db, tenantId, [...new Set(talkIds)]);
  return new Map(found.map((talk) => [talk._id, talk]));
}

/** Ids of those of the two who have signed, or objected instead. */
export function answeredBy({ signatures, record = [], employeeId, managerId }: TalkRecord): string[] {
  const ids = { employee: employeeId, manager: managerId };
  return [...signatures.map(({ personId }) => personId), ...objecting(record).map((side) => ids[side])];
}

/** Who has written something in the talk's record that waits for this person's answer; null when nobody. */
export function waitsOn({ record = [] }: TalkRecord, personId: string): string | null {
  return waitingFor(record, personId)?.personId ?? null;
}

/** The talk as a notification must know it, or null when it is gone. */
export async function findTalkFacts(platform: Platform, tenantId: string, talkId: string): Promise<TalkRecord | null> {
  return (await listTalkFacts(platform, tenantId, [talkId])).get(talkId) ?? null;
}
