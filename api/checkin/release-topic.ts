/** Lets the other of the two read a topic. Shared with a manager before, an employee's topic reaches the one they have now only by this. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Topic } from './contract.ts';
import { readTopicFor, showTopic, staleTopic } from './read-topic.ts';
import { mayRelease, mayShareWith } from './rules.ts';
import { putTopic } from './store.ts';

export async function releaseTopic(
  platform: Platform,
  actor: Person,
  topicId: string,
  withId: string,
  version: number,
): Promise<Result<Topic>> {
  const access = await readTopicFor(platform, actor, topicId, 'write');
  if (!access) return refuse('not-found');
  const { facts, managerNow } = access;
  const refused = mayRelease(facts, managerNow) ?? mayShareWith(withId, facts, managerNow);
  if (refused) return refused;
  const set = { sharedAt: platform.clock.now(), managerId: managerNow ?? '' };
  const changed = await putTopic(platform.db, actor.tenantId, topicId, version, set);
  return changed ? done(await showTopic(platform, actor, changed, managerNow)) : staleTopic(platform, actor, topicId);
}
