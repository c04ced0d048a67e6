/** Takes the author's own release back, until the talk starts: the answers open again and the other no longer reads them. */
import type { Person } from '#api/platform/identity/actor.ts';
import type { Platform } from '#api/platform/platform.ts';
import { refuse, type Result } from '#api/platform/refusal/contract.ts';
import type { Preparations } from './contract.ts';
import { readParty } from './read-preparations.ts';
import { mayWithdraw } from './rules.ts';
import { storeRelease } from './store-release.ts';

export async function withdrawPreparation(
  platform: Platform,
  actor: Person,
  talkId: string,
  version: number,
): Promise<Result<Preparations>> {
  const access = await readParty(platform, actor, talkId);
  if (!access) return refuse('not-found');
  const refused = mayWithdraw(access.side, access.policy);
  if (refused) return refused;
  return storeRelease(platform, actor, access, { releasedAt: null, releasedTo: null }, { version, questionIds: [] });
}
