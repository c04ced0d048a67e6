/** The days that reminders after a talk are about, as they are now: the next check-in, and what each has still to do. Reads no words. */
import { listDue } from '#api/agreement/list-due.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listCheckIns } from '#api/talk/holding/list-check-ins.ts';
import { agreementOf } from './rules/slots.ts';
import type { ReminderRecord } from './store.ts';

/** Local days. `agreement`: of the very one that the row is about; null once it is done, has no day any more, or is somebody else's to do. */
export type Days = { checkIn: string | null; agreement: string | null };

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
  return (row) => {
    const { agreementId } = agreementOf(row);
    const about = agreements?.get(row.talkId ?? '')?.find((one) => one.agreementId === agreementId && one.ownerId === row.recipientId);
    return { checkIn: checkIns?.get(row.talkId ?? '') ?? null, agreement: about?.due ?? null };
  };
}
