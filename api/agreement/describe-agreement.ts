/**
 * Agreements as they were made: text opened, owner named, and the goal for a reader who may read it. For verbs that have already asked the policy
 * table; how they go is following/'s business.
 */
import { findGoalNames } from '#api/development/goal/find-goal-names.ts';
import { findPeople } from '#api/people/find-people.ts';
import type { GoalName } from '#api/development/terms/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Agreement } from './contract.ts';
import type { AgreementRecord } from './store.ts';

/** All of one tenant, for this reader (null: without goals); `isSigned` answers for a talk whether both have signed it. Keeps the order. */
export async function describeAgreements(
  platform: Platform,
  tenantId: string,
  reader: Person | null,
  records: AgreementRecord[],
  isSigned: (talkId: string) => boolean,
): Promise<Agreement[]> {
  const [people, goals] = await Promise.all([
    findPeople(
      platform,
      tenantId,
      records.map(({ ownerId }) => ownerId),
    ),
    reader ? goalsFor(platform, reader, records) : new Map<string, GoalName>(),
  ]);
  return Promise.all(
    records.map(async ({ _id, talkId, version, sealed, ownerId, due, madeAt, goalId }) => ({
      agreementId: _id,
      talkId,
      version,
      text: await platform.seal.openText({ tenantId, talkId, authorId: 'shared' }, sealed, 'agreements'),
      ownerId,
      ownerName: people.get(ownerId)?.name ?? '',
      due,
      madeAt: madeAt.toISOString(),
      status: 'not-begun' as const,
      goal: goals.get(goalId ?? '') ?? null,
      signed: isSigned(talkId),
    })),
  );
}

const goalsFor = (platform: Platform, reader: Person, records: AgreementRecord[]): Promise<Map<string, GoalName>> =>
  findGoalNames(
    platform,
    reader,
    records.flatMap(({ goalId }) => goalId ?? []),
  );

export async function describeAgreement(platform: Platform, reader: Person, record: AgreementRecord, signed: boolean): Promise<Agreement> {
  const [one] = await describeAgreements(platform, record.tenantId, reader, [record], () => signed);
  if (!one) throw new Error('An agreement that was just read could not be described');
  return one;
}
