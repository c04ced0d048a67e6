/** Says which talk is held in a meeting that Samtal did not book. Its calendar entry, if it has one, stays as it is. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Talk } from '../contract.ts';
import { describeTalk } from '../describe-talk.ts';
import { readAccess } from '../read-access.ts';
import { saveChosen } from './store.ts';

export async function chooseTalk(platform: Platform, actor: Person, talkId: string, chatId: string): Promise<Result<Talk>> {
  const access = await readAccess(platform, actor, talkId, 'talk');
  if (!access?.side) return refuse('not-found');
  if (access.facts.finishedAt) return refuse('talk-already-held');
  if (!mayAccess('talk', 'write', access.relation, access.policy)) return refuse('not-found');
  const { tenantId, personId } = actor;
  await saveChosen(platform.db, { _id: talkId, tenantId, chatId, by: personId, at: platform.clock.now() });
  return done(await describeTalk(platform, actor, access.talk, access.prepared));
}
