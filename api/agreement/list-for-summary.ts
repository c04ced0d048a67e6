/** Agreements as they are signed: text, owner and date, in the order they were made. For a caller who has already asked the policy table. */
import type { Platform } from '#api/platform/platform.ts';
import { describeAgreements } from './describe-agreement.ts';
import { listByTalks } from './store.ts';

export type AgreedLine = { text: string; ownerName: string; due: string | null };

export async function listForSummary(platform: Platform, talk: { _id: string; tenantId: string }): Promise<AgreedLine[]> {
  const records = await listByTalks(platform.db, talk.tenantId, [talk._id]);
  const agreements = await describeAgreements(platform, talk.tenantId, records, () => false);
  return agreements.map(({ text, ownerName, due }) => ({ text, ownerName, due }));
}
