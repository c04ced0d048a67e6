/** The days that reminders after a talk are about, as they are now: the next check-in, and what each has still to do. Reads no words. */
import { listDue } from '#api/agreement/list-due.ts';
import { listAnswered } from '#api/checkin/answer/list-answered.ts';
import { listNextCheckIns } from '#api/checkin/answer/list-next.ts';
import type { Platform } from '#api/platform/platform.ts';
import { findHandedOver } from '#api/talk/standing/find-handed-over.ts';
import { agreementOf } from './rules/slots.ts';
import type { ReminderRecord } from './store.ts';

/**
 * Local days. `agreement`: of the very one that the row is about; null once it is done, has no day any more, or is somebody else's to do. `answered`:
 * of the check-in that the other has answered; null when they have taken that back.
 */
export type Days = { checkIn: string | null; agreement: string | null; answered: string | null };

/** Row of what the other has answered: the key says in which check-in. */
export const answeredKey = (talkId: string, day: string, recipientId: string): string =>
  `${talkId}:check-in-answered:${day}:${recipientId}`;
const dayIn = ({ key }: ReminderRecord): string => key.split(':').at(-2) ?? '';

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
  const [toCheckIn, answeredIn] = [idsFor('check-in-due'), idsFor('check-in-answered')];
  const withAgreements = idsFor('agreement-due').flatMap((id) => talks.get(id) ?? []);
  const checkedIn = [...toCheckIn, ...answeredIn].flatMap((id) => talks.get(id) ?? []);
  const [checkIns, answered, agreements, handedOver] = await Promise.all([
    toCheckIn.length > 0 ? listNextCheckIns(platform, tenantId, toCheckIn) : null,
    answeredIn.length > 0 ? listAnswered(platform, tenantId, answeredIn) : null,
    withAgreements.length > 0 ? listDue(platform, tenantId, withAgreements) : null,
    // Nobody checks in with a former manager, and a former manager hears no more of it.
    findHandedOver(platform, tenantId, checkedIn),
  ]);
  return (row) => {
    const { agreementId } = agreementOf(row);
    const about = agreements
      ?.get(row.talkId ?? '')
      ?.find((one) => one.waits && one.agreementId === agreementId && one.ownerId === row.recipientId);
    const talk = handedOver.has(row.talkId ?? '') ? undefined : talks.get(row.talkId ?? '');
    const other = row.recipientId === talk?.employeeId ? 'manager' : 'employee';
    const said = talk && answered?.get(talk._id)?.find(({ day, side }) => day === dayIn(row) && side === other);
    return { checkIn: (talk && checkIns?.get(talk._id)) ?? null, agreement: about?.due ?? null, answered: said?.day ?? null };
  };
}
