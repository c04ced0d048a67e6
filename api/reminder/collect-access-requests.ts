/** Hears of access requests that were made or opened: whoever is to be told of one is told once. Sends nothing. */
import type { Platform } from '#api/platform/platform.ts';
import { takeTold } from '#api/privacy/access-request/find-untold.ts';
import { accessNotices } from './rules/access.ts';
import { channelsOf } from './rules/due.ts';
import { addReminders } from './store.ts';

/** One step of the clock. Answers false when none waits. */
export async function collectAccessRequests(platform: Platform): Promise<boolean> {
  return takeTold(platform, async ({ tenantId, ...facts }) => {
    const rows = accessNotices(facts).flatMap(({ kind, ...notice }) =>
      channelsOf(kind).map((channel) => ({ ...notice, tenantId, kind, channel, talkId: null, cycleId: '' })),
    );
    if ((await addReminders(platform.db, rows, platform.clock.now())) > 0) platform.wake('deliver-reminders');
  });
}
