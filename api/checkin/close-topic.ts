/** Says that a topic has been taken up, in a talk of the two or between talks, or that it waits again. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import type { Topic } from './contract.ts';
import { readTopicFor, showTopic, staleTopic } from './read-topic.ts';
import { putTopic } from './store.ts';

export async function closeTopic(
  platform: Platform,
  actor: Person,
  topicId: string,
  { takenUp, talkId }: { takenUp: boolean; talkId: string | null },
  version: number,
): Promise<Result<Topic>> {
  const access = await readTopicFor(platform, actor, topicId, 'close');
  if (!access) return refuse('not-found');
  if (takenUp && talkId !== null) {
    // Only a talk of these two, which the actor is in.
    const talk = await readAccess(platform, actor, talkId, 'talk');
    if (!talk?.side || talk.talk.employeeId !== access.topic.employeeId) return refuse('not-found');
  }
  const set = takenUp
    ? { takenUpAt: platform.clock.now(), takenUpBy: actor.personId, talkId }
    : { takenUpAt: null, takenUpBy: null, talkId: null };
  const changed = await putTopic(platform.db, actor.tenantId, topicId, version, set);
  return changed ? done(await showTopic(platform, actor, changed, access.managerNow)) : staleTopic(platform, actor, topicId);
}
