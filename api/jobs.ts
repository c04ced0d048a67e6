/** Everything that runs on a clock, on one screen: what, how often, which verb. */
import { createTalksOfLaunch } from './cycle/launch-cycle.ts';
import { syncPeople } from './people/sync-people.ts';
import type { Platform } from './platform/platform.ts';
import type { Job } from './platform/worker/worker.ts';
import { collectNotices, remindOfPreparations } from './reminder/collect-reminders.ts';
import { deliverNextReminder } from './reminder/deliver-reminder.ts';
import { bookNextTalk } from './talk/booking/book-talk.ts';
import { installInNextChat } from './talk/booking/install-in-chat.ts';
import { carryOutNextMove } from './talk/moving/carry-out-move.ts';
import { cancelNextEvents } from './talk/mailbox/cancel-events.ts';
import { lookIntoNextMailbox, watchAllMailboxes } from './talk/mailbox/look-into-mailboxes.ts';

const second = 1000;
/** Bookings at the same time; with one mailbox per manager it stays under Graph's four requests at once per mailbox. */
const bookingLanes = 3;

export function jobsOf(platform: Platform): Job[] {
  const people = platform.config.tenants.map((tenantId) => ({
    name: 'sync-people',
    everyMs: 30 * second,
    patient: true as const,
    step: async () => {
      await syncPeople(platform, tenantId);
      return false;
    },
  }));
  const bookings = Array.from({ length: bookingLanes }, () => ({
    name: 'book-talks',
    everyMs: second,
    step: () => bookNextTalk(platform),
  }));
  return [
    ...people,
    { name: 'create-talks', everyMs: second, step: () => createTalksOfLaunch(platform) },
    ...bookings,
    { name: 'move-talks', everyMs: second, step: () => carryOutNextMove(platform) },
    { name: 'install-in-chats', everyMs: second, step: () => installInNextChat(platform) },
    { name: 'look-into-mailboxes', everyMs: second, step: () => lookIntoNextMailbox(platform) },
    { name: 'watch-mailboxes', everyMs: 3600 * second, patient: true, step: () => watchAllMailboxes(platform) },
    { name: 'cancel-events', everyMs: second, step: () => cancelNextEvents(platform) },
    { name: 'collect-notices', everyMs: second, step: () => collectNotices(platform) },
    { name: 'remind-of-preparations', everyMs: 5 * second, step: () => remindOfPreparations(platform) },
    { name: 'deliver-reminders', everyMs: second, step: () => deliverNextReminder(platform) },
  ];
}
