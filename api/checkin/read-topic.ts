/** A topic for a verb: found, and judged by the policy table for this person. Also how one is shown. */
import { findPeople } from '#api/people/find-people.ts';
import { findManagerOf } from '#api/talk/find-manager.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Refused } from '#api/platform/refusal/contract.ts';
import type { Act } from '#api/privacy/contract.ts';
import type { Topic } from './contract.ts';
import { isWithBoth, mayTopic, type TopicFacts } from './rules.ts';
import { findTopic, type TopicRecord } from './store.ts';

export type TopicAccess = { topic: TopicRecord; facts: TopicFacts; managerNow: string | null };

/** Null when this person may not do that with it, or it does not exist: nobody is told which. */
export async function readTopicFor(
  platform: Platform,
  { tenantId, personId }: Person,
  topicId: string,
  act: Act | 'close',
): Promise<TopicAccess | null> {
  const topic = await findTopic(platform.db, tenantId, topicId);
  if (!topic) return null;
  const managerNow = await findManagerOf(platform, tenantId, topic.employeeId);
  const facts = topicFactsOf(topic);
  return mayTopic(facts, personId, managerNow, act) ? { topic, facts, managerNow } : null;
}

export const topicFactsOf = ({ employeeId, managerId, authorId, sharedAt, takenUpAt }: TopicRecord): TopicFacts => ({
  ...{ employeeId, managerId, authorId },
  shared: sharedAt !== null,
  takenUp: takenUpAt !== null,
});

/** Whose key seals it: one per author and employee. */
export const scopeOf = ({ tenantId, employeeId, authorId }: Pick<TopicRecord, 'tenantId' | 'employeeId' | 'authorId'>) => ({
  tenantId,
  talkId: `topics.${employeeId}`,
  authorId,
});

/** For a caller who has asked the policy table. */
export async function showTopic(platform: Platform, actor: Person, topic: TopicRecord, managerNow: string | null): Promise<Topic> {
  const [one] = await showTopics(platform, actor, [topic], managerNow);
  if (!one) throw new Error('A topic that was just read could not be shown');
  return one;
}

/** All about one employee, whom `managerNow` manages, in their order. */
export async function showTopics(
  platform: Platform,
  { tenantId, personId }: Person,
  topics: TopicRecord[],
  managerNow: string | null,
): Promise<Topic[]> {
  const people = await findPeople(
    platform,
    tenantId,
    topics.map(({ authorId }) => authorId),
  );
  return Promise.all(
    topics.map(async (topic) => ({
      ...(await openTopic(platform, personId, topic, managerNow)),
      authorName: people.get(topic.authorId)?.name ?? '',
    })),
  );
}

async function openTopic(
  platform: Platform,
  personId: string,
  topic: TopicRecord,
  managerNow: string | null,
): Promise<Omit<Topic, 'authorName'>> {
  const { _id, version, employeeId, authorId, madeAt, sharedAt, takenUpAt, talkId } = topic;
  return {
    ...{ topicId: _id, version, employeeId, talkId },
    by: authorId === employeeId ? 'employee' : 'manager',
    mine: authorId === personId,
    text: await platform.seal.openText(scopeOf(topic), topic.sealed, 'topic'),
    madeAt: madeAt.toISOString(),
    sharedAt: isWithBoth(topicFactsOf(topic), managerNow) ? (sharedAt?.toISOString() ?? null) : null,
    takenUpAt: takenUpAt?.toISOString() ?? null,
  };
}

/** Somebody was faster: the newest is shown, if there still is one for this person. */
export async function staleTopic(platform: Platform, actor: Person, topicId: string): Promise<Refused> {
  const access = await readTopicFor(platform, actor, topicId, 'read');
  return access ? refuse('stale', { current: await showTopic(platform, actor, access.topic, access.managerNow) }) : refuse('not-found');
}
