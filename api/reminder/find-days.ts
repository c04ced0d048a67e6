/** The days that reminders after a talk are about, as they are now: the next check-in, and what each has still to do. Reads no words. */
import { listDue } from '#api/agreement/list-due.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listCheckIns } from '#api/talk/holding/list-check-ins.ts';
import type { ReminderRecord } from './store.ts';

/** Local days. `agreements`: of those that the recipient has agreed to and not done. */
export type Days = { checkIn: string | null; agreements: string[] };

/** Asks only for what these rows are about; `talks` holds the talk of each. */
export async function findDays(
  platform: Platform,
  tenantId: string,
  rows: ReminderRecord[],
  talks: Map<string, Parameters<typeof listDue>[2][number]>,
): Promise<(row: ReminderRecord) => Days> {
  const idsFor = (kind: ReminderRecord['kind']): string[] => [
    ...new Set(rows.flatMap((row) => (row.kind === kind && row.talkId !== null ? [row.talkId] : []))),
  ];
  const [toCheckIn, toDo] = [idsFor('check-in-due'), idsFor('agreement-due').flatMap((id) => talks.get(id) ?? [])];
  const [checkIns, agreements] = await Promise.all([
    toCheckIn.length > 0 ? listCheckIns(platform, tenantId, toCheckIn) : null,
    toDo.length > 0 ? listDue(platform, tenantId, toDo) : null,
  ]);
  return ({ talkId, recipientId }) => ({
    checkIn: checkIns?.get(talkId ?? '') ?? null,
    agreements: (agreements?.get(talkId ?? '') ?? []).filter(({ ownerId }) => ownerId === recipientId).map(({ due }) => due),
  });
}
