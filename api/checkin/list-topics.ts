/** Lists of topics: one's own as an employee, about somebody one manages, and what there is for one talk. */
import { findPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { findManagerOf } from '#api/talk/find-manager.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { topicsShown, type Topic, type Topics } from './contract.ts';
import { showTopics, topicFactsOf } from './read-topic.ts';
import { inOrder, mayTopic } from './rules.ts';
import { countWaiting, listTopicsFor, type TopicRecord } from './store.ts';

/** More than anybody writes down in a life: what is asked for with it leaves none out. */
const everyTopic = 100_000;

/** All about an employee that the reader may read now, however long ago they came up; none for whoever does not manage them now. */
export async function listEveryTopic(platform: Platform, actor: Person, employeeId: string): Promise<Topic[]> {
  const managerNow = await findManagerOf(platform, actor.tenantId, employeeId);
  if (employeeId !== actor.personId && managerNow !== actor.personId) return [];
  return (await listOf(platform, actor, employeeId, managerNow, () => true, everyTopic)).topics;
}

export async function listMyTopics(platform: Platform, actor: Person): Promise<Result<Topics>> {
  const managerNow = await findManagerOf(platform, actor.tenantId, actor.personId);
  return done(await listOf(platform, actor, actor.personId, managerNow));
}

export async function listTopicsWith(platform: Platform, actor: Person, employeeId: string): Promise<Result<Topics>> {
  const managerNow = await findManagerOf(platform, actor.tenantId, employeeId);
  return managerNow === actor.personId ? done(await listOf(platform, actor, employeeId, managerNow)) : refuse('not-found');
}

export async function listTopicsOfTalk(platform: Platform, actor: Person, talkId: string): Promise<Result<Topics>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const { employeeId } = access.talk;
  const managerNow = await findManagerOf(platform, actor.tenantId, employeeId);
  const ofTalk = (topic: TopicRecord): boolean => topic.takenUpAt === null || topic.talkId === talkId;
  return done(await listOf(platform, actor, employeeId, managerNow, ofTalk));
}

/** How many wait for the reader and each of these employees, whom the reader manages: for a list. */
export function countTopics(platform: Platform, manager: Person, employeeIds: string[]): Promise<Map<string, number>> {
  return countWaiting(platform.db, manager, employeeIds);
}

async function listOf(
  platform: Platform,
  actor: Person,
  employeeId: string,
  managerNow: string | null,
  isMeant: (topic: TopicRecord) => boolean = () => true,
  most: number = topicsShown,
): Promise<Topics> {
  const found = await listTopicsFor(platform.db, actor, employeeId, most);
  const shown = inOrder(found.filter((topic) => isMeant(topic) && mayTopic(topicFactsOf(topic), actor.personId, managerNow, 'read')));
  const otherId = actor.personId === employeeId ? managerNow : employeeId;
  const other = otherId === null ? null : await findPerson(platform, actor.tenantId, otherId);
  return {
    topics: await showTopics(platform, actor, shown.slice(0, most), managerNow),
    other: other && { id: other.personId, name: other.name },
  };
}
