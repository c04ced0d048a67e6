/** Access requests in words for people: names instead of ids, and why only for whoever reads that. */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { AccessRequest } from './contract.ts';
import { closesAt, lapsesAt, readsReason, statusOf } from './rules.ts';
import { openReason } from './seal-parts.ts';
import type { RequestRecord } from './store.ts';

/** What everybody is told who is told of one. */
export async function describeFacts(
  platform: Platform,
  tenantId: string,
  records: RequestRecord[],
): Promise<Omit<AccessRequest, 'asked' | 'answered' | 'reason' | 'version'>[]> {
  const ids = records.flatMap(({ employeeId, askedBy, answeredBy }) => [employeeId, askedBy, ...(answeredBy ? [answeredBy] : [])]);
  const people = await findPeople(platform, tenantId, ids);
  const nameOf = (id: string): string => people.get(id)?.name ?? '';
  const now = platform.clock.now();
  return records.map((record) => {
    const { _id, employeeId, askedBy, askedAt, answer, answeredBy, answeredAt, openings, lastOpenedAt, talks } = record;
    const until = answer === null ? lapsesAt(record) : closesAt(record);
    return {
      ...{ requestId: _id, status: statusOf(record, now), employee: nameOf(employeeId) },
      ...{ askedBy: nameOf(askedBy), askedAt: askedAt.toISOString() },
      ...{ answeredBy: answeredBy && nameOf(answeredBy), answeredAt: answeredAt?.toISOString() ?? null },
      ...{ until: until?.toISOString() ?? null, openings, lastOpenedAt: lastOpenedAt?.toISOString() ?? null },
      talks: talks.map(({ talkId, cycle, day }) => ({ talkId, cycle, day: day?.toISOString() ?? null })),
    };
  });
}

/** For an officer who is not too near. */
export async function describeRequests(
  platform: Platform,
  { tenantId, personId }: Person,
  records: RequestRecord[],
): Promise<AccessRequest[]> {
  const facts = await describeFacts(platform, tenantId, records);
  const now = platform.clock.now();
  const described = records.map(async (record, at): Promise<AccessRequest[]> => {
    const { _id, askedBy, answeredBy, sealed, version } = record;
    const fact = facts[at];
    const mayRead = sealed !== null && readsReason(record, personId, now);
    const reason = mayRead ? await openReason(platform, tenantId, _id, sealed) : null;
    return fact ? [{ ...fact, asked: askedBy === personId, answered: answeredBy === personId, reason, version }] : [];
  });
  return (await Promise.all(described)).flat();
}

export async function describeRequest(platform: Platform, actor: Person, record: RequestRecord): Promise<AccessRequest> {
  const [described] = await describeRequests(platform, actor, [record]);
  if (!described) throw new Error('A request that is there could not be described');
  return described;
}
