/** Changes the words of a topic, by its author, until it is taken up. Whoever can read it reads the new ones. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Topic } from './contract.ts';
import { readTopicFor, scopeOf, showTopic, staleTopic } from './read-topic.ts';
import { mayChange, mayRaise } from './rules.ts';
import { putTopic } from './store.ts';

export async function updateTopic(
  platform: Platform,
  actor: Person,
  topicId: string,
  text: string,
  version: number,
): Promise<Result<Topic>> {
  const access = await readTopicFor(platform, actor, topicId, 'write');
  if (!access) return refuse('not-found');
  const refused = mayChange(access.facts) ?? mayRaise(text);
  if (refused) return refused;
  const sealed = await platform.seal.closeText(scopeOf(access.topic), text);
  const changed = await putTopic(platform.db, actor.tenantId, topicId, version, { sealed });
  return changed ? done(await showTopic(platform, actor, changed, access.managerNow)) : staleTopic(platform, actor, topicId);
}
