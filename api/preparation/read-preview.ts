/** Shows an author what the other will be answered of their preparation: the other's own read, under the facts as they will be then. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { done, refuse, type Result } from '#api/platform/refusal/contract.ts';
import { mayAccess } from '#api/privacy/rules/policy.ts';
import type { Preview } from './contract.ts';
import { otherOf, readableBy, readParty } from './read-preparations.ts';
import { isReleased, ownItem, whenOpen } from './rules.ts';

export async function readPreview(platform: Platform, actor: Person, talkId: string): Promise<Result<Preview>> {
  const access = await readParty(platform, actor, talkId);
  if (!access) return refuse('not-found');
  const { side, policy } = access;
  // Nobody learns more by looking through the other's eyes than the table lets them read of their own.
  const ownNow = ownItem(side, isReleased(side, policy));
  const mayReadOwn = mayAccess(ownNow, 'read', side, policy);
  const seen = mayReadOwn ? await readableBy(platform, access, otherOf(side), whenOpen(side, policy), ownNow) : null;
  const releasedAt = seen?.releasedAt ?? platform.clock.now();
  return done({ theirs: { releasedAt: releasedAt.toISOString(), answers: seen?.answers ?? null } });
}
