/** An employee's talks over the years, with what was agreed and taken up in each; as the employee, or as their manager in the talks of the two. */
import { listForSummary } from '#api/agreement/list-for-summary.ts';
import { listHeldOf } from '#api/checkin/answer/read-check-ins.ts';
import { listMyTopics, listTopicsWith } from '#api/checkin/list-topics.ts';
import type { Topic } from '#api/checkin/contract.ts';
import { findPeople, refOf, type KnownPerson } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { erasedOf } from '../retention/describe-erased.ts';
import { hasPassed, statusOf } from '../rules.ts';
import type { TalkRecord } from '../store.ts';
import type { PastTalk } from './contract.ts';
import { eachOf, listPast, type Past } from './list-past.ts';
import { goalsAtFinish } from './read-goals.ts';

export async function readHistory(
  platform: Platform,
  actor: Person,
  employeeId: string,
): Promise<Result<Pick<Past, 'employee' | 'more'> & { talks: PastTalk[] }>> {
  const past = await listPast(platform, actor, employeeId);
  if (!past) return refuse('not-found');
  const { employee, accesses, passed, more } = past;
  const people = await findPeople(
    platform,
    actor.tenantId,
    [...accesses, ...passed].map(({ talk }) => talk.managerId),
  );
  const [topics, goals] = await Promise.all([
    readTopics(platform, actor, employeeId),
    goalsAtFinish(platform, actor, employeeId, accesses),
  ]);
  const taken = await eachOf(passed, async ({ talk, policy, what }): Promise<PastTalk> => ({
    ...headOf(talk, people),
    ...{ status: 'signed', isMissed: false, me: 'manager', goals: [], topics: [], checkIns: [], passed: what },
    agreements: mayAccess('agreements', 'read', 'new-manager', policy) ? await agreedIn(platform, talk) : [],
  }));
  const talks = await eachOf(accesses, async ({ talk, side, facts, policy }): Promise<PastTalk> => ({
    ...headOf(talk, people),
    status: statusOf(facts),
    isMissed: hasPassed(talk, platform.clock.now()),
    me: side,
    agreements: mayAccess('agreements', 'read', side, policy) ? await agreedIn(platform, talk) : [],
    goals: goals.get(talk._id) ?? [],
    topics: topics.filter(({ talkId }) => talkId === talk._id).map(({ topicId, text, by }) => ({ topicId, text, by })),
    checkIns: mayAccess('check-in', 'read', side, policy) ? await listHeldOf(platform, { talk, side }) : [],
  }));
  const dayOf = ({ day }: PastTalk): string => day ?? '9999';
  const all = taken.length === 0 ? talks : [...talks, ...taken].sort((one, other) => dayOf(other).localeCompare(dayOf(one)));
  return done({ employee, talks: all, more });
}

const headOf = (
  { _id: talkId, cycleName, startedAt, start, managerId, notesErased }: TalkRecord,
  people: Map<string, KnownPerson>,
): Pick<PastTalk, 'talkId' | 'cycleName' | 'day' | 'manager' | 'notesErased'> => ({
  ...{ talkId, cycleName, day: (startedAt ?? start)?.toISOString() ?? null },
  manager: refOf(people.get(managerId), managerId),
  ...erasedOf({ notesErased }),
});

const agreedIn = async (platform: Platform, talk: TalkRecord): Promise<PastTalk['agreements']> =>
  (await listForSummary(platform, talk)).map(({ agreementId, text, ownerName, due }) => ({ agreementId, text, ownerName, due }));

/** As far as this person may read them; somebody who no longer manages the employee reads none. */
export async function readTopics(platform: Platform, actor: Person, employeeId: string): Promise<Topic[]> {
  const read = await (actor.personId === employeeId ? listMyTopics(platform, actor) : listTopicsWith(platform, actor, employeeId));
  return read.ok ? read.value.topics : [];
}
