/** What is agreed in a talk now: as it was signed, with the changes that both have confirmed since. For a caller who has already asked the policy table. */
import type { AgreementTerms } from '#api/agreement/terms/contract.ts';
import { listForSummary } from '#api/agreement/list-for-summary.ts';
import type { Platform } from '#api/platform/platform.ts';
import { findTalksByIds, type TalkRecord } from '../store.ts';
import { confirmedProposals } from './rules.ts';
import { openRecord } from './seal-entry.ts';

/** By agreement id. */
export async function listTerms(platform: Platform, talk: TalkRecord): Promise<Map<string, AgreementTerms>> {
  const signed = await listForSummary(platform, talk);
  const terms = new Map<string, AgreementTerms>(signed.map(({ agreementId, ...one }) => [agreementId, one]));
  for (const [agreementId, to] of await listAmended(platform, talk)) terms.set(agreementId, to);
  return terms;
}

/** Only what was changed since it was signed, by agreement id. The talk may come without what was written in it, as lists give it. */
export async function listAmended(platform: Platform, { _id, tenantId, record = [] }: TalkRecord): Promise<Map<string, AgreementTerms>> {
  if (!confirmedProposals(record).some(({ subject }) => subject !== null)) return new Map();
  const [talk] = await findTalksByIds(platform.db, tenantId, [_id]);
  const entries = talk ? await openRecord(platform, talk) : [];
  return new Map(confirmedProposals(entries).flatMap(({ change }) => (change ? [[change.agreementId, change.to]] : [])));
}
