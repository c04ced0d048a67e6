/** The agreements of one talk, for its two parties. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { readStanding } from '#api/talk/standing/read-standing.ts';
import type { Agreement } from './contract.ts';
import { describeAgreements } from './describe-agreement.ts';
import { describeCurrentOf } from './following/describe-current.ts';
import { isSigned } from './rules.ts';
import { listByTalks } from './store.ts';

export async function listAgreements(platform: Platform, actor: Person, talkId: string): Promise<Result<{ agreements: Agreement[] }>> {
  const access = await readAccess(platform, actor, talkId, 'agreements');
  if (!access?.side) return refuse('not-found');
  const { talk } = access;
  // How they go, and what was changed since, is not for somebody who was the manager then and no longer is.
  if (await readStanding(platform, actor, talkId, 'agreement-status'))
    return done({ agreements: await describeCurrentOf(platform, actor, [talk]) });
  const made = await listByTalks(platform.db, actor.tenantId, [talkId]);
  const signed = isSigned(access.facts.signed);
  return done({ agreements: await describeAgreements(platform, actor.tenantId, actor, made, () => signed) });
}
