/** The manager's overview, one row per person. Of each person's talks only those that may matter now are described, so that years of talks cost little. */
import { countOpen } from '#api/agreement/count-open.ts';
import { countTopics } from '#api/checkin/list-topics.ts';
import { findPeople, refOf } from '#api/people/find-people.ts';
import { listReports } from '#api/people/list-reports.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { describeTalks } from '../describe-talk.ts';
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
  const [people, talks, open, topics] = await Promise.all([
    findPeople(platform, tenantId, ids),
    describeTalks(platform, actor, shown),
    countOpen(
      platform,
      tenantId,
      records.map(({ _id }) => _id),
    ),
    countTopics(platform, actor, ids),
  ]);
  const rows = ids.map((id): TeamRow => {
    const all = ofPerson.get(id) ?? [];
    return {
      person: refOf(people.get(id), id),
      talk: mostUrgent(talks.filter(({ employee }) => employee.id === id)),
      lastTalkAt: lastOf(all)?.toISOString() ?? null,
      openAgreements: all.reduce((sum, { _id }) => sum + (open.get(_id) ?? 0), 0),
      topics: topics.get(id) ?? 0,
    };
  });
  return done({ rows: inOrder(rows) });
}

/** What is not signed, and the newest of what is. */
function mayMatter(talks: TalkRecord[]): TalkRecord[] {
  const newest = talks.find(isSigned);
  return [...talks.filter((talk) => !isSigned(talk)), ...(newest ? [newest] : [])];
}

const lastOf = (talks: TalkRecord[]): Date | null =>
  talks.reduce<Date | null>((last, { startedAt }) => (startedAt && (last === null || startedAt > last) ? startedAt : last), null);
