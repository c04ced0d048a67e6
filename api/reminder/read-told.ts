/** What a reminder says by now, for whoever shows it once more to the person it was sent to. It says no more than the reminder itself did. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { describeReminders } from './describe-reminders.ts';
import { eachOnce, saidAsOne } from './rules/several.ts';
import type { Words } from './rules/words.ts';
import { findNamed } from './store.ts';

/**
 * @param key the name it went out under (send-message.ts); any text, since it comes back from outside
 * @returns null when nothing of it is true any more, and for whoever it was never meant for
 */
export async function readTold(platform: Platform, actor: Person, key: string): Promise<{ words: Words; link: string } | null> {
  const { tenantId, personId: recipientId } = actor;
  const rows = await findNamed(platform.db, { tenantId, recipientId }, key);
  const described = await describeReminders(platform, rows);
  const [first, ...more] = eachOnce(described.flatMap(({ message }) => (message ? [message] : [])));
  return first ? saidAsOne([first, ...more], platform.config.teamsAppId) : null;
}
