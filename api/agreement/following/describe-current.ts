/** Agreements as they are now: as they were made, with the changes that both have confirmed since, and how they go. Asks no policy: the caller has. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { listAmended } from '#api/talk/signing/list-terms.ts';
import type { Standing } from '#api/talk/standing/read-standing.ts';
import type { Agreement, AgreementStatus } from '../contract.ts';
import { describeAgreements } from '../describe-agreement.ts';
import { isSigned } from '../rules.ts';
import { listByTalks, type AgreementRecord } from '../store.ts';
import { listStatuses } from './store.ts';

export type CurrentAgreement = { agreement: Agreement; amended: boolean };
type Talk = Standing['talk'];

/** In the order they were made. */
export async function describeCurrent(
  platform: Platform,
  reader: Person,
  talks: Talk[],
  records: AgreementRecord[],
  statuses: readonly { talkId: string; agreementId: string; status: AgreementStatus }[],
): Promise<CurrentAgreement[]> {
  const [first] = talks;
  if (!first || records.length === 0) return [];
  const of = new Map(talks.map((talk) => [talk._id, talk]));
  const concerned = talks.filter(({ _id }) => records.some(({ talkId }) => talkId === _id));
  const amended = new Map(await Promise.all(concerned.map(async (talk) => [talk._id, await listAmended(platform, talk)] as const)));
  const status = new Map(statuses.map((one) => [`${one.talkId}/${one.agreementId}`, one.status]));
  const signed = (talkId: string): boolean => isSigned(of.get(talkId)?.signatures.map(({ side }) => side) ?? []);
  const agreements = await describeAgreements(platform, first.tenantId, reader, records, signed);
  return agreements.map((agreement) => {
    const { talkId, agreementId } = agreement;
    const terms = amended.get(talkId)?.get(agreementId);
    const now = status.get(`${talkId}/${agreementId}`) ?? 'not-begun';
    return { agreement: { ...agreement, ...terms, status: now }, amended: terms !== undefined };
  });
}

/** All agreements of these talks. */
export async function describeCurrentOf(platform: Platform, reader: Person, talks: Talk[]): Promise<Agreement[]> {
  const { tenantId } = reader;
  const ids = talks.map(({ _id }) => _id);
  const [records, statuses] = await Promise.all([listByTalks(platform.db, tenantId, ids), listStatuses(platform.db, tenantId, ids)]);
  return (await describeCurrent(platform, reader, talks, records, statuses)).map(({ agreement }) => agreement);
}
