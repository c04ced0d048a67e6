/** Writes a topic down: about oneself, or about somebody one manages. The caller's own id makes a repeated call harmless. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { findManagerOf } from '#api/talk/find-manager.ts';
import type { Topic } from './contract.ts';
import { readTopicFor, scopeOf, showTopic } from './read-topic.ts';
import { mayRaise, mayShareWith } from './rules.ts';
import { putNewTopic } from './store.ts';

export type NewTopic = { topicId: string; employeeId: string; text: string; /** Null: kept. */ withId: string | null };

export async function addTopic(platform: Platform, actor: Person, { topicId, employeeId, text, withId }: NewTopic): Promise<Result<Topic>> {
  const { tenantId, personId } = actor;
  const managerNow = await findManagerOf(platform, tenantId, employeeId);
  if (employeeId !== personId && managerNow !== personId) return refuse('not-found');
  const refused = mayRaise(text) ?? (withId === null ? null : mayShareWith(withId, { employeeId, authorId: personId }, managerNow));
  if (refused) return refused;
  const now = platform.clock.now();
  const topic = {
    ...{ _id: topicId, tenantId, employeeId, managerId: managerNow ?? '', authorId: personId },
    sealed: await platform.seal.closeText(scopeOf({ tenantId, employeeId, authorId: personId }), text),
    ...{ madeAt: now, sharedAt: withId === null ? null : now, takenUpAt: null, takenUpBy: null, talkId: null, version: 1 },
  };
  if (await putNewTopic(platform.db, topic)) return done(await showTopic(platform, actor, topic, managerNow));
  // The id exists: this call came before and its answer was lost, or it is somebody else's.
  const access = await readTopicFor(platform, actor, topicId, 'write');
  if (!access) return refuse('not-found');
  const stored = await showTopic(platform, actor, access.topic, access.managerNow);
  // Kept or shared is part of what was said: whoever chose otherwise the second time must not read that it was done.
  const same = stored.text === text && access.topic.employeeId === employeeId && (stored.sharedAt !== null) === (withId !== null);
  return same ? done(stored) : refuse('stale', { current: stored });
}
