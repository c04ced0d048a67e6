/** Agreements as they were made: text opened, owner named. For verbs that have already asked the policy table; how they go is following/'s business. */
import { findPeople } from '#api/people/find-people.ts';
import type { Platform } from '#api/platform/platform.ts';
import type { Agreement } from './contract.ts';
import type { AgreementRecord } from './store.ts';

/** All of one tenant; `isSigned` answers for a talk whether both have signed it. Keeps the order. */
export async function describeAgreements(
  platform: Platform,
  tenantId: string,
  records: AgreementRecord[],
  isSigned: (talkId: string) => boolean,
): Promise<Agreement[]> {
  const people = await findPeople(
    platform,
    tenantId,
    records.map(({ ownerId }) => ownerId),
  );
  return Promise.all(
    records.map(async ({ _id, talkId, version, sealed, ownerId, due, madeAt }) => ({
      agreementId: _id,
      talkId,
      version,
      text: await platform.seal.openText({ tenantId, talkId, authorId: 'shared' }, sealed),
      ownerId,
      ownerName: people.get(ownerId)?.name ?? '',
      due,
      madeAt: madeAt.toISOString(),
      status: 'not-begun' as const,
      signed: isSigned(talkId),
    })),
  );
}

export async function describeAgreement(platform: Platform, record: AgreementRecord, signed: boolean): Promise<Agreement> {
  const [one] = await describeAgreements(platform, record.tenantId, [record], () => signed);
  if (!one) throw new Error('An agreement that was just read could not be described');
  return one;
}
