/** Talks that reminders must know of: with notifications to take over, with a preparation due soon, held and not signed by both. */
import type { Platform } from '#api/platform/platform.ts';
import type { Parties } from '#api/preparation/list-prepared.ts';
import { objecting, waitingFor } from './signing/rules.ts';
import { listDueForPreparation, listHeldUnsigned } from './due/store.ts';
import { partiesOf } from './read-access.ts';
import type { Notice } from './record/store.ts';
import type { TalkRecord } from './store.ts';
import { claimNotices, closeNotices, findTalksByIds } from './store.ts';

export type TalkNotices = { tenantId: string; talkId: string; cycleId: string; notices: Notice[] };
export type PreparationDue = Pick<TalkRecord, 'cycleId' | 'prepareBy' | 'startedAt'> & Parties;

/** Hands the notifications of one talk over, and forgets them only when `take` has stored them. Answers false when none waits. */
export async function takeNotices(platform: Platform, take: (found: TalkNotices) => Promise<void>): Promise<boolean> {
  const talk = await claimNotices(platform.db, platform.clock.now());
  if (!talk) return false;
  await take({ tenantId: talk.tenantId, talkId: talk._id, cycleId: talk.cycleId, notices: talk.notices });
  await closeNotices(platform.db, talk);
  return true;
}

/** By tenant: booked talks not yet started whose preparation is due within some days. */
export async function listPreparationsDue(platform: Platform, now: Date, days: number): Promise<Map<string, PreparationDue[]>> {
  const found = new Map<string, PreparationDue[]>();
  for (const talk of await listDueForPreparation(platform.db, now, new Date(now.getTime() + days * 86_400_000))) {
    const { tenantId, cycleId, prepareBy, startedAt } = talk;
    found.set(tenantId, [...(found.get(tenantId) ?? []), { ...partiesOf(talk), cycleId, prepareBy, startedAt }]);
  }
  return found;
}

export type Unsigned = {
  tenantId: string;
  cycleId: string;
  talkId: string;
  finishedAt: Date | null;
  parties: string[];
  answeredBy: string[];
};

/** Talks finished after `since` that one of the two, or both, have not signed. */
export async function listUnsigned(platform: Platform, since: Date): Promise<Unsigned[]> {
  return (await listHeldUnsigned(platform.db, since)).map((talk) => {
    const { _id: talkId, tenantId, cycleId, finishedAt, employeeId, managerId } = talk;
    return { tenantId, cycleId, talkId, finishedAt, parties: [employeeId, managerId], answeredBy: answeredBy(talk) };
  });
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
  const [talk] = await findTalksByIds(platform.db, tenantId, [talkId]);
  return talk ?? null;
}
