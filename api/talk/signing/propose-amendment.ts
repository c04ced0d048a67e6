/** Proposes a change to what was signed: other terms for an agreement, or a correction in words. It counts when the other has confirmed it. */
import { findPeople } from '#api/people/find-people.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import { isSame, mayAgree } from '#api/agreement/rules.ts';
import type { AgreementInput } from '#api/agreement/contract.ts';
import { readStanding, type Standing } from '../standing/read-standing.ts';
import type { Change, TalkRecordRead } from './contract.ts';
import { listTerms } from './list-terms.ts';
import { mayPropose, mayWrite } from './rules.ts';
import { writeEntry } from './write-entry.ts';

export type Proposal = { entryId: string; text: string | null; change: (AgreementInput & { agreementId: string }) | null };

export async function proposeAmendment(
  platform: Platform,
  actor: Person,
  talkId: string,
  { entryId, text, change }: Proposal,
  version: number,
): Promise<Result<TalkRecordRead>> {
  // A correction is about the whole summary, and stays with the two who were there.
  const item = change ? 'amendments' : 'statements';
  const standing = await readStanding(platform, actor, talkId, item);
  if (!standing) return refuse('not-found');
  const { talk, relation, policy } = standing;
  const entries = talk.record ?? [];
  const again = entries.some((entry) => entry.entryId === entryId);
  const subject = change?.agreementId ?? null;
  const refused = mayWrite(entries, text) ?? (again ? null : mayPropose(talk.signatures.length > 0, entries, subject));
  if (refused) return refused;
  if (!mayAccess(item, 'write', relation, policy)) return refuse('not-found');
  if (!change && text === null) return refuse('wrong-input', { field: 'text', detail: 'Say what is to be corrected.' });
  const made = change && (await changeOf(platform, standing, change));
  if (made && 'ok' in made) return made;
  const contentHash = talk.signatures[0]?.hash ?? '';
  return writeEntry(platform, actor, standing, version, { entryId, kind: 'proposed', about: null, contentHash, text, change: made });
}

/** From what is agreed now to what is proposed. Its owner is the employee, who manages them now, or whoever it was. */
async function changeOf(platform: Platform, { talk, managerId }: Standing, { agreementId, ...to }: NonNullable<Proposal['change']>) {
  const from = (await listTerms(platform, talk)).get(agreementId);
  if (!from) return refuse('not-found');
  const refused = mayAgree(to, [talk.employeeId, managerId, from.ownerId]);
  if (refused) return refused;
  if (isSame(from, to)) return refuse('nothing-changed');
  const owner = (await findPeople(platform, talk.tenantId, [to.ownerId])).get(to.ownerId);
  const change: Change = { agreementId, from, to: { ...to, text: to.text.trim(), ownerName: owner?.name ?? '' } };
  return change;
}
