/** Hears of check-ins that were answered: the other of the two is told, once for each, and the talk is looked at for the day of the next one. Sends nothing. */
import { collectAnswered } from '#api/checkin/answer/collect-answered.ts';
import type { Platform } from '#api/platform/platform.ts';
import { findTalkFacts } from '#api/talk/find-due-talks.ts';
import { answeredKey } from './find-days.ts';
import { addReminders } from './store.ts';
import { watchNow } from './watch/store.ts';

/** One step of the clock. Answers false when none waits. */
export async function collectCheckIns(platform: Platform): Promise<boolean> {
  return collectAnswered(platform, async ({ tenantId, talkId, answered }) => {
    const talk = await findTalkFacts(platform, tenantId, talkId);
    if (!talk) return;
    const now = platform.clock.now();
    await watchNow(platform.db, { tenantId, talkId }, now);
    const rows = answered.map(({ day, side }) => {
      const recipientId = side === 'employee' ? talk.managerId : talk.employeeId;
      const key = answeredKey(talkId, day, recipientId);
      return { ...{ tenantId, key, talkId, recipientId }, cycleId: talk.cycleId, channel: 'best', kind: 'check-in-answered' } as const;
    });
    if ((await addReminders(platform.db, rows, now)) > 0) platform.wake('deliver-reminders');
  });
}
