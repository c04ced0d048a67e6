/** Takes the next due reminder, and with it those that can be told together with it: the same to many people, or many to the same person. */
import type { Platform } from '#api/platform/platform.ts';
import { clockKinds } from './contract.ts';
import { mayShare } from './rules/ways.ts';
import { claimFellows, claimReminder, nameGroup, type ReminderRecord } from './store.ts';

/** Most people of one call to the feed (Microsoft Graph, sendActivityNotificationToRecipients). */
const mostPeople = 100;
const mostOfOne = 40;
const shared = clockKinds.filter(mayShare);

/** All of one group, or of none; empty when nothing is due. */
export async function joinReminders(platform: Platform): Promise<ReminderRecord[]> {
  const { db, clock } = platform;
  const now = clock.now();
  const row = await claimReminder(db, now);
  if (!row) return [];
  const { group, alike, channel, kind, recipientId } = row;
  if (group) return [row, ...(await claimFellows(db, row, {}, mostPeople, now))];
  // It may have arrived by itself, and would come again under a group's name.
  if ((row.due?.attempts ?? 0) > 1 || row.feedBegun != null || row.mailBegun) return [row];
  if (alike) {
    const rows = [row];
    // Other instances may be taking the same: what they got is made up for.
    for (let more = [row]; more.length > 0 && rows.length < mostPeople; rows.push(...more))
      more = await claimFellows(db, row, { alike }, mostPeople - rows.length, now);
    if (rows.length > 1) return nameGroup(db, rows, 'alike');
  }
  if (channel !== 'best' || !mayShare(kind)) return [row];
  const others = await claimFellows(db, row, { recipientId, channel, kind: { $in: shared } }, mostOfOne, now);
  return others.length > 0 ? nameGroup(db, [row, ...others], 'several') : [row];
}
