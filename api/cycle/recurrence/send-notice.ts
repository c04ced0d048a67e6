/** Tells HR of a round: whoever's cycle it is, and all of HR when that person has left or is no longer HR. Once per round and kind, without content. */
import { findPerson } from '#api/people/find-people.ts';
import { listHr } from '#api/people/list-hr.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { CycleKind } from '#api/reminder/contract.ts';
import { remindHr } from '#api/reminder/remind-hr.ts';
import type { CycleRecord } from '../store.ts';
import { isStillHr } from './rules/starting.ts';

export async function tellHr(platform: Platform, { _id: cycleId, tenantId, recurrence }: CycleRecord, kind: CycleKind): Promise<void> {
  if (!recurrence) return;
  const owner = await findPerson(platform, tenantId, recurrence.ownerId);
  const recipients = isStillHr(owner) ? [recurrence.ownerId] : await listHr(platform, tenantId);
  if (recipients.length === 0) platform.log.warn({ cycleId, kind }, 'nobody of HR is known who could be told of a cycle');
  const round = { tenantId, cycleId, kind, day: recurrence.startsOn ?? '' };
  await remindHr(platform, round, recipients);
}
