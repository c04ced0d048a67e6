/** Agreements as they are signed: text, owner, date, and the goal they are linked to, in the order they were made. For a caller who has already asked the policy table. */
import type { Platform } from '#api/platform/platform.ts';
import { describeAgreements } from './describe-agreement.ts';
import { listByTalks } from './store.ts';
import type { AgreementTerms } from './terms/contract.ts';

export type AgreedLine = AgreementTerms & { agreementId: string; goalId?: string };

export async function listForSummary(platform: Platform, talk: { _id: string; tenantId: string }): Promise<AgreedLine[]> {
  const records = await listByTalks(platform.db, talk.tenantId, [talk._id]);
  const agreements = await describeAgreements(platform, talk.tenantId, null, records, () => false);
  return agreements.map(({ agreementId, text, ownerId, ownerName, due }, at) => {
    const goalId = records[at]?.goalId;
    return { agreementId, text, ownerId, ownerName, due, ...(goalId ? { goalId } : {}) };
  });
}
