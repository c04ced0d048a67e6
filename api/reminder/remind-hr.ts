/** Writes down that people of HR are to be told of a cycle, once each. Sends nothing: deliver-reminder.ts does. */
import type { Platform } from '#api/platform/platform.ts';
import type { CycleKind } from './contract.ts';
import { cycleNotice } from './rules/cycle-due.ts';
import { addReminders } from './store.ts';

type Told = { tenantId: string; cycleId: string; kind: CycleKind; /** The day the cycle starts by itself. */ day: string };

export async function remindHr(platform: Platform, { tenantId, cycleId, kind, day }: Told, recipients: string[]): Promise<void> {
  const rows = recipients.map((recipientId) => ({
    ...{ tenantId, cycleId, kind, recipientId, talkId: null },
    ...cycleNotice(kind, { cycleId, day, recipientId }),
  }));
  if ((await addReminders(platform.db, rows, platform.clock.now())) > 0) platform.wake('deliver-reminders');
}
