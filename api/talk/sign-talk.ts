/** Signs what both have read: the hash that the signer saw must be the hash of the content. The first signature freezes the content. */
import { liveDocumentName } from '#api/note/contract.ts';
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from './contract.ts';
import { describeTalk } from './describe-talk.ts';
import { canonicalOf, summaryOf } from './read-summary.ts';
import { readAccess } from './read-access.ts';
import { maySign } from './rules.ts';
import { changeTalk } from './store.ts';

export async function signTalk(platform: Platform, actor: Person, talkId: string, hash: string, version: number): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'shared-notes');
  if (!access?.side) return refuse('not-found');
  const refused = maySign(access.facts, access.side);
  if (refused) return refused;
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const { talk, side } = access;
  const summary = await summaryOf(platform, talk);
  if (summary.hash !== hash) return refuse('content-changed', { current: summary });
  const scope = { tenantId: actor.tenantId, talkId, authorId: 'shared' };
  const facts = talk.signedContent ? {} : { signedContent: await platform.seal.closeText(scope, canonicalOf(summary)) };
  const signature = { side, personId: actor.personId, at: platform.clock.now(), hash };
  const changed = await changeTalk(platform.db, actor.tenantId, talkId, version, facts, { signatures: signature });
  if (!changed) return refuse('stale');
  platform.live?.refresh(liveDocumentName(talkId));
  return done(await describeTalk(platform, actor, changed));
}
