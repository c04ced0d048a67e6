/**
 * Tells many people the same in one call to the feed. What is refused as a whole is told to each by itself; whoever may have got it by an earlier call
 * whose answer was lost, under the group's key, which replaces that entry, and in the feed alone.
 */
import { GraphRefused } from '#api/platform/graph/failures.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Message } from './describe-reminders.ts';
import { recordTries, tryFeed } from './record-tries.ts';
import { inTurn } from './keep-pace.ts';
import { deepLink } from './rules/deep-link.ts';
import { activityOf } from './send-message.ts';
import { closeReminders, partReminders } from './store.ts';

/** All of one tenant, kind and language, and known to have the app. `group` decides the chain: the same group never leads to two entries. */
export async function sendAlike(platform: Platform, group: string, messages: [Message, ...Message[]]): Promise<void> {
  const [{ row, words }] = messages;
  const rows = messages.map((one) => one.row);
  const people = [...new Set(rows.map(({ recipientId }) => recipientId))];
  // One link for all: the page that knows which talk is whose.
  const link = deepLink(platform.config.teamsAppId, 'my-talk');
  const entry = { ...activityOf({ type: row.kind, values: {} }), preview: words.preview, topic: words.topic, link, key: group };
  const { feed } = recordTries(platform, rows, group);
  const call = () => platform.graph.sendActivityToMany(row.tenantId, people, entry);
  try {
    await tryFeed(feed, () => inTurn(platform, row.tenantId, 'activity-many', call));
  } catch (error) {
    if (!(error instanceof GraphRefused)) throw error;
    platform.log.warn({ kind: row.kind, people: people.length, status: error.status }, 'many could not be told at once');
    return partReminders(platform.db, rows, platform.clock.now());
  }
  await closeReminders(platform.db, rows, { outcome: 'feed', sentAt: platform.clock.now() });
}
