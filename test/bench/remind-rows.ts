/** The due reminders of a run: one for each talk of the crowd, of the kinds that the run is about. Read again afterwards, they say under which name each went out. */
import { randomUUID } from 'node:crypto';
import { writeChoices, writeReached } from '#api/reminder/choices/store.ts';
import { addReminders, type NewReminder, type ReminderRecord } from '#api/reminder/store.ts';
import type { TalkRecord } from '#api/talk/store.ts';
import type { Crowd } from '#test/given/crowd.ts';
import { talksOf, type Life } from '#test/given/virtual-samtal.ts';

export type What = 'one' | 'alike' | 'card' | 'mail';

const kindOf = { one: 'preparation-due', card: 'preparation-due', alike: 'preparation-soon', mail: 'talk-booked' } as const;

/** All due now. */
export async function giveReminders(life: Life, crowd: Crowd, what: What, count: number): Promise<void> {
  const { db, clock } = life.platform;
  const kind = kindOf[what];
  const talks = (await talksOf(life, crowd)).slice(0, count);
  const rows = talks.map(({ _id: talkId, tenantId, cycleId, employeeId: recipientId }): NewReminder => ({
    ...{ tenantId, talkId, cycleId, recipientId, kind },
    key: `${talkId}:${kind}:1:${recipientId}`,
    channel: what === 'mail' ? 'mail' : 'best',
    alike: what === 'alike' ? `${tenantId}/${kind}/en` : null,
  }));
  const at = clock.now();
  if (what === 'card') await ofAllCards(life, talks, rows, at);
  for (let from = 0; from < rows.length; from += 1000) await addReminders(db, rows.slice(from, from + 1000), at);
  const [first] = rows;
  if (first) await writeReached(db, { tenantId: first.tenantId, personId: first.recipientId }, at);
}

/**
 * Of each manager's talks every third reminds the manager, who is told of all of them on one card; another third is about a round that starts by itself,
 * for somebody who wants cards first. Both tell of themselves by their key alone, a preparation by its talk.
 */
async function ofAllCards({ platform: { db } }: Life, talks: TalkRecord[], rows: NewReminder[], at: Date): Promise<void> {
  const cycleId = randomUUID();
  const tenantId = rows[0]?.tenantId ?? '';
  const recurrence = { startsOn: '2027-03-01', zone: 'Europe/Stockholm', decided: null, waiting: null, startDue: null };
  await db.connection.collection('cycles').insertOne({ _id: cycleId as never, tenantId, recurrence, launchedAt: null });
  const choices = { first: 'card' as const, off: [], from: 8, to: 17, weekdays: [1, 2, 3, 4, 5], newsWaits: false };
  const seenOf = new Map<string, number>();
  for (const [index, { _id: talkId, managerId, employeeId }] of talks.entries()) {
    const row = rows[index];
    const nth = seenOf.get(managerId) ?? 0;
    seenOf.set(managerId, nth + 1);
    if (!row || nth % 3 === 0) continue;
    if (nth % 3 === 1) {
      Object.assign(row, { kind: 'cycle-soon', talkId: null, cycleId, key: `${cycleId}:cycle-soon:${employeeId}` });
      await writeChoices(db, { tenantId, personId: employeeId }, 0, { choices, changedAt: at });
    } else Object.assign(row, { recipientId: managerId, key: `${talkId}:preparation-due:1:${managerId}` });
  }
}

const rowsIn = ({ platform }: Life) => platform.db.connection.collection('reminders');
export const countDue = (life: Life): Promise<number> => rowsIn(life).countDocuments({ due: { $ne: null } });

export type Sent = Pick<ReminderRecord, 'recipientId' | 'sentAt'> & {
  /** What it went out under, alone or with others (deliver-reminder.ts). */
  name: string;
  isTogether: boolean;
};

/** Every reminder of the run as it is now. */
export async function listReminders(life: Life): Promise<Sent[]> {
  const rows = (await rowsIn(life).find({}).toArray()) as unknown as ReminderRecord[];
  return rows.map(({ _id, group, feedBegun, recipientId, sentAt }) => ({
    ...{ recipientId, sentAt, name: feedBegun ?? group ?? _id },
    isTogether: group?.startsWith('several/') ?? false,
  }));
}
