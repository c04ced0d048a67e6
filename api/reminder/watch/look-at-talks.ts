/**
 * Looks at the talks whose time to be looked at has come, at most a page of them, and writes down what is due; each row can exist once. Sends
 * nothing. Reads dates and who has done what, never what somebody wrote.
 */
import { listDue } from '#api/agreement/list-due.ts';
import { listNextCheckIns } from '#api/checkin/answer/list-next.ts';
import { findPeople } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listPrepared } from '#api/preparation/list-prepared.ts';
import { isLeftUnsigned } from '#api/talk/parting/rules.ts';
import { partiesOf } from '#api/talk/read-access.ts';
import { answeredBy, listTalkFacts } from '#api/talk/find-due-talks.ts';
import { lookForAbsences } from '../absence/look-for-absences.ts';
import { findChoices } from '../choices/find-choices.ts';
import { findReached } from '../choices/record-reached.ts';
import { dueSlots, lookNext, slotsOf, type SlotFacts, type Whose } from '../rules/slots.ts';
import { isAlike } from '../rules/ways.ts';
import { findSigning } from '../signing/find-signing.ts';
import { addReminders, newReminders, type NewReminder } from '../store.ts';
import { claimWatches, closeWatches, type WatchRecord } from './store.ts';

/** Most talks looked at in one step. */
export const pageSize = 50;

/** One step of the clock. Answers false when no talk is to be looked at. */
export async function lookAtTalks(platform: Platform): Promise<boolean> {
  const watches = await claimWatches(platform.db, platform.clock.now(), pageSize);
  const tenants = new Map<string, WatchRecord[]>();
  for (const watch of watches) tenants.set(watch.tenantId, [...(tenants.get(watch.tenantId) ?? []), watch]);
  for (const [tenantId, some] of tenants) await lookAtSome(platform, tenantId, some);
  return watches.length > 0;
}

async function lookAtSome(platform: Platform, tenantId: string, watches: WatchRecord[]): Promise<void> {
  const now = platform.clock.now();
  const talks = await readFacts(platform, tenantId, watches);
  const people = [...talks.values()].flatMap(({ facts: { employeeId, managerId } }) => [employeeId, managerId]);
  const [known, choicesOf, reached] = await Promise.all([
    findPeople(platform, tenantId, people),
    findChoices(platform, tenantId, people),
    findReached(platform, tenantId, people),
  ]);
  const of = (personId: string): Whose | null => {
    const person = known.get(personId);
    return person?.enabled ? { timeZone: person.timeZone, choices: choicesOf(personId) } : null;
  };
  const rows: NewReminder[] = [];
  const looked = watches.map((watch) => {
    const talk = talks.get(watch.talkId);
    if (!talk) return { watch, next: null };
    const slots = slotsOf(talk.facts, of);
    for (const { key, kind, recipientId } of dueSlots(slots, now)) {
      // Only whoever gets it in the feed first, and is known to have the app, can be told together with others.
      const together = isAlike(kind) && reached.has(recipientId) && ['usual', 'feed'].includes(choicesOf(recipientId).first);
      const alike = together ? `${tenantId}/${kind}/${known.get(recipientId)?.language ?? 'en'}` : null;
      rows.push({ tenantId, key, kind, recipientId, channel: 'best', talkId: watch.talkId, cycleId: talk.cycleId, alike });
    }
    return { watch, next: lookNext(talk.facts, slots, now) };
  });
  const fresh = await newReminders(platform.db, rows);
  await lookForAbsences(
    platform,
    tenantId,
    fresh.map(({ recipientId }) => recipientId),
    'everybody',
  );
  if ((await addReminders(platform.db, fresh, now)) > 0) platform.wake('deliver-reminders');
  await closeWatches(platform.db, looked);
}

async function readFacts(
  platform: Platform,
  tenantId: string,
  watches: WatchRecord[],
): Promise<Map<string, { cycleId: string; facts: SlotFacts }>> {
  const ids = watches.map(({ talkId }) => talkId);
  const talks = await listTalkFacts(platform, tenantId, ids);
  const held = [...talks.values()].filter(({ finishedAt }) => finishedAt !== null);
  const [preparedOf, agreements, checkIns, signingOf] = await Promise.all([
    listPrepared(platform, tenantId, [...talks.values()].map(partiesOf)),
    listDue(platform, tenantId, held),
    listNextCheckIns(
      platform,
      tenantId,
      held.map(({ _id }) => _id),
    ),
    findSigning(
      platform,
      tenantId,
      [...talks.values()].map(({ cycleId }) => cycleId),
    ),
  ]);
  return new Map(
    // One that was withdrawn is gone, and nothing is left to do for one that ended without both signatures.
    [...talks]
      .filter(([, talk]) => talk.withdrawnAt == null && !isLeftUnsigned(talk))
      .map(([talkId, talk]) => {
        const { employeeId, managerId, start, prepareBy, startedAt, finishedAt, attention, settled, booking, moved } = talk;
        const asks = attention && !(settled?.kind === attention.kind && settled.mark === attention.mark);
        const known = [booking?.bookedAt, moved?.at].flatMap((at) => (at ? [at.getTime()] : []));
        const facts: SlotFacts = {
          ...{ talkId, employeeId, managerId, start, prepareBy, startedAt, finishedAt },
          knownSince: booking?.bookedAt ? new Date(Math.max(...known)) : null,
          releasedAt: preparedOf(talkId).releases,
          signingMayBeOff: signingOf(talk.cycleId).mayBeOff,
          signedBy: answeredBy(talk),
          anySignature: talk.signatures.length > 0,
          attention: asks ? { since: attention.since, mark: `${attention.kind}-${attention.since.getTime()}` } : null,
          agreements: agreements.get(talkId) ?? [],
          checkIn: checkIns.get(talkId) ?? null,
        };
        return [talkId, { cycleId: talk.cycleId, facts }];
      }),
  );
}
