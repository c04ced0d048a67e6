/** Releases the author's own preparation: from then on it is closed, and readable for the other, whom the author named, by the talk's release rule. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Preparations } from './contract.ts';
import { askedOf, openAnew, readParty, whoseOf } from './read-preparations.ts';
import { mayRelease } from './rules.ts';
import { storeRelease } from './store-release.ts';
import { findPreparation } from './store.ts';

export async function releasePreparation(
  platform: Platform,
  actor: Person,
  talkId: string,
  withId: string,
  version: number,
): Promise<Result<Preparations>> {
  const access = await readParty(platform, actor, talkId);
  if (!access) return refuse('not-found');
  const releasedTo = access.side === 'employee' ? access.talk.managerId : access.talk.employeeId;
  // The talk has been handed over since: somebody else would read it than the author was told.
  if (withId !== releasedTo) return refuse('another-manager');
  const whose = whoseOf(access, access.side);
  await openAnew(platform, access);
  const found = await findPreparation(platform.db, whose);
  const hasText = (found?.answered.length ?? 0) > 0;
  const refused = mayRelease(access.side, access.policy, hasText);
  if (refused) return refused;
  const questionIds = askedOf(access, access.side).map(({ id }) => id);
  return storeRelease(platform, actor, access, { releasedAt: platform.clock.now(), releasedTo }, { version, questionIds });
}
