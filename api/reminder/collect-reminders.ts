/** Finds what is due and writes it down once: notifications recorded in talks, preparations due in two days, signatures still waited for. Sends nothing. */
import type { Platform } from '#api/platform/platform.ts';
import { listPrepared } from '#api/preparation/list-prepared.ts';
import { listPreparationsDue, listUnsigned, takeNotices } from '#api/talk/find-due-talks.ts';
import { channelsOf, preparationReminder, remindDaysBefore, signatureDaysAtMost, signatureReminders } from './rules/due.ts';
import { addReminders, type NewReminder } from './store.ts';

/** One step of the clock: takes over the notifications of one talk. Answers false when none waits. */
export async function collectNotices(platform: Platform): Promise<boolean> {
  return takeNotices(platform, async ({ tenantId, talkId, cycleId, notices }) => {
    const rows = notices.flatMap(({ key, kind, recipientId }) =>
      channelsOf(kind).map((channel) => ({ tenantId, key, channel, kind, talkId, cycleId, recipientId })),
    );
    if ((await addReminders(platform.db, rows, platform.clock.now())) > 0) platform.wake();
  });
}

/** One look at the preparations that are due soon. Always answers false: the next look is after the rest. */
export async function remindOfPreparations(platform: Platform): Promise<boolean> {
  const now = platform.clock.now();
  const rows: NewReminder[] = [];
  for (const [tenantId, talks] of await listPreparationsDue(platform, now, remindDaysBefore)) {
    const preparedOf = await listPrepared(platform, tenantId, talks);
    for (const talk of talks) {
      const due = preparationReminder({ ...talk, employeeReleasedAt: preparedOf(talk.talkId).releases.employee }, now);
      if (due)
        rows.push(
          ...due.channels.map((channel) => ({
            tenantId,
            channel,
            talkId: talk.talkId,
            cycleId: talk.cycleId,
            key: due.key,
            kind: due.kind,
            recipientId: due.recipientId,
          })),
        );
    }
  }
  if ((await addReminders(platform.db, rows, now)) > 0) platform.wake();
  return false;
}

/** One look at talks that were held and are not signed by both. Always answers false: the next look is after the rest. */
export async function remindOfSignatures(platform: Platform): Promise<boolean> {
  const now = platform.clock.now();
  const talks = await listUnsigned(platform, new Date(now.getTime() - signatureDaysAtMost * 86_400_000));
  const rows = talks.flatMap(({ tenantId, cycleId, ...talk }) =>
    signatureReminders(talk, now).flatMap(({ channels, ...due }) =>
      channels.map((channel) => ({ tenantId, cycleId, talkId: talk.talkId, channel, ...due })),
    ),
  );
  if ((await addReminders(platform.db, rows, now)) > 0) platform.wake();
  return false;
}
