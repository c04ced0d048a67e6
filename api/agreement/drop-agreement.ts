/** Drops an agreement until the first signature, and answers those that are left. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { noteBefore } from '#api/platform/reading/reading.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import { readAccess } from '#api/talk/read-access.ts';
import { writeWhileOpen } from '#api/talk/write-while-open.ts';
import type { Agreement } from './contract.ts';
import { describeAgreement } from './describe-agreement.ts';
import { listAgreements } from './list-agreements.ts';
import { closedNow, mayChange } from './rules.ts';
import { closing, findAgreement, removeAgreement } from './store.ts';

export async function dropAgreement(
  platform: Platform,
  actor: Person,
  ids: { talkId: string; agreementId: string },
  version: number,
): Promise<Result<{ agreements: Agreement[] }>> {
  const access = await readAccess(platform, actor, ids.talkId, 'agreements');
  if (!access?.side) return refuse('not-found');
  const which = { tenantId: actor.tenantId, ...ids };
  if (!(await findAgreement(platform.db, which))) return refuse('not-found');
  const refused = mayChange(access.side, access.policy);
  if (refused) return refused;
  await noteBefore(ids.talkId, 'agreements');
  const written = await writeWhileOpen(platform, which, closing, () => removeAgreement(platform.db, which, version));
  const closed = closedNow(written);
  if (closed) return closed;
  if (written) return listAgreements(platform, actor, ids.talkId);
  const current = await findAgreement(platform.db, which);
  return current ? refuse('stale', { current: await describeAgreement(platform, actor, current, false) }) : refuse('not-found');
}
