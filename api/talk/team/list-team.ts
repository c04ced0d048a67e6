/** The manager's overview, one row per person. Of each person's talks only those that may matter now are described, so that years of talks cost little. */
import { countOpen } from '#api/agreement/count-open.ts';
import { listLastCheckIns, type LastCheckIn } from '#api/checkin/answer/list-answered.ts';
import { countTopics } from '#api/checkin/list-topics.ts';
import { findPeople, refOf } from '#api/people/find-people.ts';
import { listReports } from '#api/people/list-reports.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import type { PolicyFacts } from '#api/privacy/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { describeTalks } from '../describe-talk.ts';
import { factsOf, policyFactsOf } from '../read-access.ts';
import { findHandedOver } from '../standing/find-handed-over.ts';
import { listTalksOf, type TalkRecord } from '../store.ts';
import type { TeamRow } from './contract.ts';
import { inOrder, mostUrgent, teamOf } from './rules.ts';

const isSigned = ({ signatures }: TalkRecord): boolean => signatures.length >= 2;

export async function listTeam(platform: Platform, actor: Person): Promise<Result<{ rows: TeamRow[] }>> {
  const { tenantId } = actor;
  const [records, reports] = await Promise.all([
    listTalksOf(platform.db, actor, 'manager'),
    listReports(platform, tenantId, actor.personId),
  ]);
  const ids = teamOf(
    reports,
    records.map((talk) => ({ employeeId: talk.employeeId, signedByBoth: isSigned(talk) })),
  );
  const ofPerson = new Map(ids.map((id) => [id, records.filter(({ employeeId }) => employeeId === id)]));
  const shown = ids.flatMap((id) => mayMatter(ofPerson.get(id) ?? []));
  const [people, talks, open, topics, checkIns] = await Promise.all([
    findPeople(platform, tenantId, ids),
    describeTalks(platform, actor, shown),
    countOpen(
      platform,
      tenantId,
      records.map(({ _id }) => _id),
    ),
    countTopics(platform, actor, ids),
    lastCheckInsOf(platform, actor, records),
  ]);
  const rows = ids.map((id): TeamRow => {
    const all = ofPerson.get(id) ?? [];
    return {
      person: refOf(people.get(id), id),
      talk: mostUrgent(talks.filter(({ employee }) => employee.id === id)),
      lastTalkAt: lastOf(all)?.toISOString() ?? null,
      lastCheckIn: newestOf(all.flatMap(({ _id }) => checkIns.get(_id) ?? [])),
      openAgreements: all.reduce((sum, { _id }) => sum + (open.get(_id) ?? 0), 0),
      topics: topics.get(id) ?? 0,
    };
  });
  return done({ rows: inOrder(rows) });
}

/** Of the talks whose check-ins this manager may read: not of those that are handed over. */
async function lastCheckInsOf(platform: Platform, { tenantId }: Person, records: TalkRecord[]): Promise<Map<string, LastCheckIn>> {
  const held = records.filter(({ finishedAt }) => finishedAt !== null);
  const handedOver = await findHandedOver(platform, tenantId, held);
  const readable = held.filter((talk) => !handedOver.has(talk._id) && mayAccess('check-in', 'read', 'manager', factsFor(talk)));
  return listLastCheckIns(
    platform,
    tenantId,
    readable.map(({ _id }) => _id),
  );
}

const factsFor = (talk: TalkRecord): PolicyFacts => policyFactsOf(talk, factsOf(talk, { employee: null, manager: null }));

function newestOf(all: LastCheckIn[]): TeamRow['lastCheckIn'] {
  const [newest] = all.sort((one, other) => other.at.getTime() - one.at.getTime());
  return newest ? { at: newest.at.toISOString(), by: newest.side, how: newest.how, need: newest.need } : null;
}

/** What is not signed, and the newest of what is. */
function mayMatter(talks: TalkRecord[]): TalkRecord[] {
  const newest = talks.find(isSigned);
  return [...talks.filter((talk) => !isSigned(talk)), ...(newest ? [newest] : [])];
}

const lastOf = (talks: TalkRecord[]): Date | null =>
  talks.reduce<Date | null>((last, { startedAt }) => (startedAt && (last === null || startedAt > last) ? startedAt : last), null);
