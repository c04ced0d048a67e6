/** Starts a talk: either party, once. From then on shared notes and agreements are open, and what was released is readable for both. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { liveDocumentName } from '#api/note/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from './contract.ts';
import { describeTalk } from './describe-talk.ts';
import { readAccess } from './read-access.ts';
import { mayStart } from './rules.ts';
import { changeTalk } from './store.ts';

export async function startTalk(platform: Platform, actor: Person, talkId: string, version: number): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  const refused = mayStart(access.facts);
  if (refused) return refused;
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const changed = await changeTalk(platform.db, actor.tenantId, talkId, version, {
    startedAt: platform.clock.now(),
    startedBy: actor.personId,
  });
  if (!changed) return refuse('stale');
  platform.live?.refresh(liveDocumentName(talkId));
  return done(await describeTalk(platform, actor, changed, access.prepared));
}
