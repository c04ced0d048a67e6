/** Removes a topic, by its author. One that was taken up stays: the other of the two has read it and may look back. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readTopicFor, staleTopic } from './read-topic.ts';
import { mayChange } from './rules.ts';
import { removeTopic } from './store.ts';

export async function dropTopic(platform: Platform, actor: Person, topicId: string, version: number): Promise<Result<{ topicId: string }>> {
  const access = await readTopicFor(platform, actor, topicId, 'write');
  if (!access) return refuse('not-found');
  const refused = mayChange(access.facts);
  if (refused) return refused;
  return (await removeTopic(platform.db, actor.tenantId, topicId, version)) ? done({ topicId }) : staleTopic(platform, actor, topicId);
}
