/** Takes over the notifications recorded in talks and goals and writes each down once; the talk is watched for reminders from then on. Sends nothing. */
import { findCycleOf } from '#api/cycle/find-cycle-of.ts';
import { takeProposal } from '#api/development/goal/find-proposal.ts';
import type { Platform } from '#api/platform/platform.ts';
import { takeNotices } from '#api/talk/find-due-talks.ts';
import { channelsOf } from './rules/due.ts';
import { proposalKey } from './rules/proposal.ts';
import { addReminders } from './store.ts';
import { watchNow } from './watch/store.ts';

/** One step of the clock: takes over the notifications of one talk. Answers false when none waits. */
export async function collectNotices(platform: Platform): Promise<boolean> {
  return takeNotices(platform, async ({ tenantId, talkId, cycleId, notices }) => {
    const rows = notices.flatMap(({ key, kind, recipientId }) =>
      channelsOf(kind).map((channel) => ({ tenantId, key, channel, kind, talkId, cycleId, recipientId })),
    );
    const now = platform.clock.now();
    await watchNow(platform.db, { tenantId, talkId }, now);
    if ((await addReminders(platform.db, rows, now)) > 0) platform.wake('deliver-reminders');
  });
}

/** One step of the clock: the employee is to be told of one goal that was proposed to them. Answers false when none waits. */
export async function collectProposal(platform: Platform): Promise<boolean> {
  return takeProposal(platform, async ({ tenantId, goalId, employeeId }) => {
    // A goal has no cycle; one is named so that HR sees whom nobody could reach, among all others there.
    const cycleId = (await findCycleOf(platform, tenantId, employeeId)) ?? '';
    const about = { key: proposalKey(goalId), kind: 'goal-proposed' as const, talkId: null, cycleId, recipientId: employeeId };
    const rows = channelsOf('goal-proposed').map((channel) => ({ tenantId, channel, ...about }));
    if ((await addReminders(platform.db, rows, platform.clock.now())) > 0) platform.wake('deliver-reminders');
  });
}
