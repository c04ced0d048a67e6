/** Everything that runs on a clock, on one screen: what, how often, which verb. */
import { createTalksOfLaunch } from './cycle/launch-cycle.ts';
import { planNextCycle } from './cycle/recurrence/plan-next-cycle.ts';
import { startNextCycle } from './cycle/recurrence/start-next-cycle.ts';
import { carryOutNextReplan } from './cycle/replan/carry-out-replan.ts';
import { releaseStoppedCycle } from './cycle/stop-cycle.ts';
import { eraseOldTold } from './insight/heard/erase-told.ts';
import { syncPeople } from './people/sync-people.ts';
import { sayEveryMs } from './platform/db/instances.ts';
import { createSharing } from './platform/graph/share-limits.ts';
import type { Platform } from './platform/platform.ts';
import type { Job } from './platform/worker/worker.ts';
import { carryOutNextRequest } from './privacy/access-bundle/carry-out-request.ts';
import { checkNextChains } from './privacy/access-chain/check-next.ts';
import { eraseAgedAccesses } from './privacy/access-log/erase-accesses.ts';
import { eraseAgedRequests } from './privacy/access-request/erase-requests.ts';
import { eraseNext } from './privacy/erasure/erase-next.ts';
import { createAgeStep, findLeavers } from './privacy/erasure/find-erasures.ts';
import { collectAccessRequests } from './reminder/collect-access-requests.ts';
import { collectCheckIns } from './reminder/collect-check-ins.ts';
import { collectNotices, collectProposal } from './reminder/collect-reminders.ts';
import { deliverNextReminder } from './reminder/deliver-reminder.ts';
import { lookAtTalks } from './reminder/watch/look-at-talks.ts';
import { createBookingStep } from './talk/booking/book-due-talks.ts';
import { installInNextChat } from './talk/booking/install-in-chat.ts';
import { carryOutNextMove } from './talk/moving/carry-out-move.ts';
import { carryOutNextParting } from './talk/parting/carry-out-parting.ts';
import { carryOutNextRoom } from './talk/room/carry-out-room.ts';
import { createEraseStep } from './talk/retention/erase-due.ts';
import { cancelNextEvents } from './talk/mailbox/cancel-events.ts';
import { lookIntoNextMailbox, watchAllMailboxes } from './talk/mailbox/look-into-mailboxes.ts';

const second = 1000;
/** Waves of bookings side by side, when there are many; how many calls that makes at a time is the pacer's business (platform/graph). */
const bookingLanes = 8;
/** Reminders side by side, so that the time an answer takes does not hold up the next; how many a second is decided by the feed's turns. */
const reminderLanes = 4;

export function jobsOf(platform: Platform): Job[] {
  const people = platform.config.tenants.map((tenantId): Job => ({
    name: 'sync-people',
    everyMs: 30 * second,
    patient: true,
    step: async () => {
      await syncPeople(platform, tenantId);
      return false;
    },
  }));
  const book = createBookingStep(platform);
  // The first looks for work; the others are woken when there is more than it takes.
  const bookings = Array.from({ length: bookingLanes }, (_, lane): Job => ({
    name: 'book-talks',
    everyMs: lane === 0 ? second / 2 : 15 * second,
    step: book,
  }));
  const reminders = Array.from({ length: reminderLanes }, (_, lane): Job => ({
    name: 'deliver-reminders',
    everyMs: lane === 0 ? second : 15 * second,
    step: () => deliverNextReminder(platform),
  }));
  return [
    { name: 'share-limits', everyMs: sayEveryMs, patient: true, step: createSharing(platform) },
    ...people,
    { name: 'create-talks', everyMs: second, step: () => createTalksOfLaunch(platform) },
    { name: 'stop-cycles', everyMs: second, step: () => releaseStoppedCycle(platform) },
    { name: 'plan-next-cycles', everyMs: 60 * second, step: () => planNextCycle(platform) },
    { name: 'start-cycles', everyMs: 5 * second, step: () => startNextCycle(platform) },
    { name: 'replan-cycles', everyMs: second, step: () => carryOutNextReplan(platform) },
    ...bookings,
    { name: 'move-talks', everyMs: second, step: () => carryOutNextMove(platform) },
    { name: 'change-rooms', everyMs: second, step: () => carryOutNextRoom(platform) },
    { name: 'part-talks', everyMs: second, step: () => carryOutNextParting(platform) },
    { name: 'install-in-chats', everyMs: second, step: () => installInNextChat(platform) },
    { name: 'look-into-mailboxes', everyMs: second, step: () => lookIntoNextMailbox(platform) },
    { name: 'watch-mailboxes', everyMs: 3600 * second, patient: true, step: () => watchAllMailboxes(platform) },
    { name: 'cancel-events', everyMs: second, step: () => cancelNextEvents(platform) },
    { name: 'collect-notices', everyMs: second, step: () => collectNotices(platform) },
    { name: 'collect-check-ins', everyMs: 10 * second, step: () => collectCheckIns(platform) },
    { name: 'collect-proposals', everyMs: 2 * second, step: () => collectProposal(platform) },
    { name: 'collect-access-requests', everyMs: 2 * second, step: () => collectAccessRequests(platform) },
    { name: 'look-at-talks', everyMs: 5 * second, step: () => lookAtTalks(platform) },
    { name: 'erase-due', everyMs: 6 * 3600 * second, patient: true, step: createEraseStep(platform) },
    { name: 'erase-told', everyMs: 6 * 3600 * second, patient: true, step: () => eraseOldTold(platform) },
    { name: 'erase-accesses', everyMs: 6 * 3600 * second, patient: true, step: () => eraseAgedAccesses(platform) },
    { name: 'carry-out-access-requests', everyMs: second, step: () => carryOutNextRequest(platform) },
    { name: 'erase-access-requests', everyMs: 6 * 3600 * second, patient: true, step: () => eraseAgedRequests(platform) },
    { name: 'check-accesses', everyMs: 3600 * second, patient: true, step: () => checkNextChains(platform) },
    { name: 'find-leavers', everyMs: 3600 * second, patient: true, step: () => findLeavers(platform) },
    { name: 'find-old-talks', everyMs: 6 * 3600 * second, patient: true, step: createAgeStep(platform) },
    { name: 'erase-next', everyMs: 60 * second, step: () => eraseNext(platform) },
    ...reminders,
  ];
}
