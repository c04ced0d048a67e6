/** What somebody agreed in all their own talks as employee, newest first: found again long after the talk. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, type Result } from '#api/platform/refusal/contract.ts';
import { listMyTalks } from '#api/talk/list-talks.ts';
import type { Agreement } from './contract.ts';
import { describeAgreements } from './describe-agreement.ts';
import { isSigned } from './rules.ts';
import { listByTalks } from './store.ts';

/** The employee reads the agreements of their own talks in every state (security.md row 6); the list of talks is already theirs alone. */
export async function listMyAgreements(platform: Platform, actor: Person): Promise<Result<{ agreements: Agreement[] }>> {
  const mine = await listMyTalks(platform, actor);
  if (!mine.ok) return mine;
  const signed = new Set(
    mine.value.talks.filter(({ signatures }) => isSigned(signatures.map(({ side }) => side))).map(({ talkId }) => talkId),
  );
  const talkIds = mine.value.talks.map(({ talkId }) => talkId);
  const records = await listByTalks(platform.db, actor.tenantId, talkIds);
  return done({ agreements: await describeAgreements(platform, actor.tenantId, records.reverse(), (talkId) => signed.has(talkId)) });
}
